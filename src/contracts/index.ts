import * as activities from './activities';
import type { Contract } from './contract';
import * as documents from './documents';
import * as draws from './draws';
import * as entry from './entry';
import * as exchange from './exchange';
import * as jobs from './jobs';
import * as ledger from './ledger';
import * as life from './life';
import * as links from './links';
import * as listsRoom from './lists';
import * as messages from './messages';
import * as offices from './offices';
import * as peopleRoom from './people';
import * as proxy from './proxy';
import * as rechecks from './rechecks';
import * as records from './records';
import * as rolls from './rolls';
import * as scheme from './scheme';
import * as seals from './seals';
import * as search from './search';
import * as tasks from './tasks';
import * as town from './town';
import * as wechat from './wechat';

/** What the function `points` answers to, from the rooms it serves. */
const points = {
  ...scheme,
  ...records,
  ...rechecks,
  ...activities,
  ...draws,
  ...ledger,
  ...seals,
};

/**
 * What the function `people` answers to: who somebody is, who holds an office, whom the law counts
 * by, who acts for whom, what waits, what they are told.
 */
const people = {
  ...peopleRoom,
  ...entry,
  ...links,
  ...offices,
  ...life,
  ...rolls,
  ...proxy,
  ...tasks,
  ...messages,
};

/** What the function `lists` answers to: the four lists, and the words that lead to them. */
const lists = { ...listsRoom, ...search };

export { documents, exchange, jobs, lists, people, points, town, wechat };

function contractsOf(module: Record<string, unknown>): Contract[] {
  return Object.values(module).filter(
    (value): value is Contract =>
      typeof value === 'object' && value !== null && 'functionName' in value && 'action' in value,
  );
}

/** Every contract there is, in the order of the files. */
export const allContracts: readonly Contract[] = [
  people,
  points,
  exchange,
  lists,
  town,
  documents,
  wechat,
  jobs,
].flatMap(contractsOf);
