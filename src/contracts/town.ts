import * as z from 'zod/mini';
import { contract } from './contract';
import * as f from './fields';
import { mostChangesShown, mostVillages } from './limits';
import { openAlarm } from './seals';

/** Once, by whoever holds the founding secret; they become the first town administrator. */
export const foundTown = contract({
  functionName: 'town',
  action: 'found-town',
  title: '开通本镇',
  kind: 'command',
  input: z.strictObject({
    foundingSecret: z.string().check(z.minLength(1), z.maxLength(200)),
    townName: f.text(30),
    /** 运营主体: who answers for this installation. */
    owner: f.text(60),
    sample: z.boolean(),
  }),
  value: z.object({ townName: z.string() }),
  logged: ['sample'],
  refusals: ['secret-wrong', 'already-founded', 'too-many-tries', 'private-number'],
});

/**
 * A village with the catalogue's scheme (version 1) and starting lists. Resumable. It gets its id
 * here: people know it by its name.
 */
export const openVillage = contract({
  functionName: 'town',
  action: 'open-village',
  title: '开通嘎查村',
  kind: 'run',
  input: z.strictObject({ villageId: z.optional(f.slug), name: f.text(30) }),
  value: z.object({ villageId: f.slug, items: z.int(), matters: z.int() }),
  logged: ['villageId'],
  refusals: ['town-not-founded', 'village-exists', 'private-number', 'too-many-villages'],
});

/** As a village, it gets its id here. */
export const openShop = contract({
  functionName: 'town',
  action: 'open-shop',
  title: '开通积分超市',
  kind: 'command',
  input: z.strictObject({
    shopId: z.optional(f.slug),
    name: f.text(30),
    kind: z.enum(['own', 'merchant', 'shared']),
    villageIds: z.array(f.slug).check(z.minLength(1), z.maxLength(20)),
    address: f.text(60),
    hours: f.text(60),
  }),
  value: z.object({ shopId: f.slug }),
  logged: ['shopId', 'kind', 'villageIds'],
  refusals: ['village-not-found', 'shop-exists', 'private-number', 'too-many-shops'],
});

const importProblem = z.object({
  row: z.int(),
  column: z.string(),
  /** As the spreadsheet names it: `C5`. */
  cell: z.string(),
  message: z.string(),
});
const registerCounts = {
  households: z.int(),
  members: z.int(),
  /** Under 18: counted with their households, not kept. */
  minors: z.int(),
  newHouseholds: z.int(),
  changedHouseholds: z.int(),
};

/** What a register changes, by name; what a person says of it, where only a person can tell. */
const changeKind = z.enum([
  'moved',
  'renamed',
  'twice',
  'other-family',
  'missing',
  'new',
  'changed',
  'new-household',
]);
const changeAnswer = z.enum(['same', 'other', 'gone']);
const changeKey = z.string().check(z.regex(/^[\w.-]{1,100}$/));
const registerChange = z.object({
  kind: changeKind,
  /** What it is answered by. */
  change: changeKey,
  villageName: z.string(),
  householdNumber: f.householdNumber,
  name: z.string(),
  says: z.string(),
});

/** Said before a register is uploaded, so that one nobody imports is found and deleted. */
export const announceRegister = contract({
  functionName: 'town',
  action: 'announce-register',
  title: '先说要传户册',
  kind: 'command',
  input: z.strictObject({ path: f.registerPath }),
  value: z.object({ path: f.registerPath }),
  logged: ['path'],
  refusals: [],
});

/** Reads the whole file and says what it would do; writes nothing. */
export const previewRegister = contract({
  functionName: 'town',
  action: 'preview-register',
  title: '先看看户册',
  kind: 'query',
  input: z.strictObject({ fileId: f.fileId }),
  value: z.object({
    ...registerCounts,
    problems: f.listOf(importProblem, 100),
    /** What to know before the people come in: hidden rows, minors, columns that are missing. */
    notes: f.listOf(z.string(), 20),
    /** What asks for an answer first; of many more of one kind it says only how many. */
    changes: f.listOf(registerChange, mostChangesShown),
    changesInAll: z.int(),
    /** Stands for all that was seen; the import is asked with it. */
    seen: z.string(),
  }),
  refusals: ['file-not-found', 'file-too-large', 'file-not-spreadsheet', 'too-many-rows'],
});

/** Validated whole before anything is written, then written in resumable chunks. */
export const importRegister = contract({
  functionName: 'town',
  action: 'import-register',
  title: '导入户册',
  kind: 'run',
  input: z.strictObject({
    fileId: f.fileId,
    /** Of the preview. */
    seen: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
    /** What was said of changes; without an answer nothing of such a change happens. */
    answers: z
      .array(z.strictObject({ change: changeKey, answer: changeAnswer }))
      .check(z.maxLength(mostChangesShown)),
  }),
  value: z.object({ ...registerCounts }),
  logged: ['fileId'],
  refusals: [
    'file-not-found',
    'file-too-large',
    'file-not-spreadsheet',
    'too-many-rows',
    'register-has-problems',
    'register-changed',
    'last-administrator',
  ],
});

/**
 * Money that backs the points: bridging funds, collective income, donations (plan 四(四)). What is
 * booked as spent on goods leaves it, and goods then back points up to so much.
 */
export const addFunds = contract({
  functionName: 'town',
  action: 'add-funds',
  title: '登记到账资金',
  kind: 'command',
  input: z.strictObject({
    villageId: f.slug,
    amountFen: z.int().check(z.minimum(-100_000_000), z.maximum(100_000_000)),
    source: z.enum(['bridging-funds', 'collective-income', 'donation', 'spent-on-goods']),
    note: z.optional(f.text(100)),
  }),
  value: z.object({ villageId: f.slug, balanceFen: z.int() }),
  logged: ['villageId', 'amountFen', 'source'],
  refusals: [
    'village-not-found',
    'amount-is-zero',
    'source-does-not-fit',
    'funds-below-zero',
    'keeps-the-goods',
  ],
});

/** What a village needs before its people can begin. */
export const missingThing = z.enum([
  'register',
  'cadres',
  'supervisors',
  'panel',
  'shop',
  'keeper',
  'funds',
  'goods',
  'stock',
  'village-code',
  'cards',
  'shop-code',
  'joined',
]);
export type MissingThing = z.infer<typeof missingThing>;

/** All villages, or one of them. */
export const readOverview = contract({
  functionName: 'town',
  action: 'read-overview',
  title: '看全镇',
  kind: 'query',
  input: z.strictObject({ villageId: z.optional(f.slug) }),
  value: z.object({
    townName: z.string(),
    /** When the founder gave the second administrator's office alone. */
    secondGivenOnDay: z.nullable(f.day),
    villages: f.listOf(
      z.object({
        villageId: f.slug,
        name: z.string(),
        households: z.int(),
        members: z.int(),
        joined: z.int(),
        /** False: the village has nowhere to redeem, which the plan does not allow. */
        hasShop: z.boolean(),
        fundsFen: z.int(),
        /** What backs the points, what of the goods does not and why, and who comes next. */
        backing: z.string(),
        spendableOutstanding: z.int(),
        /** 还差什么, in the order in which a village is set up. */
        missing: f.listOf(
          z.object({ thing: missingThing, there: z.int(), lacking: z.int() }),
          missingThing.options.length,
        ),
        /** Why the village is not sealed, and who comes next. */
        alarm: z.nullable(z.extend(openAlarm, { says: z.string() })),
      }),
      mostVillages,
    ),
    /** What the clock does by itself, and whether it is late. */
    jobs: f.listOf(
      z.object({
        job: z.string(),
        title: z.string(),
        completeAtMs: z.nullable(z.int()),
        overdue: z.boolean(),
      }),
      20,
    ),
  }),
  refusals: ['town-not-founded'],
});
