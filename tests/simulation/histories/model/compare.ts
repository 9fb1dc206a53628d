import type { Document, Engine } from '../../../../local-cloud/engine';
import { saysTheSame } from '../../../../src/domain/kernel/same';
import { accountText } from './purse';
import {
  accountFrom,
  fundFrom,
  householdFrom,
  type Model,
  memberFrom,
  personFrom,
  stockFrom,
} from './state';

/** Loosely: what is in it is the other side's word, and is only compared. */
type Plain = Document & Record<string, never>;
type Texts = { stored(document: Plain): unknown; model(model: Model, id: string): unknown };

const orderText = (order: unknown) => {
  const { state, points, shares, expiresAtMs } = order as Record<string, unknown>;
  return { state, points, shares, expiresAtMs };
};

const sorted = <T extends { roles: readonly string[] }>(each: T | undefined) =>
  each && { ...each, roles: [...each.roles].sort() };

/** What is compared of each collection: the document as stored, and the model's word for it. */
const collections: Record<string, Texts> = {
  accounts: {
    stored: (document) => accountText(accountFrom(document as never)),
    model(model, id) {
      const account = model.accounts.get(id);
      return account && accountText(account);
    },
  },
  records: {
    stored: ({ state, points, spendableState, photos }) => ({
      ...{ state, points, spendableState },
      photos: (photos as unknown as string[]).length,
    }),
    model(model, id) {
      const record = model.records.get(id);
      return (
        record && {
          ...{ state: record.state, points: record.points, spendableState: record.spendable },
          photos: record.photos,
        }
      );
    },
  },
  orders: {
    stored: orderText,
    model: (model, id) => model.orders.has(id) && orderText(model.orders.get(id)),
  },
  stock: {
    stored: (document) => stockFrom(document as never),
    model: (model, id) => model.stock.get(id),
  },
  funds: {
    stored: (document) => fundFrom(document as never),
    model: (model, id) => model.funds.get(id),
  },
  persons: {
    stored: (document) => sorted(personFrom(document as never)),
    model: (model, id) => sorted(model.persons.get(id)),
  },
  members: {
    stored: (document) => sorted(memberFrom(document as never)),
    model: (model, id) => sorted(model.members.get(id)),
  },
  households: {
    stored: (document) => householdFrom(document as never),
    model: (model, id) => model.households.get(id),
  },
  'join-requests': {
    stored: ({ state, memberId, personId }) => ({ state, memberId, personId }),
    model(model, id) {
      const request = model.requests.get(id);
      return (
        request && {
          ...{ state: request.state, memberId: request.memberId },
          personId: request.personId,
        }
      );
    },
  },
};

/** What the model does not follow, and which proof looks at it instead. */
const notCompared: Readonly<Record<string, string>> = {
  towns: 'written once, when the town is founded; the rule of found-town has its answer',
  villages: 'opened once; the rule of open-village has its answer, and actions read what is there',
  erasures: 'what the night leaves of them: the model of erase-expired',
  attempts: 'guesses of a day: the rules of join and found-town count them',
  demands: 'no action writes it yet',
  commands: 'each answer is compared with the command log, line by line',
  schemes: 'written once with its village, and never changed',
  photos: 'used once: the rules of declare-deed and record-deed keep them',
  allowances:
    'caps: the rules of declare-deed and record-deed keep them; the invariants add them up',
  notices: 'lines follow their records: the invariants of records',
  'job-runs': 'when jobs ran: tests/actions/jobs',
  'posting-runs': 'who posts: the model follows what is posted, by whomever',
  entries: 'the purse is the sum of them: the invariants of the ledger',
  'seal-alarms': 'no history breaks a chain: actions/points/seal-alarm makes them',
  seals: 'the invariants of seals make each anew',
  rollups: 'the invariants of seals make each anew from the entries',
  shops: 'opened once; the rule of open-shop has its answer',
  movements: 'the shelf is the sum of them: the invariants of exchange',
  matters: 'the rule of publish-matter has its answer and its version',
  'matter-versions': 'the rule of publish-matter has its answer and its version',
  'fund-movements': 'the fund is the sum of them: the invariants of exchange',
  imports: 'what a register brings in is compared: households and members',
};

/** Of each collection there is: whether its documents are compared, and if not, why. */
export const comparison: Readonly<Record<string, string>> = {
  ...notCompared,
  ...Object.fromEntries(Object.keys(collections).map((name) => [name, 'compared'])),
};

/** One line for a document that is not as the model has it; what it does not follow is fine. */
export function differenceOf(
  model: Model,
  collection: string,
  id: string,
  document: Document | null,
): string[] {
  const texts = collections[collection];
  if (!texts) return collection in notCompared ? [] : [`${collection} is compared by nobody`];
  const stored = document === null ? undefined : texts.stored(document as Plain);
  const said = texts.model(model, id);
  const wanted = said === false ? undefined : said;
  if (saysTheSame(stored, wanted)) return [];
  const inWords = (value: unknown) => JSON.stringify(value) ?? 'not there';
  return [`${collection}/${id} is ${inWords(stored)}, the model says ${inWords(wanted)}`];
}

/** All of it at once, in both directions. */
export function differences(model: Model, engine: Pick<Engine, 'find'>, since: number): string[] {
  const found: string[] = [];
  for (const collection of Object.keys(collections)) {
    for (const document of engine.find(collection)) {
      // What was posted before the history began is not followed.
      const { recordedAtMs } = document as { recordedAtMs?: number };
      if (recordedAtMs !== undefined && recordedAtMs < since) continue;
      found.push(...differenceOf(model, collection, document._id, document));
    }
  }
  const missing = (collection: string, ids: Iterable<string>) => {
    const there = new Set(engine.find(collection).map(({ _id }) => _id));
    for (const id of ids) if (!there.has(id)) found.push(`${collection}/${id} is missing`);
  };
  missing('records', model.records.keys());
  missing('orders', model.orders.keys());
  missing('persons', model.persons.keys());
  missing('join-requests', model.requests.keys());
  return found;
}
