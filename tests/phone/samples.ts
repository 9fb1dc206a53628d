import type { Scheme } from '../../src/client/kept-scheme';
import type { Me } from '../../src/client/session';
import type { RecordLineOf } from '../../src/components/record-line';
import type { ValueOf } from '../../src/contracts/contract';
import type { readAccount } from '../../src/contracts/ledger';
import type { declareDeed } from '../../src/contracts/records';
import type { PointItem } from '../../src/contracts/scheme';
import { madeHouseholdId } from '../support/household-ids';

export const recordId = '01JDBX0000000000000000000A';

export function pointItem(part: Partial<PointItem> & { id: string; name: string }): PointItem {
  return {
    fieldId: 'ecology',
    guidance: '做了一次。',
    standard: { kind: 'fixed', points: 3 },
    caps: [{ period: 'quarter', points: 12 }],
    evidence: 'none',
    declarers: ['resident', 'cadre'],
    purse: 'both',
    householdHidden: false,
    common: false,
    ...part,
  };
}

export const cleaning = pointItem({
  id: 'clean-pasture',
  name: '清理草场垃圾',
  evidence: 'photo',
  common: true,
});
export const work = pointItem({
  id: 'public-work',
  name: '无偿出工',
  fieldId: 'industry',
  guidance: '给集体干了半天活。',
  standard: { kind: 'per-unit', points: 10, unit: '半天', maximumUnits: 4 },
});
export const praise = pointItem({
  id: 'praise',
  name: '受到表彰',
  standard: {
    kind: 'levels',
    levels: [
      { id: 'county', name: '县级', points: 15 },
      { id: 'nation', name: '国家级', points: 50 },
    ],
  },
});
export const meeting = pointItem({ id: 'meeting', name: '参加会议', declarers: ['cadre'] });

export const scheme: Scheme = {
  schemeVersion: 1,
  fields: [
    { id: 'industry', name: '乡村产业发展', order: 3 },
    { id: 'ecology', name: '生态宜居美丽乡村', order: 2 },
    { id: 'health', name: '全民健康', order: 7 },
  ],
  items: [cleaning, work, praise, meeting],
};

export const me: Me = {
  name: '张三',
  householdId: madeHouseholdId('v03', 17),
  householdNumber: 17,
  householdName: '张*',
  villageId: 'v03',
  villageName: '示例三嘎查',
  namesShown: true,
  roles: [],
};

export function recordLine(part: Partial<RecordLineOf> = {}): RecordLineOf {
  return {
    recordId,
    activityId: null,
    state: 'waiting-check',
    stateLabel: '等核对',
    next: '等嘎查村核对,最晚 11月27日。',
    itemId: 'clean-pasture',
    itemName: '清理草场垃圾',
    day: '2026-11-20',
    points: 3,
    spendable: 3,
    householdNumber: 17,
    householdName: '张*',
    recordedAtMs: Date.UTC(2026, 10, 20),
    byCadre: false,
    ...part,
  };
}

/** The cloud has taken a deed in: its record is known by the command that told it. */
export function takenIn(_deed: unknown, commandId = recordId): ValueOf<typeof declareDeed> {
  return { recordId: commandId, state: 'waiting-check', points: 3 };
}

/** A household's purses; with nothing in them, and nothing on its way. */
export function account(
  part: Partial<ValueOf<typeof readAccount>> = {},
): ValueOf<typeof readAccount> {
  return {
    ...{ spendable: 0, held: 0, honour: 0, spendableWaiting: 0 },
    ...{ lapse: null, quarterRank: null, booksCheckedSince: null, frozen: null },
    pending: [],
    ...part,
  };
}
