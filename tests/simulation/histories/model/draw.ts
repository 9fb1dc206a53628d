import { createHash } from 'node:crypto';
import { addDays, dayOf, endOf } from './days';
import type { CommitView, JobRule, RunView } from './job-rule';
import type { Call, Written } from './rule';
import type { Model, ModelPanelLot, ModelRecord } from './state';

export const panelSize = 5;
export const votesNeeded = 3;
const noonMs = 12 * 60 * 60_000;

const sha = (text: string) => createHash('sha256').update(text).digest('hex');

/** A household and its near relatives'. */
export function houseAndKin(model: Model, householdId: string | null): string[] {
  if (householdId === null) return [];
  return [householdId, ...(model.households.get(householdId)?.relatives ?? [])];
}

/** Who may be drawn: holds the office, has no hand in the record nor lives near who has. */
export function eligible(model: Model, record: ModelRecord, { personId, person }: Call) {
  const near = new Set(houseAndKin(model, record.householdId));
  const involved = new Set([
    ...record.involved,
    ...houseAndKin(model, person?.householdId ?? null),
  ]);
  const away = record.everDrawn.filter((each) => !record.votes.has(each));
  const gone = new Set<string | null | undefined>([
    ...[...record.deciders, ...away, personId, record.byProxy?.second],
  ]);
  return [...model.persons.values()]
    .filter(
      (each) =>
        each.roles.includes(`panel@${record.villageId}`) &&
        !gone.has(each.personId) &&
        !involved.has(each.householdId ?? ''),
    )
    .map((each) => ({ personId: each.personId, near: near.has(each.householdId ?? '') }));
}

/** Of the first five by their lots those who may vote, and others only where three are not left. */
export function voters(
  { seed, nightHash }: { seed: string; nightHash: string },
  pool: readonly ModelPanelLot[],
  aside: readonly string[],
): string[] {
  const lots = pool
    .map((each) => ({ ...each, lot: sha(`${seed}\n${nightHash}\n${each.mark}`) }))
    .sort((left, right) => (left.lot < right.lot ? -1 : 1));
  const chosen: string[] = [];
  for (const [place, { personId, near }] of lots.entries()) {
    if (place >= panelSize && chosen.length >= votesNeeded) break;
    if (!near && !aside.includes(personId)) chosen.push(personId);
  }
  return chosen;
}

type StoredPool = { pool: ModelPanelLot[]; frozenAtMs: number };
type StoredDraw = StoredPool & {
  seed: string;
  night: string;
  nightHash: string;
  panel: string[];
  drawnAtMs: number;
};
type Stored = {
  state?: string;
  drawDay?: string | null;
  seedHash?: string;
  frozen?: StoredPool | null;
  draw?: StoredDraw | null;
};

const storedOf = (record: ModelRecord, written: Written) =>
  (written('records', record.recordId) ?? {}) as Stored;

/** Two pools of the same people; whoever got the office meanwhile may be missing. */
function isOf(pool: readonly ModelPanelLot[], of: ReturnType<typeof eligible>): boolean {
  const known = new Set(of.map(({ personId, near }) => `${personId} ${near}`));
  const marks = new Set(pool.map(({ mark }) => mark));
  const all = pool.every(({ personId, near }) => known.has(`${personId} ${near}`));
  return all && marks.size === pool.length;
}

/** The earlier record of the same deed, whose panel judges this one. */
function drawnBefore(model: Model, { againOf }: ModelRecord): ModelRecord | null {
  return againOf === null ? null : (model.records.get(againOf) ?? null);
}

/** What passed its check: who may be drawn tomorrow, or those who were drawn for the same deed. */
export function toTheDraw(model: Model, record: ModelRecord, call: Call, again: boolean) {
  const free = eligible(model, record, call);
  const earlier = again ? drawnBefore(model, record) : null;
  const mayVote = new Set(free.filter(({ near }) => !near).map(({ personId }) => personId));
  const pool = earlier?.pool.map((lot) => ({
    ...lot,
    near: lot.near || !mayVote.has(lot.personId),
  }));
  const panel =
    earlier && pool ? voters({ ...earlier, seed: earlier.seed ?? '' }, pool, earlier.aside) : [];
  const tooFew = mayVote.size < votesNeeded || (earlier !== null && panel.length < votesNeeded);
  const state = earlier ? 'waiting-review' : 'waiting-draw';
  return {
    tooFew,
    fits(written: Written) {
      const stored = storedOf(record, written);
      if (stored.state !== state) return false;
      if (earlier) return stored.draw?.panel.join() === panel.join();
      const { frozen, drawDay } = stored;
      const isTomorrow = drawDay === addDays(dayOf(call.atMs), 1);
      return isTomorrow && frozen?.frozenAtMs === call.atMs && isOf(frozen.pool, free);
    },
    effect(written: Written): string {
      const stored = storedOf(record, written);
      for (const id of houseAndKin(model, call.person?.householdId ?? null))
        record.involved.add(id);
      record.frozenAtMs = call.atMs;
      record.pool = stored.frozen?.pool ?? pool ?? [];
      record.panel = panel;
      if (!earlier) return state;
      const { seed, nightHash, aside, everDrawn } = earlier;
      Object.assign(record, { seed, nightHash, aside: [...aside], drawnAtMs: call.atMs });
      record.everDrawn = [...new Set([...everDrawn, ...panel])];
      return state;
    },
  };
}

/** Whoever steps aside is replaced where three are not left, by the next of the order. */
export function withoutOne(record: ModelRecord, personId: string) {
  const aside = [...record.aside, personId];
  const panel = voters({ ...record, seed: record.seed ?? '' }, record.pool, aside);
  return {
    tooFew: panel.length < votesNeeded,
    fits: (written: Written) => storedOf(record, written).draw?.panel.join() === panel.join(),
    effect() {
      Object.assign(record, { aside, panel });
      record.everDrawn = [...new Set([...record.everDrawn, ...panel])];
    },
  };
}

/** The seed is the one that was promised, or follows from the one before. */
function isPromised({ seed, seedHash }: ModelRecord, drawn: string): boolean {
  return seed === null
    ? sha(`panel-seed\n${drawn}`) === seedHash
    : drawn === sha(`panel-next\n${seed}`);
}

function drawOne(model: Model, record: ModelRecord, stored: StoredDraw, atMs: number): string[] {
  const { seed, night, nightHash, panel, drawnAtMs } = stored;
  const expected = voters({ seed, nightHash }, record.pool, []);
  const isDue = dayOf(record.frozenAtMs) < night && night === dayOf(atMs);
  const isRight =
    [isDue, isPromised(record, seed), drawnAtMs === atMs].every(Boolean) &&
    model.nights.get(night) === nightHash &&
    panel.join() === expected.join();
  Object.assign(record, { state: 'waiting-review', seed, nightHash, aside: [], drawnAtMs, panel });
  record.everDrawn = [...new Set([...record.everDrawn, ...panel])];
  return isRight ? [] : [`the draw of ${record.recordId} is another than was promised`];
}

type StoredRecord = Stored & { recordId: string };
export type StoredNight = {
  day: string;
  hash: string;
  seals: { villageId: string; hash: string }[];
};

export const nightHashOf = ({ day, seals }: StoredNight) =>
  sha(
    ['seals-of-night', day, ...seals.map((each) => `${each.villageId} ${each.hash}`).sort()].join(
      '\n',
    ),
  );

function follow(model: Model, _: RunView, commit: CommitView, atMs: number): string[] {
  const nights = commit.documents('nights') as unknown as StoredNight[];
  for (const night of nights) model.nights.set(night.day, nightHashOf(night));
  const records = commit.documents('records') as unknown as StoredRecord[];
  return records.flatMap((stored) => {
    const record = model.records.get(stored.recordId);
    if (record?.state !== 'waiting-draw' || !stored.draw) return [];
    return drawOne(model, record, stored.draw, atMs);
  });
}

/** The panels of what passed its check the day before, and the night they are drawn by. */
export const drawPanels: JobRule = {
  writes: ['nights', 'records', 'tasks', 'messages'],
  follow,
  leaves({ model, find, atMs }) {
    const today = dayOf(atMs);
    const seals = new Map(find('seals').map((each) => [each._id, each.hash]));
    const nights = find('nights') as unknown as StoredNight[];
    const strange = nights.flatMap((night) =>
      night.seals
        .filter(({ villageId, hash }) => seals.get(`${villageId}.${night.day}`) !== hash)
        .map(({ villageId }) => `the night of ${night.day} has another seal of ${villageId}`),
    );
    const sealed = [...model.villages.keys()].every((each) => seals.has(`${each}.${today}`));
    const mayWait = !sealed && atMs < endOf(addDays(today, -1)) + noonMs;
    const left = [...model.records.values()].filter(
      ({ state, frozenAtMs }) => state === 'waiting-draw' && dayOf(frozenAtMs) < today,
    );
    return [
      ...strange,
      ...(mayWait ? [] : left.map(({ recordId }) => `${recordId} was not drawn for`)),
    ];
  },
};
