import * as z from 'zod/mini';
import { contract } from './contract';
import { conflictRefusals, deed, deedRefusals, mostPhotos } from './deed';
import * as f from './fields';
import { mostHouseholdsNamedAtOnce, mostHouseholdsOfAnActivity } from './limits';
import { offeredAction, recordState } from './records';

const { location: _ofOneHousehold, ...sharedDeed } = deed;

/** A household that is not among those recorded, or a record that was not moved, and why. */
const reasonLeft = { code: z.string(), message: z.string() };

/**
 * One deed of many households, told once; each household has a record of its own. Taken up again
 * under its id where it was cut off.
 */
export const recordActivity = contract({
  functionName: 'points',
  action: 'record-activity',
  title: '很多户一起记',
  kind: 'run',
  input: z.strictObject({
    villageId: f.slug,
    /** More than may be recorded at once are let in, to be told so in words. */
    householdIds: f.listOf(f.householdId, mostHouseholdsNamedAtOnce).check(z.minLength(1)),
    ...sharedDeed,
  }),
  value: z.object({
    activityId: f.ulid,
    recorded: z.int(),
    /** Of each household. */
    points: f.points,
    left: f.listOf(
      z.object({ householdId: f.householdId, ...reasonLeft }),
      mostHouseholdsOfAnActivity,
    ),
  }),
  logged: ['villageId', 'householdIds', 'itemId', 'day', 'units', 'levelId'],
  said: ['note'],
  refusals: [
    ...deedRefusals,
    'village-not-found',
    'household-not-found',
    'other-village',
    'own-household',
    'near-relative',
    'too-many-households',
  ],
});

/** One decision about all of an activity's records, but for those that are named. */
const decisionOnAll = z.strictObject({
  activityId: f.ulid,
  accept: z.boolean(),
  /** Records that are decided the other way round. */
  except: f.listOf(f.ulid, mostHouseholdsOfAnActivity),
  /** Why those that are not agreed to are not; what is said of all where none is named. */
  reason: z.optional(f.text(200)),
});

const decidedOnAll = z.object({
  activityId: f.ulid,
  agreed: z.int(),
  refused: z.int(),
  left: f.listOf(z.object({ recordId: f.ulid, ...reasonLeft }), mostHouseholdsOfAnActivity),
});

const decisionRefusals = [
  'activity-not-found',
  'record-not-found',
  'wrong-state',
  'reason-needed',
  ...conflictRefusals,
] as const;

/** Each record by its own row; one that stands too near to whoever checks waits for another. */
export const checkActivity = contract({
  functionName: 'points',
  action: 'check-activity',
  title: '一起核对',
  kind: 'run',
  input: decisionOnAll,
  value: decidedOnAll,
  logged: ['activityId', 'accept', 'except'],
  said: ['reason'],
  refusals: [...decisionRefusals, 'panel-too-small'],
});

/** One vote for each of its records that the member was drawn for. */
export const reviewActivity = contract({
  functionName: 'points',
  action: 'review-activity',
  title: '一起评议',
  kind: 'run',
  input: decisionOnAll,
  value: decidedOnAll,
  logged: ['activityId', 'accept', 'except'],
  said: ['reason'],
  refusals: [...decisionRefusals, 'not-on-panel', 'already-voted'],
});

/** By who recorded it, as long as nobody has checked it; each record by its own row. */
export const withdrawActivity = contract({
  functionName: 'points',
  action: 'withdraw-activity',
  title: '一起撤回',
  kind: 'run',
  input: z.strictObject({ activityId: f.ulid }),
  value: z.object({
    activityId: f.ulid,
    withdrawn: z.int(),
    left: f.listOf(z.object({ recordId: f.ulid, ...reasonLeft }), mostHouseholdsOfAnActivity),
  }),
  logged: ['activityId'],
  refusals: ['activity-not-found', 'record-not-found', 'wrong-state', 'not-the-recorder'],
});

/** All of its records that passed the review, on one notice; goes on where it was cut off. */
export const openActivityNotice = contract({
  functionName: 'points',
  action: 'open-activity-notice',
  title: '一起公示',
  kind: 'run',
  input: z.strictObject({ activityId: f.ulid }),
  value: z.object({
    noticeId: f.ulid,
    closesAtMs: f.instant,
    count: z.int(),
    left: f.listOf(z.object({ recordId: f.ulid, ...reasonLeft }), mostHouseholdsOfAnActivity),
  }),
  logged: ['activityId'],
  refusals: ['activity-not-found', 'record-not-found', 'wrong-state', 'other-village'],
});

/** One household of an activity, as whoever handles it may see it. */
const activityLine = z.object({
  recordId: f.ulid,
  state: recordState,
  stateLabel: z.string(),
  householdNumber: z.nullable(f.householdNumber),
  householdName: z.nullable(z.string()),
  points: f.points,
  /** Of its points so many can be spent. */
  spendable: f.points,
  /** Other records of the same household, item and day. */
  sameDay: z.int(),
  /** What may be done with this one now. */
  offered: f.listOf(z.string(), 10),
});

/** For whoever handles its records: only those lines that they handle. */
export const readActivity = contract({
  functionName: 'points',
  action: 'read-activity',
  title: '看一起记的好事',
  kind: 'query',
  input: z.strictObject({ activityId: f.ulid }),
  value: z.object({
    activityId: f.ulid,
    villageId: f.slug,
    itemName: z.string(),
    day: f.day,
    note: z.nullable(z.string()),
    /** Temporary addresses, good for ten minutes. */
    photos: f.listOf(z.string(), mostPhotos),
    /** There is a note or a photo that is the checker's alone to see. */
    evidenceHidden: z.boolean(),
    recordedAtMs: f.instant,
    standardText: z.string(),
    /** Households that were chosen and not recorded. */
    leftOut: z.int(),
    lines: f.listOf(activityLine, mostHouseholdsOfAnActivity),
    /** What happens next and by when, a sentence; null where there is no line. */
    next: z.nullable(z.string()),
    /** What may be done with some of its lines now. */
    offered: f.listOf(offeredAction, 10),
  }),
  refusals: ['activity-not-found'],
});
