import type { people } from '../../../../src/contracts';
import type { InputOf } from '../../../../src/contracts/contract';
import { bodyOf } from './freezes';
import { areKin } from './kin';
import { type Happening, type InTheWay, type KindRule, kindsOfOne, livingIn } from './life-kinds';
import { kindsWithPoints } from './life-two';
import { isOfficer } from './offices';
import { type AnyRule, type Call, has, type Rule, when } from './rule';
import type { Model } from './state';
import type { Change, ModelEvent } from './state-of-people';

const kinds = { ...kindsOfOne, ...kindsWithPoints };

/** How its kind is followed, whatever it is. */
const kindOf = ({ kind }: Change) => kinds[kind] as unknown as KindRule<Change>;

const touchedBy = (householdId: string, change: Change): string[] =>
  'toHouseholdId' in change ? [householdId, change.toHouseholdId] : [householdId];

/** Of no household that it touches, nor near to one. */
function tooNear(model: Model, householdIds: readonly string[], { person }: Call) {
  const own = person?.householdId ?? '';
  const isOwn = householdIds.includes(own);
  return {
    'own-household': isOwn,
    'near-relative': !isOwn && householdIds.some((id) => areKin(model, own, id)),
  };
}

/** Who has signed on paper; null where nobody has to sign. */
function onPaperOf(change: Change): readonly string[] | null {
  if (change.kind !== 'split' || change.division.how === 'heads') return null;
  return change.division.onPaper;
}

/** Paper is for all those who have no phone here, and for nobody else. */
function paperInTheWay(change: Change, { model, household }: Happening): InTheWay {
  const onPaper = onPaperOf(change);
  if (!onPaper) return {};
  const living = livingIn(model, household.householdId);
  const isJoined = ({ personId }: { personId: string | null }) => personId !== null;
  return {
    'signs-by-phone': living.some((each) => isJoined(each) && onPaper.includes(each.memberId)),
    'paper-missing': living.some((each) => !isJoined(each) && !onPaper.includes(each.memberId)),
  };
}

/** Whether everybody agreed whose points they are: on their phone, or, who has none, on paper. */
function allSigned({ change, signed }: ModelEvent, { model, household }: Happening): boolean {
  const onPaper = onPaperOf(change);
  if (!onPaper) return true;
  return livingIn(model, household.householdId).every(
    ({ memberId, personId }) =>
      signed.includes(`${memberId} ${personId}`) ||
      (personId === null && onPaper.includes(memberId)),
  );
}

const proposeLifeEvent: Rule<InputOf<typeof people.proposeLifeEvent>> = {
  may: (model, { householdId }, person) =>
    isOfficer(person, model.households.get(householdId)?.villageId ?? 'nowhere'),
  decide(model, { householdId, change }, call) {
    const household = model.households.get(householdId);
    const householdIds = touchedBy(householdId, change);
    const areThere = householdIds.every((id) => model.households.has(id));
    if (!household || !areThere) return { refusals: ['household-not-found'] };
    if (household.ended) return { refusals: ['household-ended'] };
    const now = { model, household, call };
    return {
      refusals: when({
        ...tooNear(model, householdIds, call),
        ...paperInTheWay(change, now),
        ...kindOf(change).inTheWay(change, now),
      }),
      effect() {
        const { villageId } = household;
        model.events.set(call.commandId, {
          ...{ state: 'proposed', householdId, villageId, householdIds, change },
          ...{ proposer: call.personId, by: bodyOf(call.person, villageId) },
          ...{ signed: [], proposedAtMs: call.atMs },
        });
        return undefined;
      },
      value: () => ({ lifeEventId: call.commandId }),
    };
  },
};

const answerLifeEvent: Rule<InputOf<typeof people.answerLifeEvent>> = {
  may: (model, { lifeEventId }, person) =>
    isOfficer(person, model.events.get(lifeEventId)?.villageId ?? 'nowhere'),
  decide(model, { lifeEventId, accept, reason }, call) {
    const event = model.events.get(lifeEventId);
    const household = model.households.get(event?.householdId ?? '');
    if (!event || !household) return { refusals: ['event-not-found'] };
    const { change, householdIds } = event;
    const by = bodyOf(call.person, event.villageId);
    const isColleague = accept && event.by === 'committee' && by === 'committee';
    const now = { model, household, call };
    const standing = {
      'household-ended': household.ended !== null,
      'not-all-signed': !allSigned(event, now),
    };
    return {
      refusals: when({
        ...(accept && standing),
        ...(accept && !household.ended && kindOf(change).inTheWay(change, now)),
        'event-settled': event.state !== 'proposed',
        ...tooNear(model, householdIds, call),
        'another-must-agree': event.proposer === call.personId || isColleague,
        'reason-needed': !accept && !reason,
      }),
      effect(written) {
        event.state = accept ? 'done' : 'refused';
        return accept ? kindOf(change).happens(change, { ...now, written }) : undefined;
      },
      value: () => ({ lifeEventId, state: event.state }),
    };
  },
};

const signLifeEvent: Rule<InputOf<typeof people.signLifeEvent>> = {
  may: (_, __, person) => has(person, 'resident'),
  decide(model, { lifeEventId }, { person, personId }) {
    const event = model.events.get(lifeEventId);
    if (!event) return { refusals: ['event-not-found'] };
    const member = model.members.get(person?.memberId ?? '');
    const isTheirs = member?.householdId === event.householdId;
    const own = `${member?.memberId} ${personId}`;
    return {
      refusals: when({
        'event-settled': event.state !== 'proposed',
        'nothing-to-sign': !isTheirs || onPaperOf(event.change) === null,
        'already-signed': isTheirs && event.signed.includes(own),
      }),
      effect() {
        const [memberId = ''] = own.split(' ');
        const others = event.signed.filter(
          (each) => !each.startsWith(`${memberId} `) && !each.endsWith(` ${personId}`),
        );
        event.signed = [...others, own];
        return undefined;
      },
      value: () => ({ lifeEventId }),
    };
  },
};

const withdrawLifeEvent: Rule<InputOf<typeof people.withdrawLifeEvent>> = {
  may: (_, __, person) =>
    ['resident', 'cadre', 'supervisor', 'town-admin'].some((role) => has(person, role)),
  decide(model, { lifeEventId }, { personId }) {
    const event = model.events.get(lifeEventId);
    if (!event) return { refusals: ['event-not-found'] };
    return {
      refusals: when({
        'event-settled': event.state !== 'proposed',
        'not-your-event': event.proposer !== personId,
      }),
      effect() {
        event.state = 'withdrawn';
        return undefined;
      },
      value: () => ({ lifeEventId }),
    };
  },
};

/** What happens to households, by two people. */
export const lifeRules = {
  'propose-life-event': proposeLifeEvent,
  'answer-life-event': answerLifeEvent,
  'sign-life-event': signLifeEvent,
  'withdraw-life-event': withdrawLifeEvent,
} satisfies Record<string, AnyRule>;
