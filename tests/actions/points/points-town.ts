import { actions as jobActions } from '../../../cloudfunctions/jobs/actions';
import { actions as pointActions } from '../../../cloudfunctions/points/actions';
import { points } from '../../../src/contracts';
import type { Envelope, InputOf } from '../../../src/contracts/contract';
import { dayOf } from '../../../src/domain/kernel/time';
import { type Account, type Entry, verifyChain } from '../../../src/domain/ledger/ledger';
import type { DeedRecord } from '../../../src/domain/records/types';
import { letTheDrawFall } from '../../support/draw';
import { householdId } from '../../support/household-ids';
import { headOpenid, openTestTown, type TestActor, type TestTown } from '../../support/town';

export type DeedInput = Partial<InputOf<typeof points.declareDeed>>;

/** Records and accounts of village 1, and the people who decide on them. */
export type PointsTown = TestTown & {
  head(householdNumber: number): TestActor;
  today(): string;
  declare(householdNumber: number, deed?: DeedInput): Promise<string>;
  /** Checked by the cadre of household 2, who is nobody's relative. */
  check(recordId: string): Promise<void>;
  /** Checked, and the next day drawn for. */
  drawFor(...recordIds: string[]): Promise<void>;
  /** Two of the drawn panel agree. */
  review(recordId: string): Promise<void>;
  notice(recordIds: string[]): Promise<string>;
  /** All the way to an open notice. */
  onNotice(householdNumber: number, deed?: DeedInput): Promise<string>;
  record(recordId: string): DeedRecord;
  account(householdNumber: number): Account;
  entries(householdNumber: number): Entry[];
  closeNotices(): Promise<unknown>;
  /** Balance = Σ entries, chains sound, allowances = what is pending or posted. */
  checkBooks(): void;
};

/** The code of an answer, `ok` where it was not refused. */
export function codeOf(answer: Envelope<unknown>): string {
  return answer.ok ? 'ok' : answer.error.code;
}

export function messageOf(answer: Envelope<unknown>): string {
  return answer.ok ? '' : answer.error.message;
}

const everyone = Array.from({ length: 16 }, (_, index) => index + 1);

function helpers(town: TestTown) {
  const head = (number: number) => town.as(headOpenid(1, number));
  const find = <T>(collection: string, query: Record<string, unknown>, field = '_id') =>
    town.engine.find(collection, { query, order: [{ field, direction: 'asc' }] }) as unknown as T[];
  const record = (id: string) => town.engine.get('records', id) as unknown as DeedRecord;
  const openidOf = (personId: string) => {
    const openid = everyone.find((number) => {
      const person = find<{ openid: string }>('persons', { personId })[0];
      return person?.openid === headOpenid(1, number);
    });
    if (!openid) throw new Error('the panel holds somebody unknown');
    return openid;
  };
  return {
    head,
    find,
    record,
    panelOf: (id: string) => record(id).draw?.panel.map(openidOf) ?? [],
  };
}

/** The numbers of the households whose heads were drawn. */
export function panelNumbers(town: PointsTown, recordId: string): number[] {
  return helpers(town).panelOf(recordId);
}

function checkBooksOf(town: TestTown): void {
  const { find } = helpers(town);
  const records = find<DeedRecord>('records', {});
  for (const account of find<Account>('accounts', {})) {
    const { householdId } = account;
    const entries = find<Entry>('entries', { householdId }, 'sequence');
    expect(verifyChain(account, entries)).toEqual({ sound: true, firstBadSequence: null });
    const counted = records.filter(
      (each) => each.householdId === householdId && (each.open || each.state === 'posted'),
    );
    const uses = find<{ period: string; uses: { recordId: string }[] }>('allowances', {
      householdId,
    }).filter(({ period }) => period !== 'once');
    const usedIds = uses.flatMap((allowance) => allowance.uses.map((use) => use.recordId));
    expect(usedIds.sort()).toEqual(counted.map(({ recordId }) => recordId).sort());
    const awards = entries.filter(({ kind }) => kind === 'award');
    const posted = records.filter(
      (each) => each.householdId === householdId && each.postedAtMs !== null,
    );
    const honour = awards.reduce((total, entry) => total + entry.honour, 0);
    expect(honour).toBe(posted.reduce((total, each) => total + each.points, 0));
  }
}

/** The test town with the points and jobs functions, every head of village 1 joined. */
export async function openPointsTown(): Promise<PointsTown> {
  const town = await openTestTown({ functions: { points: pointActions, jobs: jobActions } });
  for (const number of everyone.slice(0, 15)) await town.joinHead(1, number);
  const { head, find, record, panelOf } = helpers(town);
  const today = () => dayOf(town.clock.nowMs());
  const self: PointsTown = {
    ...town,
    head,
    today,
    record,
    async declare(number, deed = {}) {
      const input = { itemId: 'settle-dispute', day: today(), photos: [], ...deed };
      const { itemId, day } = input;
      const of = { householdId: householdId(town, `v01-${number}`), itemId, day };
      // A second one of the day says which it is.
      if (find('records', of).length > 0) input.note ??= '是另一件';
      town.clock.advanceMs(1000);
      return (await head(number).must(points.declareDeed, input)).recordId;
    },
    async check(recordId) {
      await head(2).must(points.checkRecord, { recordId, accept: true });
    },
    async drawFor(...recordIds) {
      for (const recordId of recordIds) await self.check(recordId);
      await letTheDrawFall(town);
    },
    async review(recordId) {
      for (const number of panelOf(recordId).slice(0, 2)) {
        await head(number).must(points.reviewRecord, { recordId, accept: true });
      }
    },
    async notice(recordIds) {
      return (await head(3).must(points.openNotice, { villageId: 'v01', recordIds })).noticeId;
    },
    async onNotice(number, deed) {
      const recordId = await self.declare(number, deed);
      await self.drawFor(recordId);
      await self.review(recordId);
      await self.notice([recordId]);
      return recordId;
    },
    account: (number) =>
      town.engine.get('accounts', householdId(town, `v01-${number}`)) as unknown as Account,
    entries: (number) =>
      find<Entry>('entries', { householdId: householdId(town, `v01-${number}`) }, 'sequence'),
    async closeNotices() {
      const answer = await town.timer('jobs', 'close-notices');
      if (!answer.ok) throw new Error(answer.error.message);
      return answer.value;
    },
    checkBooks: () => checkBooksOf(town),
  };
  return self;
}
