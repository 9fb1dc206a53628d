import type { PointItem } from '../../../src/contracts/scheme';
import type { Household } from '../../../src/domain/people/types';
import type { DeedRecord, Draw } from '../../../src/domain/records/types';

/** A declared deed that waits for its check, with what a test wants different. */
export function recordWith(change: Partial<DeedRecord>): DeedRecord {
  return {
    recordId: 'record-1',
    villageId: 'v01',
    householdId: 'v01-1',
    householdNumber: 1,
    householdName: '张*',
    recorderId: 'recorder',
    byCadre: false,
    itemId: 'plant-trees',
    itemName: '植树治沙',
    fieldId: 'ecology',
    householdHidden: false,
    schemeVersion: 1,
    standardText: '植树治沙:每次 5 分',
    capText: '',
    onceOnly: false,
    purse: 'both',
    day: '2026-11-20',
    units: null,
    levelName: null,
    points: 5,
    spendable: change.purse === 'honour' ? 0 : (change.points ?? 5),
    note: null,
    photos: [],
    location: null,
    evidenceHeld: false,
    state: 'waiting-check',
    open: true,
    recordedAtMs: Date.parse('2026-11-20T12:00:00+08:00'),
    involvedIds: [],
    seedHash: '',
    frozen: null,
    drawDay: null,
    draw: null,
    votes: [],
    noticeId: null,
    noticeOpenedAtMs: null,
    closesAtMs: null,
    objectorId: null,
    objectedAtMs: null,
    postedAtMs: null,
    spendableState: 'none',
    steps: [],
    ...change,
  };
}

export function itemWith(change: Partial<PointItem>): PointItem {
  return {
    id: 'plant-trees',
    fieldId: 'ecology',
    name: '植树治沙',
    guidance: '参加了一次植树。',
    standard: { kind: 'fixed', points: 5 },
    caps: [],
    evidence: 'none',
    declarers: ['resident', 'cadre'],
    purse: 'both',
    householdHidden: false,
    common: true,
    ...change,
  };
}

/** A panel that was drawn from itself. */
export function drawWith(panel: readonly string[], change: Partial<Draw> = {}): Draw {
  return {
    pool: panel.map((personId) => ({ personId, mark: `mark-${personId}`, near: false })),
    ...{ leftOut: [], frozenAtMs: 0, previous: null },
    ...{ seed: 's', night: '2026-11-21', nightHash: 'n', panel: [...panel], drawnAtMs: 0 },
    ...change,
  };
}

/** The household of the record above: no relatives, no office, names not shown. */
export function householdWith(change: Partial<Household>): Household {
  return {
    ...{ householdId: 'v01-1', villageId: 'v01', number: 1, headName: '张三', cardId: 'c' },
    ...{ memberIds: [], relativeIds: [], ofCommittee: false, namesShown: false },
    ...change,
  };
}
