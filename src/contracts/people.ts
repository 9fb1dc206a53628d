import * as z from 'zod/mini';
import { contract } from './contract';
import * as f from './fields';
import { mostLinesOfAPhone, mostVillages, namesPerPage, tasksPerPage } from './limits';
import { reminder } from './messages';
import { byProxy } from './proxy';

/**
 * Seats of people without a household, each by invitation and with a term: 指导单位、旗里观察员、
 * 合作商户、会计、配送员、镇工作人员、镇党委/纪委.
 */
export const seat = z.enum([
  ...(['guide', 'observer', 'merchant', 'accountant', 'carrier'] as const),
  ...(['town-staff', 'discipline'] as const),
]);
export type Seat = z.infer<typeof seat>;

export const role = z.enum([
  ...(['resident', 'cadre', 'panel', 'supervisor', 'keeper', 'town-admin'] as const),
  ...seat.options,
]);
export type Role = z.infer<typeof role>;

/** A role somebody holds, at one place: a village, a shop, or the town (`town`). */
export const heldRole = z.object({
  ...{ role, place: f.slug, placeName: z.string() },
  /** Of an invitation: from this day on it gives no right. */
  untilDay: z.optional(f.day),
});
/** What was granted (`mostRolesGranted`), before joining and after, and living here. */
const roles = f.listOf(heldRole, 50);

export const village = z.object({
  villageId: f.slug,
  name: z.string(),
  townName: z.string(),
  sample: z.boolean(),
});

export const listVillages = contract({
  functionName: 'people',
  action: 'list-villages',
  title: '看有哪些嘎查村',
  kind: 'query',
  input: f.nothing,
  /** `founded` false: nobody has opened the town yet, and whoever sets it up can. */
  value: z.object({ founded: z.boolean(), villages: f.listOf(village, mostVillages) }),
  refusals: [],
});

/** What the scanned village code stands for. */
export const readVillage = contract({
  functionName: 'people',
  action: 'read-village',
  title: '看这个嘎查村',
  kind: 'query',
  input: z.strictObject({ villageId: f.slug }),
  value: village,
  refusals: ['village-not-found'],
});

export const me = z.object({
  name: z.string(),
  householdId: f.householdId,
  householdNumber: f.householdNumber,
  householdName: z.string(),
  villageId: f.slug,
  villageName: z.string(),
  namesShown: z.boolean(),
  roles,
  /** Somebody else joined the household lately, on this day. */
  joinedLately: z.optional(f.day),
});

export const whoAmI = contract({
  functionName: 'people',
  action: 'who-am-i',
  title: '看我是谁',
  kind: 'query',
  input: f.nothing,
  value: z.object({
    me: z.nullable(me),
    /** Of who was invited and lives in no household. */
    name: z.optional(z.string()),
    /** Roles without a household: the town's own people. */
    roles,
    waitingJoin: z.nullable(
      z.object({
        villageName: z.string(),
        householdNumber: f.householdNumber,
        askedAtMs: f.instant,
      }),
    ),
    /** They asked to be entered in the register; also once that was refused, as long as kept. */
    waitingEntry: z.optional(
      z.object({
        villageName: z.string(),
        householdNumber: z.nullable(f.householdNumber),
        askedAtMs: f.instant,
        state: z.enum(['waiting', 'agreed', 'refused', 'appealed', 'backed', 'closed']),
        /** Why it was refused, the last time. */
        reason: z.nullable(z.string()),
      }),
    ),
    /** The cloud's time: a phone's clock may be wrong. */
    atMs: z.optional(f.instant),
    /** Each template that is set up, for WeChat to ask about. */
    reminders: f.listOf(reminder, 5),
    /** The household that the caller acts for, until they say that it is over. */
    proxy: z.nullable(
      z.object({
        proxyId: f.ulid,
        householdId: f.householdId,
        householdNumber: f.householdNumber,
        villageId: f.slug,
        villageName: z.string(),
        /** None left where its time is over. */
        leftMs: z.int(),
      }),
    ),
  }),
  refusals: [],
});

/** From `wechat.read-phone-number`: a number that WeChat vouches for. */
const phoneToken = z.string().check(z.maxLength(400));

/** The lines of the register with the number that the caller has proven, nobody joined as them. */
export const findMyLine = contract({
  functionName: 'people',
  action: 'find-my-line',
  title: '用手机号找自己在户册的哪一户',
  kind: 'query',
  input: z.strictObject({ phoneToken }),
  value: z.object({
    lines: f.listOf(
      z.object({
        villageId: f.slug,
        villageName: z.string(),
        householdNumber: f.householdNumber,
        maskedName: z.string(),
      }),
      mostLinesOfAPhone,
    ),
  }),
  refusals: ['phone-token-stale', 'phone-of-many', 'too-many-tries'],
});

export const join = contract({
  functionName: 'people',
  action: 'join',
  title: '加入本村',
  kind: 'command',
  input: z.strictObject({
    villageId: f.slug,
    householdNumber: f.householdNumber,
    /** Not needed where the proven number is that of one line of the household. */
    name: z.optional(f.personName),
    /** With the number of the register one joins at once. */
    phoneToken: z.optional(phoneToken),
    /** Separate consent to one's household line being seen by the village (PIPL art. 25). */
    namesShown: z.boolean(),
  }),
  /** The answer is kept in the command log for good, so it names neither village nor household. */
  value: z.object({ state: z.enum(['joined', 'waiting']) }),
  refusals: [
    'village-not-found',
    'not-in-register',
    'name-needed',
    'already-joined',
    'too-many-tries',
    'phone-token-stale',
    'member-taken',
  ],
});

export const joinRequest = z.object({
  joinRequestId: z.string(),
  villageName: z.string(),
  householdNumber: f.householdNumber,
  name: z.string(),
  askedAtMs: f.instant,
});

/** As whom one of two people decides. */
const twoOf = z.enum(['cadre', 'supervisor', 'town-admin']);

/** As whom the first of the two agreed; nobody has yet, where it is null. */
const joinToAnswer = z.object({
  ...joinRequest.shape,
  agreedAs: z.nullable(twoOf),
});

/** Those that wait for the caller, of all their offices, the longest waiting first. */
export const listJoinRequests = contract({
  functionName: 'people',
  action: 'list-join-requests',
  title: '看谁想加入',
  kind: 'query',
  input: z.strictObject({ after: z.optional(f.cursor) }),
  value: z.object({
    requests: f.listOf(joinToAnswer, tasksPerPage),
    more: z.boolean(),
    next: z.nullable(f.cursor),
  }),
  refusals: [],
});

export const answerJoin = contract({
  functionName: 'people',
  action: 'answer-join',
  title: '答复加入申请',
  kind: 'command',
  input: z.strictObject({
    joinRequestId: z.string().check(z.regex(/^[a-z0-9-]{1,40}\.[0-9A-HJKMNP-TV-Z]{26}$/)),
    /** Whom the answerer saw: whoever asks anew as somebody else is not let in by this answer. */
    householdNumber: f.householdNumber,
    name: f.personName,
    accept: z.boolean(),
  }),
  value: z.object({ joinRequestId: z.string(), state: z.enum(['agreed', 'joined', 'refused']) }),
  logged: ['accept'],
  refusals: [
    'join-request-not-found',
    'join-already-answered',
    'join-request-changed',
    'own-request',
    'own-household',
    'near-relative',
    'member-taken',
    'not-your-job',
    'another-must-agree',
  ],
});

/** Stops the household's spending at once; earning and cancelling go on. */
export const freezeSpending = contract({
  functionName: 'people',
  action: 'freeze-spending',
  title: '先别让人换东西',
  kind: 'command',
  input: z.strictObject(byProxy),
  value: z.object({ sinceDay: f.day }),
  logged: ['proxyId'],
  refusals: ['household-ended', 'adult-only', 'already-frozen', 'froze-lately'],
  byProxy: true,
});

/** The first of two people is kept, the second lets the household spend again. */
export const settleFreeze = contract({
  functionName: 'people',
  action: 'settle-freeze',
  title: '让一户接着换东西',
  kind: 'command',
  input: z.strictObject({ householdId: f.householdId }),
  value: z.object({ householdId: f.householdId, state: z.enum(['agreed', 'free']) }),
  logged: ['householdId'],
  refusals: [
    'household-not-found',
    'not-frozen',
    'own-freeze',
    'own-household',
    'near-relative',
    'another-must-agree',
  ],
});

/** Frozen households that wait for the caller, the longest waiting first. */
export const listFreezes = contract({
  functionName: 'people',
  action: 'list-freezes',
  title: '看哪些户停用了积分',
  kind: 'query',
  input: z.strictObject({ after: z.optional(f.cursor) }),
  value: z.object({
    freezes: f.listOf(
      z.object({
        householdId: f.householdId,
        householdNumber: f.householdNumber,
        villageName: z.string(),
        frozenAtMs: f.instant,
        agreedAs: z.nullable(twoOf),
      }),
      tasksPerPage,
    ),
    more: z.boolean(),
    next: z.nullable(f.cursor),
  }),
  refusals: [],
});

/**
 * Lines of the register that somebody else entered alone and that wait for the caller: of the
 * village that has waited longest, a page at a time.
 */
export const listEntries = contract({
  functionName: 'people',
  action: 'list-entries',
  title: '看户册里新录入的人',
  kind: 'query',
  input: z.strictObject({ after: z.optional(f.cursor) }),
  value: z.object({
    /** Null where nothing waits for them. */
    villageId: z.nullable(f.slug),
    villageName: z.string(),
    entries: f.listOf(
      z.object({
        memberId: f.ulid,
        householdNumber: z.int(),
        headName: z.string(),
        name: z.string(),
        relation: z.string(),
        birthYear: z.int(),
        phone: z.nullable(z.string()),
        enteredAtMs: f.instant,
        enteredAs: twoOf,
      }),
      namesPerPage,
    ),
    more: z.boolean(),
    next: z.nullable(f.cursor),
  }),
  refusals: [],
});

/**
 * The second person says that lines of the register are right; from then on their numbers prove who
 * somebody is. What changed since it was seen, or is not theirs to confirm, is left.
 */
export const confirmEntries = contract({
  functionName: 'people',
  action: 'confirm-entries',
  title: '核对户册里新录入的人',
  kind: 'run',
  input: z.strictObject({
    villageId: f.slug,
    lines: z
      .array(z.strictObject({ memberId: f.ulid, enteredAtMs: f.instant }))
      .check(z.minLength(1), z.maxLength(namesPerPage)),
  }),
  value: z.object({ villageId: f.slug, confirmed: z.int(), left: z.int() }),
  logged: ['villageId', 'lines'],
  refusals: ['village-not-found', 'another-must-agree'],
});

export const setNamesShown = contract({
  functionName: 'people',
  action: 'set-names-shown',
  title: '选择公示时显不显示姓名',
  kind: 'command',
  input: z.strictObject({ namesShown: z.boolean() }),
  value: z.object({ namesShown: z.boolean() }),
  logged: ['namesShown'],
  refusals: ['adult-only'],
});

export const household = z.object({
  householdId: f.householdId,
  householdNumber: f.householdNumber,
  /** Masked: `张*`. */
  householdName: z.string(),
  memberCount: z.int(),
});

/** The card carries an identifier, not value: it can be copied, it opens nothing. */
export const readHouseholdCard = contract({
  functionName: 'people',
  action: 'read-household-card',
  title: '出示户码',
  kind: 'query',
  input: f.nothing,
  value: z.object({ cardText: z.string(), household, villageName: z.string() }),
  refusals: [],
});

/**
 * By card text, household number or any part of a name, within one village, the closest first.
 * Committee members see names in full, since they act on them; others see them masked.
 */
export const findHouseholds = contract({
  functionName: 'people',
  action: 'find-households',
  title: '找一户',
  kind: 'query',
  input: z.strictObject({ villageId: f.slug, search: f.text(80) }),
  value: z.object({
    households: f.listOf(
      z.extend(household, {
        /** Whose name it was, where it was not the head's. */
        matchedName: z.nullable(z.string()),
      }),
      20,
    ),
    /** Others fit as well. */
    more: z.boolean(),
  }),
  refusals: ['card-not-ours', 'card-replaced', 'household-ended'],
});

/**
 * What a committee member's phone keeps of the village, page by page, to find a household without
 * network: first its households, then whom the register names in them.
 */
export const listHouseholdNames = contract({
  functionName: 'people',
  action: 'list-household-names',
  title: '存一份户名,没网时也能找户',
  kind: 'query',
  input: z.strictObject({ villageId: f.slug, after: z.optional(f.cursor) }),
  value: z.object({
    households: f.listOf(
      z.object({
        householdId: f.householdId,
        householdNumber: f.householdNumber,
        headName: z.string(),
        memberCount: z.int(),
      }),
      namesPerPage,
    ),
    members: f.listOf(z.object({ householdId: f.householdId, name: z.string() }), namesPerPage),
    next: z.nullable(f.cursor),
  }),
  refusals: [],
});

/** What goes at once is gone; photos and free text go in the night before this day. */
const erased = z.object({ restGoesOnDay: f.day });

/** Erasure on request (PIPL art. 47); the ledger holds no names and stays. */
export const eraseMe = contract({
  functionName: 'people',
  action: 'erase-me',
  title: '注销并删除我的信息',
  kind: 'command',
  input: f.nothing,
  value: erased,
  refusals: ['nothing-kept', 'last-administrator'],
});

/** For somebody without a phone, who has moved away or died: the register's line goes as well. */
export const eraseMember = contract({
  functionName: 'people',
  action: 'erase-member',
  title: '删除一个人的信息',
  kind: 'command',
  input: z.strictObject({
    villageId: f.slug,
    householdNumber: f.householdNumber,
    name: f.personName,
  }),
  value: erased,
  logged: ['villageId'],
  refusals: ['member-not-found', 'last-administrator'],
});

/** Who joined as a line of the register is out at once; two people let the next one in. */
export const unlinkMember = contract({
  functionName: 'people',
  action: 'unlink-member',
  title: '解除一部手机',
  kind: 'command',
  input: z.strictObject({
    villageId: f.slug,
    householdNumber: f.householdNumber,
    name: f.personName,
  }),
  value: z.object({ memberId: z.string() }),
  logged: ['villageId', 'householdNumber'],
  refusals: ['member-not-found', 'nobody-linked', 'own-household', 'last-administrator'],
});
