import * as z from 'zod/mini';
import { contract } from './contract';
import * as f from './fields';
import { mostHouseholdsOnAPage, mostItemsOnASheet } from './limits';

/** Bytes wait in pieces: each answer stays small enough for a phone. */
const rendering = z.object({
  renderingId: f.ulid,
  pages: z.int(),
  bytes: z.int(),
  pieces: z.int(),
});

/** Characters without a glyph become blanks to be filled in by pen; unsaid, they are refused. */
const blanks = z.optional(z.boolean());

/** One's own household's: its card, its statement. Nobody prints another household's statement. */
export const printMine = contract({
  functionName: 'town',
  action: 'print-mine',
  title: '印我家的户码或积分明细',
  kind: 'run',
  input: z.strictObject({
    print: z.discriminatedUnion('document', [
      z.strictObject({ document: z.literal('household-card') }),
      z.strictObject({ document: z.literal('statement'), from: f.day, to: f.day }),
    ]),
    blanks,
  }),
  value: rendering,
  logged: ['print'],
  refusals: ['glyphs-missing', 'period-upside-down', 'too-many-entries', 'too-many-printings'],
});

const doorPaper = z.enum(['A4', 'A5']);

/** Cards and codes of a village, by those who look after it. */
export const printForVillage = contract({
  functionName: 'town',
  action: 'print-for-village',
  title: '印本村的户码、村码、超市码、公示单和记分单',
  kind: 'run',
  input: z.strictObject({
    villageId: f.slug,
    print: z.discriminatedUnion('document', [
      z.strictObject({
        document: z.literal('household-cards'),
        /** Ten to a sheet of A4, or each on a card of its own. */
        format: z.enum(['sheet', 'single']),
        /** From one household number to another; unsaid, the whole village. */
        fromNumber: z.optional(f.householdNumber),
        toNumber: z.optional(f.householdNumber),
      }),
      z.strictObject({ document: z.literal('village-code'), paper: doorPaper }),
      z.strictObject({ document: z.literal('shop-code'), shopId: f.slug, paper: doorPaper }),
      /** What stands on one public notice, for the wall. */
      z.strictObject({ document: z.literal('notice'), noticeId: f.ulid }),
      /** Households by items, to be filled in by pen. */
      z.strictObject({
        document: z.literal('deed-sheet'),
        itemIds: f.listOf(f.slug, mostItemsOnASheet).check(z.minLength(1)),
        fromNumber: z.optional(f.householdNumber),
        toNumber: z.optional(f.householdNumber),
      }),
    ]),
    blanks,
  }),
  value: rendering,
  logged: ['villageId', 'print'],
  refusals: [
    'glyphs-missing',
    'village-not-found',
    'no-households',
    'too-many-cards',
    'shop-not-found',
    'notice-not-found',
    'item-not-found',
    'item-not-for-you',
    'item-not-on-paper',
    'code-not-made',
    'scene-too-long',
    'too-many-printings',
  ],
});

/** Of what one has had printed oneself, within a day. */
export const readPrintPiece = contract({
  functionName: 'town',
  action: 'read-print-piece',
  title: '取印好的文件',
  kind: 'query',
  input: z.strictObject({ renderingId: f.ulid, piece: z.int().check(z.minimum(0)) }),
  value: z.object({ base64: z.string() }),
  refusals: ['print-expired'],
});

/** 报码查: what a printed thing is, by the eight digits on it. */
export const findPrinted = contract({
  functionName: 'town',
  action: 'find-printed',
  title: '报码查',
  kind: 'query',
  input: z.strictObject({ checkCode: z.string().check(z.regex(/^\d{8}$/)) }),
  value: z.object({
    checkCode: z.string(),
    document: z.enum([
      'household-card',
      'statement',
      'village-code',
      'shop-code',
      'notice',
      'deed-sheet',
    ]),
    villageName: z.string(),
    /** The day it was first printed with this content: its version. */
    day: f.day,
    /** Whether it would be printed the same today; `gone`: nothing is there to be printed. */
    state: z.enum(['newest', 'older', 'gone']),
    /** Only for those who may know: the household and its period, or the shop. */
    of: z.nullable(z.string()),
    /** What a page of a sheet has to be filled in, for who may record it; null of all else. */
    sheet: z.nullable(
      z.object({
        villageId: f.slug,
        itemIds: f.listOf(f.slug, mostItemsOnASheet),
        householdIds: f.listOf(f.householdId, mostHouseholdsOnAPage),
      }),
    ),
  }),
  refusals: ['check-code-mistyped', 'check-code-unknown', 'too-many-tries'],
});
