import { points } from '../../../src/contracts';
import { refuse } from '../../../src/domain/kernel/refusal';
import { dayInWords } from '../../../src/domain/kernel/time';
import { type Account, type Entry, verifyChain } from '../../../src/domain/points/ledger';
import {
  chainKeepsSeal,
  firstUnsealedSequence,
  sealIsWhole,
} from '../../../src/domain/points/seal';
import type { Seal } from '../../../src/domain/points/types';
import { defineQuery } from '../../runtime/define-action';
import { readAll } from '../../runtime/store/read-all';
import { type Reader, StoreBusy } from '../../runtime/store/store';
import { placeOfHousehold, villageOfHousehold } from '../load';

/** How far back a broken chain is compared with older seals. */
const sealsLookedAt = 60;

function sealsOf(read: Reader, villageId: string, limit: number): Promise<Seal[]> {
  return read.query<Seal>('seals', {
    where: { villageId },
    order: { field: 'day', direction: 'desc' },
    limit,
  });
}

/** More often an account does not change between two reads. */
const mostReads = 5;

/**
 * An account and its entries as of one moment: what is posted between two reads is no forgery.
 * @throws Refusal `household-not-found`
 */
async function readBook(read: Reader, householdId: string) {
  const readAccount = () => read.get<Account>('accounts', householdId);
  let account = await readAccount();
  for (let reads = 0; reads < mostReads; reads += 1) {
    if (!account) refuse('household-not-found', '户册里没有这一户。请核对户号。');
    const entries = await readAll<Entry>(read, 'entries', { householdId }, 'sequence');
    const after = await readAccount();
    if (after?.headHash === account.headHash) return { account, entries };
    account = after;
  }
  throw new StoreBusy('the account changes with every read');
}

type Verdict = { firstBadSequence: number | null; message: string };

async function judge(account: Account, entries: Entry[], read: Reader, seal: Seal | undefined) {
  const { householdId, villageId } = account;
  const chain = verifyChain(account, entries);
  if (!chain.sound) {
    const message = `账本从第 ${chain.firstBadSequence} 笔起对不上。请马上告诉村务监督委员会和镇里。`;
    return { firstBadSequence: chain.firstBadSequence, message };
  }
  if (seal && !sealIsWhole(seal)) {
    const message = `${dayInWords(seal.day)} 的封存对不上。请和公示栏上印的封存号比一比,并告诉镇里。`;
    return { firstBadSequence: entries.length, message };
  }
  if (seal && !chainKeepsSeal(householdId, entries, seal)) {
    const older = await sealsOf(read, villageId, sealsLookedAt);
    const firstBadSequence = firstUnsealedSequence(householdId, entries, older);
    const message = `第 ${firstBadSequence} 笔和封存时的不一样,账被改过。请马上告诉镇里。`;
    return { firstBadSequence, message };
  }
  const sealed = seal ? `和 ${dayInWords(seal.day)} 的封存也一致` : '还没有封存可比';
  const message = `${entries.length} 笔都对得上,${sealed}。`;
  return { firstBadSequence: null, message } satisfies Verdict;
}

export const verifyAccount = defineQuery({
  contract: points.verifyAccount,
  allow: [
    { who: 'resident', at: 'own-household' },
    { who: 'cadre', at: 'own-village' },
    { who: 'supervisor', at: 'own-village' },
    { who: 'town-admin' },
  ],
  place: placeOfHousehold,
  async run({ input, read }) {
    const { householdId } = input;
    // The seal first: one made while the entries are read may hold a head that is not among them.
    const [seal] = await sealsOf(read, villageOfHousehold(householdId), 1);
    const { account, entries } = await readBook(read, householdId);
    const verdict = await judge(account, entries, read, seal);
    return {
      sound: verdict.firstBadSequence === null,
      entries: entries.length,
      sealedDay: seal?.day ?? null,
      ...verdict,
    };
  },
});
