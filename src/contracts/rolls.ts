import * as z from 'zod/mini';
import { contract } from './contract';
import * as f from './fields';
import {
  mostCrossedOut,
  mostLinesOfARoll,
  mostOpenRolls,
  mostPickedForARoll,
  mostTypedForARoll,
  namesPerPage,
  rollsPerPage,
} from './limits';

/**
 * Whom the law counts by: 全体成年村民, 户代表, 村民代表会议组成人员, 集体经济组织成员,
 * 村党组织党员.
 */
export const rollKind = z.enum(['adults', 'delegates', 'representatives', 'collective', 'party']);
export type RollKind = z.infer<typeof rollKind>;

/** What a new roll begins with: who lives here by the register, the roll before it, nobody. */
export const rollBase = z.enum(['register', 'last', 'empty']);
export type RollBase = z.infer<typeof rollBase>;

const count = z.int().check(z.nonnegative());

/** The first of two people enters a roll; nobody is counted by it yet. */
export const enterRoll = contract({
  functionName: 'people',
  action: 'enter-roll',
  title: '登记名册',
  kind: 'command',
  input: z.strictObject({
    villageId: f.slug,
    kind: rollKind,
    /** The first day it is counted by, tomorrow at the earliest. */
    fromDay: f.day,
    /** Which meeting or paper it follows. */
    cites: f.text(60),
    base: rollBase,
    /** How many the base had when it was looked at. */
    seen: count.check(z.maximum(mostLinesOfARoll)),
    /** Of the base: members, and lines of names alone as `n` and their place on the roll before. */
    without: f.listOf(
      z.string().check(z.regex(/^(?:[0-9A-HJKMNP-TV-Z]{26}|n\d{1,4})$/)),
      mostCrossedOut,
    ),
    /** Of the register. */
    picked: f.listOf(
      z.strictObject({ memberId: f.ulid, woman: z.optional(z.literal(true)) }),
      mostPickedForARoll,
    ),
    /** As a list of the office has them; may be people whom the register does not know. */
    typed: f.listOf(
      z.strictObject({ name: f.personName, householdNumber: z.optional(f.householdNumber) }),
      mostTypedForARoll,
    ),
  }),
  value: z.object({ rollId: f.ulid, people: count, named: count }),
  said: ['cites'],
  logged: ['villageId', 'kind', 'fromDay', 'base', 'seen'],
  refusals: [
    'village-not-found',
    'roll-day-does-not-fit',
    'roll-waits',
    'base-does-not-fit',
    'no-roll-before',
    'register-changed',
    'not-in-register',
    'pick-from-register',
    'name-of-several',
    'twice-on-roll',
    'one-a-household',
    'nobody-on-roll',
    'too-many-on-roll',
    'private-number',
  ],
});

/** The second of the two: with a yes it is counted by from its day on, a no says why. */
export const answerRoll = contract({
  functionName: 'people',
  action: 'answer-roll',
  title: '确认名册',
  kind: 'command',
  input: z.strictObject({
    rollId: f.ulid,
    accept: z.boolean(),
    reason: z.optional(f.text(60)),
  }),
  /** The day may be later than was entered: never before the day after the yes. */
  value: z.object({ rollId: f.ulid, state: z.enum(['confirmed', 'refused']), fromDay: f.day }),
  said: ['reason'],
  logged: ['rollId', 'accept'],
  refusals: [
    'roll-not-found',
    'roll-settled',
    'another-must-agree',
    'reason-needed',
    'private-number',
  ],
});

export const withdrawRoll = contract({
  functionName: 'people',
  action: 'withdraw-roll',
  title: '撤回登记的名册',
  kind: 'command',
  input: z.strictObject({ rollId: f.ulid }),
  value: z.object({ rollId: f.ulid }),
  logged: ['rollId'],
  refusals: ['roll-not-found', 'roll-settled', 'not-your-roll'],
});

const twoOf = z.enum(['cadre', 'supervisor', 'town-admin']);

/** What everybody may know of a roll: its day, its ground, its counts. */
export const shownRoll = z.object({
  rollId: f.ulid,
  kind: rollKind,
  state: z.enum(['proposed', 'confirmed', 'refused', 'withdrawn']),
  fromDay: f.day,
  cites: z.string(),
  people: count,
  /** Of them whom the register does not know. */
  named: count,
  /** Of the representatives' roll: who sits there by an office of the committee, and the women. */
  committee: count,
  women: count,
  /** Of the delegates' roll: how many households the village had when it was entered. */
  households: z.nullable(count),
  enteredAs: twoOf,
  enteredAtMs: f.instant,
  settledAs: z.nullable(twoOf),
  settledAtMs: z.nullable(f.instant),
});

/**
 * Rolls that are counted by today, and all that were confirmed, the newest first. Public; without a
 * name.
 */
export const listRolls = contract({
  functionName: 'people',
  action: 'list-rolls',
  title: '看村里的名册',
  kind: 'query',
  input: z.strictObject({ villageId: f.slug, after: z.optional(f.cursor) }),
  value: z.object({
    villageName: z.string(),
    inForce: f.listOf(
      z.object({
        ...shownRoll.shape,
        /** Whether the caller stands on it; null for whoever is of another village. */
        mine: z.nullable(z.boolean()),
      }),
      rollKind.options.length,
    ),
    rolls: f.listOf(shownRoll, rollsPerPage),
    more: z.boolean(),
    next: z.nullable(f.cursor),
  }),
  refusals: ['village-not-found'],
});

/** What waits, or was turned down, the newest first: for those who enter and confirm rolls. */
export const listOpenRolls = contract({
  functionName: 'people',
  action: 'list-open-rolls',
  title: '看等确认的名册',
  kind: 'query',
  input: z.strictObject({ villageId: f.slug }),
  value: z.object({
    rolls: f.listOf(
      z.object({ ...shownRoll.shape, reason: z.nullable(z.string()) }),
      mostOpenRolls,
    ),
  }),
  refusals: [],
});

/** One roll with its names, page by page, for those who enter and confirm rolls. */
export const readRoll = contract({
  functionName: 'people',
  action: 'read-roll',
  title: '看一份名册',
  kind: 'query',
  input: z.strictObject({ rollId: f.ulid, page: z.optional(count.check(z.maximum(999))) }),
  value: z.object({
    villageId: f.slug,
    villageName: z.string(),
    roll: shownRoll,
    reason: z.nullable(z.string()),
    /** The caller entered it, and may take it back. */
    own: z.boolean(),
    /** The caller may be its second. */
    mayAnswer: z.boolean(),
    lines: f.listOf(
      z.object({
        /** What a later roll crosses it out by. */
        line: z.string(),
        /** Null once the person was erased, or left the register. */
        name: z.nullable(z.string()),
        householdNumber: z.nullable(f.householdNumber),
        inRegister: z.boolean(),
        woman: z.boolean(),
        committee: z.boolean(),
      }),
      namesPerPage,
    ),
    more: z.boolean(),
    next: z.nullable(count),
  }),
  refusals: ['roll-not-found'],
});

/** What a new roll could begin with, for whoever enters it. */
export const readRollBase = contract({
  functionName: 'people',
  action: 'read-roll-base',
  title: '看名册从哪里写起',
  kind: 'query',
  input: z.strictObject({ villageId: f.slug, kind: rollKind }),
  value: z.object({
    /** Adults by the register, without those who came from elsewhere; null of other kinds. */
    register: z.nullable(count),
    /** Lines that no second person has seen, and that are therefore not counted there. */
    unseen: count,
    /** The roll confirmed last, and how many of it would be taken over. */
    last: z.nullable(z.object({ rollId: f.ulid, fromDay: f.day, people: count })),
    /** Who comes onto the representatives' roll by their office; null of other kinds. */
    committee: z.nullable(count),
    /** One of the kind waits to be confirmed. */
    waits: z.boolean(),
  }),
  refusals: ['village-not-found'],
});
