import * as z from 'zod/mini';
import { contract } from './contract';
import * as f from './fields';
import {
  mostEventsShown,
  mostLotsDivided,
  mostMembersShown,
  mostOwnActs,
  tasksPerPage,
} from './limits';

/** What somebody of a household is to its head. */
export const relation = z.enum([
  'spouse',
  'child',
  'child-in-law',
  'parent',
  'grandchild',
  'grandparent',
  'sibling',
  'other',
]);
export type Relation = z.infer<typeof relation>;

const minors = z.int().check(z.minimum(0), z.maximum(20));
const mobile = z.string().check(z.regex(/^1(?:[3-9]\d|00)\d{8}$/));
/** A line of the register that is to be: of nobody under 18. */
const line = z.strictObject({
  name: f.personName,
  birthYear: z.int().check(z.minimum(1900), z.maximum(2100)),
  /** Who turns 18 this year: the registrar says that the birthday is over. */
  isAdult: z.optional(z.literal(true)),
  relation,
  phone: z.optional(mobile),
  residence: z.enum(['local', 'newcomer']),
});

const member = { memberId: f.ulid };
/** Who is the head from then on, where it is the head who goes. */
const nextHead = { headId: z.optional(f.ulid) };

const lot = z.strictObject({ lastDay: f.day, points: z.int().check(z.minimum(1)) });
/**
 * How the points of a household that splits are divided: by heads, or lot by lot as its adults
 * signed; `onPaper`: those without WeChat, who signed a sheet.
 */
const division = z.discriminatedUnion('how', [
  z.strictObject({ how: z.literal('heads') }),
  z.strictObject({
    how: z.literal('signed'),
    lots: f.listOf(lot, mostLotsDivided),
    onPaper: f.listOf(f.ulid, mostMembersShown),
  }),
]);

/** What happens to a household, by what kind of event it is. */
export const lifeChange = z.discriminatedUnion('kind', [
  /** Born, adopted, moved along: how many under 18 there are, never who. */
  z.strictObject({ kind: z.literal('children'), was: minors, minors }),
  z.strictObject({ kind: z.literal('adult'), line }),
  z.strictObject({ kind: z.literal('move-in'), line }),
  z.strictObject({ kind: z.literal('move-out'), ...member, ...nextHead }),
  z.strictObject({
    kind: z.literal('marry'),
    ...member,
    ...nextHead,
    toHouseholdId: f.householdId,
    relation,
  }),
  /** `relation`: what the head of before is to the new one. */
  z.strictObject({ kind: z.literal('head'), ...member, relation }),
  z.strictObject({ kind: z.literal('number'), number: f.householdNumber }),
  z.strictObject({ kind: z.literal('death'), ...member, ...nextHead }),
  /** 分户: `newHeadId` is the head of the new household, `headId` of the old one where its goes. */
  z.strictObject({
    kind: z.literal('split'),
    memberIds: f.listOf(f.ulid, mostMembersShown).check(z.minLength(1)),
    newHeadId: f.ulid,
    ...nextHead,
    number: f.householdNumber,
    /** How many children go along. */
    minors,
    division,
  }),
  /** 并户: everybody goes to the other household, which stays. */
  z.strictObject({ kind: z.literal('merge'), toHouseholdId: f.householdId }),
  /** 销户: the last is gone; nobody is named where nobody stands in the register any more. */
  z.strictObject({
    kind: z.literal('end'),
    memberId: z.optional(f.ulid),
    gone: z.enum(['died', 'moved']),
  }),
]);
export type LifeChange = z.infer<typeof lifeChange>;
export type LifeKind = LifeChange['kind'];

/** What stands in the way of it, when it is proposed and when it is carried out. */
const notPossible = [
  'household-not-found',
  'household-ended',
  'member-not-there',
  'holds-office',
  'last-of-household',
  'head-needed',
  'is-head',
  'name-stands-already',
  'stands-elsewhere',
  'not-adult',
  'children-changed',
  'number-taken',
  'same-household',
  'other-village',
  'kin-in-both',
  'last-administrator',
  'still-people',
  'spending-frozen',
  'open-orders',
  'being-handed-over',
  'wrong-state',
  'division-does-not-fit',
  'signs-by-phone',
  'paper-missing',
] as const;
/** Two people of other houses, one outside the committee. */
const notTheirs = ['own-household', 'near-relative'] as const;

/** The first of two people says what happened to a household; nothing changes yet. */
export const proposeLifeEvent = contract({
  functionName: 'people',
  action: 'propose-life-event',
  title: '登记一户的变动',
  kind: 'command',
  input: z.strictObject({ householdId: f.householdId, change: lifeChange }),
  value: z.object({ lifeEventId: f.ulid }),
  logged: ['householdId'],
  refusals: [...notTheirs, ...notPossible],
});

/** The second of the two: with a yes the register is changed at once, a no says why. */
export const answerLifeEvent = contract({
  functionName: 'people',
  action: 'answer-life-event',
  title: '确认一户的变动',
  kind: 'command',
  input: z.strictObject({
    lifeEventId: f.ulid,
    accept: z.boolean(),
    reason: z.optional(f.text(60)),
  }),
  value: z.object({ lifeEventId: f.ulid, state: z.enum(['done', 'refused']) }),
  said: ['reason'],
  logged: ['lifeEventId', 'accept'],
  refusals: [
    'event-not-found',
    'event-settled',
    'another-must-agree',
    'reason-needed',
    'private-number',
    'not-all-signed',
    ...notTheirs,
    ...notPossible,
  ],
});

/** Somebody of a household that splits agrees to how its points are divided. */
export const signLifeEvent = contract({
  functionName: 'people',
  action: 'sign-life-event',
  title: '同意分户怎么分积分',
  kind: 'command',
  input: z.strictObject({ lifeEventId: f.ulid }),
  value: z.object({ lifeEventId: f.ulid }),
  logged: ['lifeEventId'],
  refusals: ['event-not-found', 'event-settled', 'nothing-to-sign', 'already-signed'],
});

export const withdrawLifeEvent = contract({
  functionName: 'people',
  action: 'withdraw-life-event',
  title: '撤回登记的变动',
  kind: 'command',
  input: z.strictObject({ lifeEventId: f.ulid }),
  value: z.object({ lifeEventId: f.ulid }),
  logged: ['lifeEventId'],
  refusals: ['event-not-found', 'event-settled', 'not-your-event'],
});

const twoOf = z.enum(['cadre', 'supervisor', 'town-admin']);

export const lifeEvent = z.object({
  lifeEventId: f.ulid,
  kind: z.enum([
    ...['children', 'adult', 'move-in', 'move-out', 'marry', 'head', 'number', 'death'],
    ...['split', 'merge', 'end'],
  ] as [LifeKind, ...LifeKind[]]),
  villageName: z.string(),
  householdNumber: f.householdNumber,
  /** Whom it is about; null where it is nobody, or nobody is named any more. */
  name: z.nullable(z.string()),
  /** Who is to be entered; null once that is decided. */
  line: z.nullable(
    z.object({
      name: z.string(),
      birthYear: z.int(),
      relation,
      /** Masked for the household. */
      phone: z.nullable(z.string()),
      residence: z.enum(['local', 'newcomer']),
    }),
  ),
  /** How many under 18 there are then, and were. */
  minors: z.nullable(z.int()),
  was: z.nullable(z.int()),
  /** Who is the head from then on, where the one who goes was. */
  headName: z.nullable(z.string()),
  /** The household somebody moves to, or the number from then on. */
  otherNumber: z.nullable(f.householdNumber),
  relation: z.nullable(relation),
  /** Of a household that splits: who goes, what goes along, who agreed to it. */
  split: z.nullable(
    z.object({
      /** Names, one behind the other. */
      leaving: z.string(),
      newHead: z.nullable(z.string()),
      minors: z.int(),
      /** As signed; null where it is by heads. */
      lots: z.nullable(f.listOf(z.object({ lastDay: f.day, points: f.points }), mostLotsDivided)),
      signed: z.string(),
      onPaper: z.string(),
      missing: z.string(),
      /** The caller has to sign. */
      mine: z.boolean(),
    }),
  ),
  gone: z.nullable(z.enum(['died', 'moved'])),
  state: z.enum(['proposed', 'done', 'refused', 'withdrawn']),
  reason: z.nullable(z.string()),
  proposedAs: twoOf,
  proposedAtMs: f.instant,
  settledAs: z.nullable(twoOf),
  settledAtMs: z.nullable(f.instant),
});

/**
 * Events that wait for the caller, the longest waiting first; the caller's own that wait; and what
 * happened to the caller's household, the newest first.
 */
export const listLifeEvents = contract({
  functionName: 'people',
  action: 'list-life-events',
  title: '看登记的变动',
  kind: 'query',
  input: z.strictObject({ after: z.optional(f.cursor) }),
  value: z.object({
    events: f.listOf(lifeEvent, tasksPerPage),
    own: f.listOf(lifeEvent, mostOwnActs),
    ofHousehold: f.listOf(lifeEvent, mostEventsShown),
    more: z.boolean(),
    next: z.nullable(f.cursor),
  }),
  refusals: [],
});

/** Who stands in the register of a household, for whoever enters what happened to it. */
export const readRegisterLines = contract({
  functionName: 'people',
  action: 'read-register-lines',
  title: '看一户在册的人',
  kind: 'query',
  input: z.strictObject({ villageId: f.slug, householdNumber: f.householdNumber }),
  value: z.object({
    householdId: f.householdId,
    householdNumber: f.householdNumber,
    headName: z.string(),
    minors: z.int(),
    /** Points that can be divided where it splits, by their last day. */
    lots: f.listOf(z.object({ lastDay: f.day, points: f.points }), mostLotsDivided),
    lines: f.listOf(
      z.object({
        memberId: f.ulid,
        name: z.string(),
        relation: z.string(),
        isHead: z.boolean(),
        /** Whoever holds an office stays until the act that ends it. */
        holdsOffice: z.boolean(),
        /** Whoever uses WeChat signs on their own phone. */
        isJoined: z.boolean(),
      }),
      mostMembersShown,
    ),
  }),
  refusals: ['household-not-found', 'household-ended'],
});
