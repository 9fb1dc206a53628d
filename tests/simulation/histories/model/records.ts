import type { points } from '../../../../src/contracts';
import type { InputOf } from '../../../../src/contracts/contract';
import { itemOf, pointsOf, spendsOf } from './caps';
import { addDays, addWorkingDays, dayOf, endOf } from './days';
import { houseAndKin, toTheDraw, votesNeeded, withoutOne } from './draw';
import { forOthers } from './proxies';
import { type AnyRule, type Call, has, type Rule, type Verdict, when } from './rule';
import type { Model, ModelHousehold, ModelRecord } from './state';

type DeedInput = InputOf<typeof points.declareDeed>;
export type Decision = InputOf<typeof points.checkRecord>;

const noticeDays = 5;
const reviewWorkingDays = 3;

const villageOf = (model: Model, householdId: string) =>
  model.households.get(householdId)?.villageId ?? '';

/** One side of the register is enough. */
export function areRelatives(model: Model, left: string, right: string | null): boolean {
  if (right === null || left === right || villageOf(model, left) !== villageOf(model, right))
    return false;
  const lists = (from: string, to: string) =>
    model.households.get(from)?.relatives.includes(to) === true;
  return lists(left, right) || lists(right, left);
}

function mustBeAnAllowedDay(day: string, atMs: number): boolean {
  const today = dayOf(atMs);
  return addDays(day, 0) === day && day <= today && day >= addDays(today, -30);
}

const isPhoto = (photo: string) => /\/evidence\/[\w-]+\.(jpg|jpeg|png)$/i.test(photo);

/** Free again for the same household where its record came to nothing before the notice. */
function isTaken(model: Model, photo: string, householdId: string): boolean {
  const claimant = model.records.get(model.photos.get(photo) ?? '');
  if (!claimant) return false;
  const cameToNothing = /^(withdrawn|refused-at-.*)$/.test(claimant.state);
  return claimant.householdId !== householdId || !cameToNothing;
}

/** What a deed would bring, or why it may not be recorded. */
function assess(model: Model, householdId: string, deed: DeedInput, byCadre: boolean, call: Call) {
  const item = itemOf(deed.itemId);
  if (!item) return { refusals: ['item-not-found'], points: 0, spends: 0 };
  const given = pointsOf(item, deed.units, deed.levelId);
  const missing = item.standard.kind === 'levels' ? 'level-needed' : 'units-needed';
  const uses = model.uses.get(householdId) ?? [];
  const isRepeat = uses.some(
    (use) => use.itemId === deed.itemId && use.day === deed.day && !use.onceOnly,
  );
  const refusals = when({
    'item-not-for-you': !item.declarers.includes(byCadre ? 'cadre' : 'resident'),
    'day-not-allowed': !mustBeAnAllowedDay(deed.day, call.atMs),
    [missing]: given === null,
    'photo-needed': item.evidence === 'photo' && deed.photos.length === 0,
    'same-deed': isRepeat && item.oncePerDay === true,
    'same-deed-reason': isRepeat && !item.oncePerDay && deed.note === undefined,
    'photo-not-yours': deed.photos.some(
      (photo) => !isPhoto(photo) || isTaken(model, photo, householdId),
    ),
  });
  const points = given ?? 0;
  return { refusals, points, spends: spendsOf(item, points, deed.day, uses) };
}

function create(
  model: Model,
  householdId: string,
  deed: DeedInput,
  byCadre: boolean,
  call: Call,
): Verdict {
  const { refusals, points, spends } = assess(model, householdId, deed, byCadre, call);
  const { commandId: recordId, personId: recorder, person, proxy } = call;
  const { itemId, day, photos } = deed;
  const own = person?.householdId ?? null;
  const helpersHome = proxy ? (model.persons.get(proxy.helper)?.householdId ?? null) : null;
  const isOver = (model.households.get(householdId)?.ended ?? null) !== null;
  return {
    refusals: [...when({ 'household-ended': isOver }), ...refusals],
    effect(written) {
      model.records.set(recordId, {
        ...{ recordId, householdId, recorder, byCadre, itemId, points, day },
        ...{
          state: 'waiting-check',
          villageId: villageOf(model, householdId),
          spends,
        },
        ...{
          deciders: [recorder],
          involved: new Set(byCadre ? houseAndKin(model, own) : houseAndKin(model, helpersHome)),
          panel: [],
          pool: [],
          frozenAtMs: 0,
          seedHash: String(written('records', recordId)?.seedHash),
          seed: null,
          nightHash: '',
          aside: [],
          againOf: model.drawnDeeds.get(deedOf({ householdId, itemId, day })) ?? null,
          everDrawn: [],
          drawnAtMs: 0,
          votes: new Map(),
        },
        byProxy: proxy ? { helper: proxy.helper, second: proxy.second } : null,
        ...{
          objectors: [],
          objectedAtMs: 0,
          checkers: [],
          proposed: null,
          proposers: [],
          spendableAtMs: 0,
        },
        ...{
          objector: null,
          objectionWitness: null,
          closesAtMs: 0,
          spendable: 'none',
          recordedAtMs: call.atMs,
        },
        ...{ photos: new Set(photos).size, noticeId: '', line: 0, postedAtMs: 0 },
      });
      const uses = model.uses.get(householdId) ?? [];
      model.uses.set(householdId, [...uses, { recordId, itemId, day, points: spends }]);
      for (const photo of photos) model.photos.set(photo, recordId);
      return undefined;
    },
    value: () => ({ recordId, state: 'waiting-check', points }),
  };
}

/** States that nobody moves a record out of. */
export const ended: ReadonlySet<string> = new Set([
  ...['posted', 'withdrawn', 'refused-at-check', 'refused-at-cosign', 'refused-at-review'],
  'objection-upheld',
  'reversed',
]);

type OfDeed = Pick<ModelRecord, 'householdId' | 'itemId' | 'day'>;
const deedOf = ({ householdId, itemId, day }: OfDeed) => `${householdId} ${itemId} ${day}`;

/** @param decider null for a vote: who voted may be drawn again */
export function moveTo(
  model: Model,
  record: ModelRecord,
  state: string,
  decider: string | null,
): undefined {
  record.state = state;
  if (decider !== null) record.deciders.push(decider);
  if (!ended.has(state) || state === 'posted') return;
  if (record.seed !== null) model.drawnDeeds.set(deedOf(record), record.recordId);
  const uses = model.uses.get(record.householdId) ?? [];
  const left = uses.filter((use) => use.recordId !== record.recordId);
  model.uses.set(record.householdId, left);
}

export type OnRecord = { recordId: string };

/** A rule about a record that is there; who may try at it is asked of its village. */
export function onRecord<Input extends OnRecord>(
  role: string,
  from: string,
  decide: (model: Model, record: ModelRecord, input: Input, call: Call) => Verdict,
): Rule<Input> {
  return {
    may: (model, { recordId }, person) => {
      const record = model.records.get(recordId);
      return record !== undefined && has(person, role, record.villageId);
    },
    decide(model, input, call) {
      const record = model.records.get(input.recordId);
      if (!record) return { refusals: ['record-not-found'] };
      const verdict = decide(model, record, input, call);
      if (record.state !== from) return { refusals: ['wrong-state', ...verdict.refusals] };
      return verdict;
    },
  };
}

/** Nobody decides on what they recorded, on their own household or on near relatives. */
export function conflicts(model: Model, record: ModelRecord, { personId, person }: Call) {
  const own = person?.householdId ?? null;
  return {
    'recorder-may-not-decide': [record.recorder, record.byProxy?.second].includes(personId),
    'own-household': own === record.householdId,
    'near-relative': areRelatives(model, record.householdId, own),
  };
}

/** Where a record stands after its move. */
export const whereItIs =
  (record: ModelRecord): Verdict['value'] =>
  () => ({ recordId: record.recordId, state: record.state });

export const reasonIsMissing = ({ accept, reason }: Decision) => !accept && !reason;

/** 核对 and 联签: refuse, pass on to the supervisor, or freeze who may be drawn. */
function decideBeforePanel(refused: string, passesOn: (household: ModelHousehold) => boolean) {
  return (model: Model, record: ModelRecord, input: Decision, call: Call): Verdict => {
    const household = model.households.get(record.householdId);
    const passed = input.accept && household !== undefined && passesOn(household);
    const draws = input.accept && !passed;
    const to = passed ? 'waiting-cosign' : refused;
    const drawn = toTheDraw(model, record, call, true);
    const ownIds = houseAndKin(model, call.person?.householdId ?? null);
    const refusals = when({
      ...conflicts(model, record, call),
      'reason-needed': reasonIsMissing(input),
      'panel-too-small': draws && drawn.tooFew,
    });
    return {
      refusals,
      // The household is only read: an office given to it meanwhile may not have been seen yet.
      fits: draws ? drawn.fits : (written) => written('records', record.recordId)?.state === to,
      effect(written) {
        for (const id of ownIds) record.involved.add(id);
        record.checkers.push(call.personId);
        const state = draws ? drawn.effect(written) : to;
        return moveTo(model, record, state, call.personId);
      },
      value: whereItIs(record),
    };
  };
}

function review(model: Model, record: ModelRecord, input: Decision, call: Call): Verdict {
  const refusals = when({
    ...conflicts(model, record, call),
    'reason-needed': reasonIsMissing(input),
    'not-on-panel': !record.panel.includes(call.personId),
    'already-voted': record.votes.has(call.personId),
  });
  return {
    refusals,
    effect() {
      record.votes.set(call.personId, input.accept);
      record.checkers.push(call.personId);
      const agreeing = [...record.votes.values()].filter((vote) => vote).length;
      const against = record.votes.size - agreeing;
      const decided = against * 2 > votesNeeded ? 'refused-at-review' : 'waiting-review';
      moveTo(model, record, agreeing * 2 > votesNeeded ? 'waiting-notice' : decided, null);
      return undefined;
    },
    value: () => ({
      ...{ recordId: record.recordId, state: record.state },
      ...{ votesCast: record.votes.size, votesNeeded },
    }),
  };
}

function stepAside(model: Model, record: ModelRecord, _: OnRecord, call: Call): Verdict {
  const left = withoutOne(record, call.personId);
  return {
    refusals: when({
      'not-on-panel': !record.panel.includes(call.personId),
      'already-voted': record.votes.has(call.personId),
      'nobody-comes-in': left.tooFew,
    }),
    fits: left.fits,
    effect() {
      left.effect();
      return moveTo(model, record, 'waiting-review', null);
    },
    value: whereItIs(record),
  };
}

function redraw(model: Model, record: ModelRecord, _: OnRecord, call: Call): Verdict {
  const lastDay = addWorkingDays(dayOf(record.drawnAtMs), reviewWorkingDays);
  const drawn = toTheDraw(model, record, call, false);
  return {
    refusals: when({
      ...conflicts(model, record, call),
      'panel-not-late': call.atMs < endOf(lastDay),
      'panel-too-small': drawn.tooFew,
    }),
    fits: drawn.fits,
    effect(written) {
      const state = drawn.effect(written);
      record.votes.clear();
      return moveTo(model, record, state, call.personId);
    },
    value: whereItIs(record),
  };
}

type Objection = InputOf<typeof points.objectToRecord>;
type Answer = InputOf<typeof points.answerObjection>;

const declareDeed: Rule<DeedInput> = forOthers({
  may: (_, __, person) => has(person, 'resident'),
  decide: (model, input, call) => create(model, call.person?.householdId ?? '', input, false, call),
});

const recordDeed: Rule<InputOf<typeof points.recordDeed>> = {
  may: (model, { householdId }, person) => has(person, 'cadre', villageOf(model, householdId)),
  decide(model, input, call) {
    const { householdId, ...deed } = input;
    if (!model.households.has(householdId)) return { refusals: ['household-not-found'] };
    const verdict = create(model, householdId, deed, true, call);
    const own = call.person?.householdId ?? null;
    const near = when({
      'own-household': own === householdId,
      'near-relative': areRelatives(model, householdId, own),
    });
    return { ...verdict, refusals: [...near, ...verdict.refusals] };
  },
};

const withdraw: Rule<OnRecord & { proxyId?: string | undefined }> = forOthers({
  may(model, { recordId }, person) {
    const record = model.records.get(recordId);
    if (!record) return false;
    const own = person?.householdId === record.householdId && has(person, 'resident');
    return own || has(person, 'cadre', record.villageId);
  },
  decide(model, { recordId }, { person, personId }) {
    const record = model.records.get(recordId);
    if (!record) return { refusals: ['record-not-found'] };
    const ofHousehold = person?.householdId === record.householdId;
    const recorded = record.recorder === personId && record.byProxy === null;
    const theirs = recorded || (!record.byCadre && ofHousehold);
    return {
      refusals: when({
        'wrong-state': record.state !== 'waiting-check',
        'not-the-recorder': !theirs,
      }),
      effect: () => moveTo(model, record, 'withdrawn', personId),
      value: whereItIs(record),
    };
  },
});

const openNotice: Rule<InputOf<typeof points.openNotice>> = {
  may: (_, { villageId }, person) => has(person, 'cadre', villageId),
  decide(model, { villageId, recordIds }, { atMs, personId, commandId: noticeId }) {
    const closesAtMs = endOf(addDays(dayOf(atMs), noticeDays));
    const records = recordIds.map((recordId) => model.records.get(recordId));
    const there = records.flatMap((record) => record ?? []);
    return {
      refusals: when({
        'record-not-found': there.length < records.length,
        'other-village': there.some((record) => record.villageId !== villageId),
        'wrong-state': there.some(({ state }) => state !== 'waiting-notice'),
      }),
      effect() {
        for (const [line, record] of there.entries()) {
          moveTo(model, record, 'on-notice', personId);
          Object.assign(record, { closesAtMs, noticeId, line });
        }
        return undefined;
      },
      value: () => ({ noticeId, closesAtMs, count: there.length }),
    };
  },
};

function object(model: Model, record: ModelRecord, _: Objection, call: Call): Verdict {
  return {
    refusals: when({
      'notice-closed': call.atMs >= record.closesAtMs,
      'already-objected': record.objectors.includes(call.personId),
    }),
    effect() {
      record.objector = call.personId;
      record.objectors.push(call.personId);
      record.objectedAtMs = call.atMs;
      record.objectionWitness = call.proxy?.second ?? null;
      return moveTo(model, record, 'objected', call.personId);
    },
    value: whereItIs(record),
  };
}

/** Three days are the supervisors' alone, and the last is no day off. */
function isTheirTurn({ objectedAtMs }: ModelRecord, atMs: number): boolean {
  const third = addDays(dayOf(objectedAtMs), 3);
  return atMs < endOf(addWorkingDays(addDays(third, -1), 1));
}

function answer(model: Model, record: ModelRecord, { uphold }: Answer, call: Call): Verdict {
  const isSupervisor = has(call.person, 'supervisor', record.villageId);
  const objected = {
    'checker-may-not-answer': record.checkers.includes(call.personId),
    'committee-may-not-answer': has(call.person, 'cadre', record.villageId),
    'supervisors-turn': !isSupervisor && isTheirTurn(record, call.atMs),
    'objector-may-not-answer': [record.objector, record.objectionWitness].includes(call.personId),
  };
  return {
    refusals: when({ ...conflicts(model, record, call), ...objected }),
    effect: () => moveTo(model, record, uphold ? 'objection-upheld' : 'on-notice', call.personId),
    value: whereItIs(record),
  };
}

/** No books are forged in a history, so that there never is an alarm to settle. */
const settleSealAlarm: Rule<InputOf<typeof points.settleSealAlarm>> = {
  may: (_, { villageId }, person) =>
    has(person, 'supervisor', villageId) || has(person, 'town-admin'),
  decide: () => ({ refusals: ['alarm-not-found'] }),
};

/** How a record moves, one rule for each action of `points`. */
export const recordRules = {
  'declare-deed': declareDeed,
  'record-deed': recordDeed,
  'withdraw-record': withdraw,
  'check-record': onRecord<Decision>(
    'cadre',
    'waiting-check',
    decideBeforePanel('refused-at-check', (household) => household.ofCommittee),
  ),
  'cosign-record': onRecord<Decision>(
    'supervisor',
    'waiting-cosign',
    decideBeforePanel('refused-at-cosign', () => false),
  ),
  'review-record': onRecord<Decision>('panel', 'waiting-review', review),
  'step-aside': onRecord<OnRecord>('panel', 'waiting-review', stepAside),
  'redraw-panel': onRecord<OnRecord>('cadre', 'waiting-review', redraw),
  'open-notice': openNotice,
  'object-to-record': forOthers(onRecord<Objection>('resident', 'on-notice', object)),
  'answer-objection': {
    ...onRecord<Answer>('supervisor', 'objected', answer),
    may: (model, { recordId }, person) => {
      // The town may ask after any record, also one that is not there.
      const record = model.records.get(recordId);
      if (has(person, 'town-admin')) return true;
      return record !== undefined && has(person, 'supervisor', record.villageId);
    },
  } satisfies Rule<Answer>,
  'settle-seal-alarm': settleSealAlarm,
} satisfies Record<string, AnyRule>;
