import { points } from '../../../src/contracts';
import type { InputOf } from '../../../src/contracts/contract';
import { answersOnBoard } from '../../../src/contracts/limits';
import { addDays, dayOf, firstDayOfQuarter, quarterOf } from '../../../src/domain/kernel/time';
import { rollupId } from '../../../src/domain/ledger/rollup';
import type { Rollup } from '../../../src/domain/ledger/types';
import { mayBeNamed } from '../../../src/domain/people/consent';
import { living } from '../../../src/domain/people/ended-household';
import { helpedIn } from '../../../src/domain/people/proxy';
import type { Household, Town } from '../../../src/domain/people/types';
import { answerIsShown } from '../../../src/domain/records/answers';
import {
  boardAnswer,
  boardNotice,
  type HouseholdSeen,
  quarterInWords,
} from '../../../src/domain/records/board';
import { linesOf } from '../../../src/domain/records/notice';
import { monthBefore, type Recheck, recheckId } from '../../../src/domain/records/recheck';
import type { DeedRecord, Notice } from '../../../src/domain/records/types';
import type { Scheme } from '../../../src/domain/scheme/types';
import { sealCode } from '../../../src/domain/seals/seal-code';
import type { BookCheck } from '../../../src/domain/seals/types';
import { type Caller, placesOf } from '../../runtime/caller';
import { defineQuery } from '../../runtime/define-action';
import { readAll } from '../../runtime/store/read-all';
import { readByIds } from '../../runtime/store/read-by-ids';
import type { Reader } from '../../runtime/store/store';
import { loadVillage } from '../load';
import { readOpenAlarm } from '../load-alarm';
import { readNotice, readNotices } from '../read-notices';

/** What the board names households in. */
type Named = { notices: readonly Notice[]; answered: readonly DeedRecord[] };

/** Households that lines and answers name. */
function householdsOf(read: Reader, { notices, answered }: Named): Promise<Household[]> {
  const lines = notices.flatMap((notice) => linesOf(notice).lines);
  const standing = lines.filter((line) => line.outcome !== 'upheld');
  const named = [...standing, ...answered].filter((of) => !of.householdHidden);
  const ids = named.map(({ householdId }) => householdId).filter((id) => typeof id === 'string');
  return readByIds<Household>(read, 'households', [...new Set(ids)]);
}

/** The newest answers to objections; what a torn record lacks keeps no other from the board. */
async function answersShown(read: Reader, villageId: string, nowMs: number): Promise<DeedRecord[]> {
  const answered = await read.query<DeedRecord>('records', {
    where: { villageId },
    order: { field: 'answeredAtMs', direction: 'desc' },
    after: nowMs + 1,
    limit: answersOnBoard,
  });
  return answered.filter((record) => answerIsShown(record, nowMs) && saysWhat(record));
}

const saysWhat = ({ itemName, day, answer }: DeedRecord) =>
  [itemName, day, answer?.reason].every((text) => typeof text === 'string');

/** Of a torn one nobody said that it may be. */
function isNamed(household: Household, today: string): boolean {
  try {
    return typeof household.headName === 'string' && mayBeNamed(household, today);
  } catch {
    return false;
  }
}

/** Households as members of the village may see them; null for everybody else. */
async function householdsSeen(
  read: Reader,
  caller: Caller,
  villageId: string,
  named: Named,
  today: string,
): Promise<Map<string, HouseholdSeen> | null> {
  const roles = ['resident', 'cadre', 'supervisor', 'panel'] as const;
  if (!roles.some((role) => placesOf(caller, role).includes(villageId))) return null;
  const households = await householdsOf(read, named);
  return new Map(
    households.map((household) => {
      const { householdId, headName } = household;
      return [householdId, { headName, named: isNamed(household, today) }];
    }),
  );
}

/** The quarter's totals, and the newest seal: before the first seal of a quarter the one before. */
async function totalsOf(read: Reader, villageId: string, today: string) {
  const quarter = quarterOf(today);
  const before = quarterOf(addDays(firstDayOfQuarter(quarter), -1));
  const current = await read.get<Rollup>('rollups', rollupId(villageId, quarter));
  if (current) return { current, seal: current.seal, households: current.households };
  const earlier = await read.get<Rollup>('rollups', rollupId(villageId, before));
  return { current: null, seal: earlier?.seal ?? null, households: earlier?.households ?? null };
}

/** What the last night's walk through every book came to. */
function checkedOf(check: BookCheck | null) {
  if (!check?.last) return null;
  const { day, households, faults } = check.last;
  return { day, households, faults: faults.length };
}

/** What looking again at last month's records came to, once they were drawn. */
function recheckedOf(recheck: Recheck | null) {
  if (!recheck || recheck.state === 'frozen') return {};
  const { month, drawn, found } = recheck;
  const { holds, wrong } = found;
  return { rechecked: { month, drawn: drawn.length, holds, wrong } };
}

/** A page of what runs, behind what was shown; a notice asked for alone stands alone. */
function noticesAskedFor(read: Reader, input: InputOf<typeof points.readBoard>, nowMs: number) {
  const { villageId, noticeId, after } = input;
  if (noticeId !== undefined) return readNotice(read, villageId, noticeId, nowMs);
  // What has closed since it was shown is not gone through again.
  const isOver = after === undefined || after.closesAtMs <= nowMs;
  return readNotices(read, villageId, isOver ? { closesAtMs: nowMs } : after);
}

export const readBoard = defineQuery({
  contract: points.readBoard,
  allow: [{ who: 'anyone' }],
  async run({ input, read, caller, nowMs }) {
    const { villageId } = input;
    const village = await loadVillage(read, villageId);
    const today = dayOf(nowMs);
    const first = input.noticeId === undefined && input.after === undefined;
    const [scheme, found, totals, alarm, check, answered, recheck, town] = await Promise.all([
      read.get<Scheme>('schemes', `${villageId}.${village.schemeVersion}`),
      noticesAskedFor(read, input, nowMs),
      totalsOf(read, villageId, today),
      readOpenAlarm(read, villageId, caller),
      read.get<BookCheck>('book-checks', villageId),
      first ? answersShown(read, villageId, nowMs) : [],
      read.get<Recheck>('rechecks', recheckId({ villageId, month: monthBefore(nowMs) })),
      read.get<Town>('towns', 'town'),
    ]);
    const { notices, more } = found;
    const { current, seal, households } = totals;
    const seen = await householdsSeen(read, caller, villageId, { notices, answered }, today);
    const pointsOf = (fieldId: string) =>
      current?.byField.find((each) => each.fieldId === fieldId)?.points ?? 0;
    return {
      villageName: village.name,
      sample: village.sample,
      schemeVersion: village.schemeVersion,
      notices: notices.map((notice) => boardNotice(notice, seen)),
      more,
      answers: answered.flatMap((record) => boardAnswer(record, seen, nowMs) ?? []),
      quarter: {
        name: quarterInWords(today),
        pointsIssued: current?.pointsIssued ?? 0,
        householdsWithPoints: current?.householdsWithPoints ?? 0,
        households:
          households ??
          living(await readAll<Household>(read, 'households', { villageId }, 'number')).length,
        redeemed: current?.redeemed ?? 0,
        reversed: current?.reversed ?? 0,
        helped: current?.helped ?? helpedIn([]),
      },
      byField: (scheme?.fields ?? []).map(({ id, name }) => {
        return { fieldId: id, name, points: pointsOf(id) };
      }),
      seal: seal && { day: seal.day, code: sealCode(seal.hash), accounts: seal.accounts },
      checked: checkedOf(check),
      ...recheckedOf(recheck),
      ...(town?.secondGivenOnDay && { secondGivenOnDay: town.secondGivenOnDay }),
      alarm,
    };
  },
});
