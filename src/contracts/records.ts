import * as z from 'zod/mini';
import { contract } from './contract';
import { conflictRefusals, deed, deedRefusals, mostPhotos } from './deed';
import * as f from './fields';
import {
  answersOnBoard,
  mostLinesOfANotice,
  mostOnANotice,
  mostStepsShown,
  noticesPerPage,
  recordsPerPage,
} from './limits';
import { byProxy, doneByProxy } from './proxy';
import { openAlarm } from './seals';

/** Every status of a record, every way of ending its own word. */
export const recordState = z.enum([
  'waiting-check',
  'waiting-cosign',
  'waiting-draw',
  'waiting-review',
  'waiting-notice',
  'on-notice',
  'objected',
  'posted',
  'waiting-reversal',
  'reversed',
  'withdrawn',
  'refused-at-check',
  'refused-at-cosign',
  'refused-at-review',
  'objection-upheld',
]);

export type RecordState = z.infer<typeof recordState>;

const recordResult = z.object({ recordId: f.ulid, state: recordState, points: f.points });

/**
 * Said before photos are uploaded, so that what nobody hands in is found and deleted: nothing else
 * knows of it, and functions cannot list files.
 */
export const announcePhotos = contract({
  functionName: 'points',
  action: 'announce-photos',
  title: '先说要传哪几张照片',
  kind: 'command',
  input: z.strictObject({ paths: f.listOf(f.photoPath, mostPhotos).check(z.minLength(1)) }),
  value: z.object({ photosLeft: z.int() }),
  logged: ['paths'],
  refusals: ['too-many-photos'],
});

/** The command id becomes the record id: sent twice it is one record. */
export const declareDeed = contract({
  functionName: 'points',
  action: 'declare-deed',
  title: '申报一件好事',
  kind: 'command',
  input: z.strictObject({ ...deed, ...byProxy }),
  value: recordResult,
  logged: ['itemId', 'day', 'units', 'levelId', 'proxyId'],
  byProxy: true,
  said: ['note'],
  refusals: deedRefusals,
});

export const recordDeed = contract({
  functionName: 'points',
  action: 'record-deed',
  title: '现场记分',
  kind: 'command',
  input: z.strictObject({ householdId: f.householdId, ...deed }),
  value: recordResult,
  logged: ['householdId', 'itemId', 'day', 'units', 'levelId'],
  said: ['note'],
  refusals: [...deedRefusals, 'household-not-found', 'own-household', 'near-relative'],
});

const decision = {
  recordId: f.ulid,
  accept: z.boolean(),
  reason: z.optional(f.text(200)),
};

const recordMove = z.object({ recordId: f.ulid, state: recordState });

const moveRefusals = ['record-not-found', 'wrong-state', 'reason-needed'] as const;

export const withdrawRecord = contract({
  functionName: 'points',
  action: 'withdraw-record',
  title: '撤回',
  kind: 'command',
  input: z.strictObject({ recordId: f.ulid, ...byProxy }),
  value: recordMove,
  logged: ['recordId', 'proxyId'],
  byProxy: true,
  refusals: ['record-not-found', 'wrong-state', 'not-the-recorder'],
});

/** 评定: a committee member who did not record it. The panel is drawn the morning after. */
export const checkRecord = contract({
  functionName: 'points',
  action: 'check-record',
  title: '核对',
  kind: 'command',
  input: z.strictObject(decision),
  value: recordMove,
  logged: ['recordId', 'accept'],
  said: ['reason'],
  refusals: [...moveRefusals, ...conflictRefusals, 'panel-too-small'],
});

/** A committee member's own household needs a supervisor's signature beside the check. */
export const cosignRecord = contract({
  functionName: 'points',
  action: 'cosign-record',
  title: '联签',
  kind: 'command',
  input: z.strictObject(decision),
  value: recordMove,
  logged: ['recordId', 'accept'],
  said: ['reason'],
  refusals: [...moveRefusals, ...conflictRefusals, 'panel-too-small'],
});

/** One vote of the drawn panel; of the first three two of one mind decide. */
export const reviewRecord = contract({
  functionName: 'points',
  action: 'review-record',
  title: '评议',
  kind: 'command',
  input: z.strictObject(decision),
  value: z.object({
    recordId: f.ulid,
    state: recordState,
    votesCast: z.int(),
    votesNeeded: z.int(),
  }),
  logged: ['recordId', 'accept'],
  said: ['reason'],
  refusals: [...moveRefusals, ...conflictRefusals, 'not-on-panel', 'already-voted'],
});

/** A member says why not they, and the next of the drawn order comes in. */
export const stepAside = contract({
  functionName: 'points',
  action: 'step-aside',
  title: '回避这一条的评议',
  kind: 'command',
  input: z.strictObject({ recordId: f.ulid, reason: f.text(60) }),
  value: recordMove,
  logged: ['recordId'],
  said: ['reason'],
  refusals: ['record-not-found', 'wrong-state', 'not-on-panel', 'already-voted', 'nobody-comes-in'],
});

/** Others are drawn the next morning when a panel did not decide within three working days. */
export const redrawPanel = contract({
  functionName: 'points',
  action: 'redraw-panel',
  title: '换人评议',
  kind: 'command',
  input: z.strictObject({ recordId: f.ulid }),
  value: recordMove,
  logged: ['recordId'],
  refusals: [
    'record-not-found',
    'wrong-state',
    ...conflictRefusals,
    'panel-not-late',
    'panel-too-small',
  ],
});

export const openNotice = contract({
  functionName: 'points',
  action: 'open-notice',
  title: '公示',
  kind: 'command',
  input: z.strictObject({
    villageId: f.slug,
    recordIds: z.array(f.ulid).check(z.minLength(1), z.maxLength(mostOnANotice)),
  }),
  value: z.object({ noticeId: f.ulid, closesAtMs: f.instant, count: z.int() }),
  logged: ['villageId', 'recordIds'],
  refusals: ['record-not-found', 'wrong-state', 'other-village'],
});

export const objectToRecord = contract({
  functionName: 'points',
  action: 'object-to-record',
  title: '提出异议',
  kind: 'command',
  input: z.strictObject({ recordId: f.ulid, reason: f.text(200), ...byProxy }),
  value: recordMove,
  logged: ['recordId', 'proxyId'],
  byProxy: true,
  said: ['reason'],
  refusals: ['record-not-found', 'wrong-state', 'already-objected', 'notice-closed'],
});

/** By the supervisory committee within three days, then by the town as well. */
export const answerObjection = contract({
  functionName: 'points',
  action: 'answer-objection',
  title: '答复异议',
  kind: 'command',
  input: z.strictObject({ recordId: f.ulid, uphold: z.boolean(), reason: f.text(200) }),
  value: recordMove,
  logged: ['recordId', 'uphold'],
  said: ['reason'],
  refusals: [
    ...([
      'record-not-found',
      'wrong-state',
      ...conflictRefusals,
      'objector-may-not-answer',
    ] as const),
    ...(['checker-may-not-answer', 'committee-may-not-answer', 'supervisors-turn'] as const),
  ],
});

/** A posted record is wrong: one of two says so, and why. */
export const proposeReversal = contract({
  functionName: 'points',
  action: 'propose-reversal',
  title: '提出更正',
  kind: 'command',
  input: z.strictObject({ recordId: f.ulid, reason: f.text(200) }),
  value: recordMove,
  logged: ['recordId'],
  said: ['reason'],
  refusals: ['record-not-found', 'wrong-state', 'own-household', 'near-relative'],
});

/** The second looks: with a yes what is still there is taken back, by an entry of its own. */
export const answerReversal = contract({
  functionName: 'points',
  action: 'answer-reversal',
  title: '确认更正',
  kind: 'command',
  input: z.strictObject(decision),
  value: recordMove,
  logged: ['recordId', 'accept'],
  said: ['reason'],
  refusals: [...moveRefusals, ...conflictRefusals, 'another-must-agree'],
});

/** A button the phone may show, from the one workflow table. */
export const offeredAction = z.object({ action: z.string(), label: z.string() });

export const recordLine = z.object({
  recordId: f.ulid,
  /** Of many that were recorded as one deed; null for one alone. */
  activityId: z.nullable(f.ulid),
  state: recordState,
  stateLabel: z.string(),
  /** What happens next and by when, a sentence. */
  next: z.string(),
  itemId: f.slug,
  itemName: z.string(),
  day: f.day,
  points: f.points,
  /** Of its points so many can be spent; all of them are honour. */
  spendable: f.points,
  householdNumber: z.nullable(f.householdNumber),
  householdName: z.nullable(z.string()),
  recordedAtMs: f.instant,
  byCadre: z.boolean(),
});

const listedLine = z.extend(recordLine, {
  /** Of who was drawn to judge it, how they voted; nobody is told of the others. */
  mine: z.optional(z.object({ agreed: z.nullable(z.boolean()) })),
});

export const recordView = z.enum([
  'own',
  'recorded-by-me',
  /** What somebody was drawn to judge, of the last 90 days. */
  'drawn-for',
  'to-check',
  'to-cosign',
  'to-review',
  'review-late',
  'to-notice',
  'objections',
  'reversals',
  'to-recheck',
]);

export const listRecords = contract({
  functionName: 'points',
  action: 'list-records',
  title: '看记录',
  kind: 'query',
  input: z.strictObject({ view: recordView, after: z.optional(f.cursor) }),
  value: z.object({
    records: f.listOf(listedLine, recordsPerPage),
    more: z.boolean(),
    next: z.nullable(f.cursor),
  }),
  refusals: [],
});

export const readRecord = contract({
  functionName: 'points',
  action: 'read-record',
  title: '看一条记录',
  kind: 'query',
  byProxy: true,
  input: z.strictObject({ recordId: f.ulid, ...byProxy }),
  value: z.object({
    record: recordLine,
    note: z.nullable(z.string()),
    /** Only for the household itself and those who decide on the record. */
    location: z.nullable(f.location),
    units: z.nullable(z.int()),
    levelName: z.nullable(z.string()),
    /** Temporary addresses, good for ten minutes. */
    photos: f.listOf(z.string(), mostPhotos),
    /** There are some, for others to see: not the same as none. */
    photosHidden: z.boolean(),
    /** Other records of the household, of the same item and day; for those who handle it. */
    sameDay: z.int(),
    schemeVersion: z.int(),
    standardText: z.string(),
    /** What the last objection came to, and why; `mine`: the reader had objected. */
    answer: z.nullable(
      z.object({
        upheld: z.boolean(),
        reason: z.nullable(z.string()),
        atMs: f.instant,
        mine: z.boolean(),
      }),
    ),
    timeline: f.listOf(
      z.object({
        label: z.string(),
        by: z.string(),
        atMs: f.instant,
        reason: z.nullable(z.string()),
      }),
      mostStepsShown,
    ),
    offered: f.listOf(offeredAction, 10),
  }),
  refusals: ['record-not-found'],
});

export const noticeLine = z.object({
  recordId: f.ulid,
  itemName: z.string(),
  points: f.points,
  /** Of its points so many can be spent; all of them are honour. */
  spendable: f.points,
  day: f.day,
  /** Only for logged-in members of the village, and never for health items. */
  household: z.nullable(z.string()),
  objected: z.boolean(),
});

/**
 * No login needed; household lines only for members of that village. Notices come page by page, the
 * next to close first; `after` names the last one shown, `noticeId` asks for one alone.
 */
export const readBoard = contract({
  functionName: 'points',
  action: 'read-board',
  title: '看公开栏',
  kind: 'query',
  input: z.strictObject({
    villageId: f.slug,
    noticeId: z.optional(f.ulid),
    after: z.optional(z.strictObject({ noticeId: f.ulid, closesAtMs: f.instant })),
  }),
  value: z.object({
    villageName: z.string(),
    sample: z.boolean(),
    schemeVersion: z.int(),
    notices: f.listOf(
      z.object({
        noticeId: f.ulid,
        openedAtMs: f.instant,
        closesAtMs: f.instant,
        count: z.int(),
        points: f.points,
        /** So many lines more cannot be read. */
        torn: z.int(),
        lines: f.listOf(noticeLine, mostLinesOfANotice),
      }),
      noticesPerPage,
    ),
    /** Whether more notices stand behind these. */
    more: z.boolean(),
    /** What objections came to, for 15 days; with the first page. */
    answers: f.listOf(
      z.object({
        recordId: f.ulid,
        itemName: z.string(),
        day: f.day,
        household: z.nullable(z.string()),
        upheld: z.boolean(),
        answeredAtMs: f.instant,
      }),
      answersOnBoard,
    ),
    quarter: z.object({
      name: z.string(),
      pointsIssued: f.points,
      householdsWithPoints: z.int(),
      households: z.int(),
      redeemed: f.points,
      /** Posted deeds that were found wrong and taken back. */
      reversed: z.int(),
      /** Of it, visits of households without a phone, and what was done for them. */
      helped: z.extend(doneByProxy, { visits: z.int() }),
    }),
    byField: f.listOf(z.object({ fieldId: f.slug, name: z.string(), points: f.points }), 20),
    /** `code`: of the newest seal, to be compared with what stands on paper. */
    seal: z.nullable(z.object({ day: f.day, code: z.string(), accounts: z.int() })),
    /** Every book looked through at night: of how many households, and of how many it was wrong. */
    checked: z.nullable(z.object({ day: f.day, households: z.int(), faults: z.int() })),
    /** Of last month's records so many were drawn to be looked at again, and found so. */
    rechecked: z.optional(
      z.object({ month: z.string(), drawn: z.int(), holds: z.int(), wrong: z.int() }),
    ),
    /** The founder's gift: one person alone gave the second administrator's office that day. */
    secondGivenOnDay: z.optional(f.day),
    /** Why the village is not sealed: what was found, until two people settle it. */
    alarm: z.nullable(openAlarm),
  }),
  refusals: ['village-not-found'],
});
