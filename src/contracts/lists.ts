import * as z from 'zod/mini';
import { contract } from './contract';
import * as f from './fields';
import { mostMattersOfAVillage } from './limits';

/** 依法自治 · 依法协助政府 · 工作负面 · 依法出具证明 (plan 三(二)1). */
export const listKind = z.enum(['self-governance', 'assist-government', 'negative', 'certificate']);
export type ListKind = z.infer<typeof listKind>;

const mostSteps = 20;

export const matterStep = z.strictObject({
  id: f.slug,
  name: f.text(30),
  who: f.text(40),
  workingDays: z.nullable(z.int().check(z.minimum(0), z.maximum(365))),
  text: f.text(200),
  next: z.array(z.strictObject({ to: f.slug, when: z.optional(f.text(20)) })).check(z.maxLength(5)),
});

export const legalBasis = z.strictObject({
  law: f.text(80),
  article: f.text(40),
  /** The text that was read, `YYYY-MM`. */
  versionDate: z.string().check(z.regex(/^\d{4}-\d{2}$/)),
  /** A day it was checked against the text in force, or 待核. */
  checked: z.union([z.literal('待核'), f.day]),
});

/** The plan's six named fields: 名称类别, 操作流程, 政策依据, 办理条件, 监督管理, 指导单位. */
export const matterContent = {
  key: f.slug,
  list: listKind,
  name: f.text(40),
  category: f.text(20),
  conditions: z.array(f.text(200)).check(z.minLength(1), z.maxLength(20)),
  materials: z.array(f.text(100)).check(z.maxLength(20)),
  steps: z.array(matterStep).check(z.minLength(2), z.maxLength(mostSteps)),
  legalBases: z.array(legalBasis).check(z.minLength(1), z.maxLength(10)),
  supervision: z.strictObject({
    subject: f.text(60),
    object: f.text(60),
    method: f.text(200),
    phone: z.optional(f.text(20)),
  }),
  guidingOffice: f.text(60),
  daysToFinish: z.nullable(z.int().check(z.minimum(0), z.maximum(365))),
  fee: f.text(40),
  /** Numbers set by law that bind this matter, for example a notice of 10 天 before a meeting. */
  legalTerms: z.optional(
    z
      .array(z.strictObject({ name: f.text(40), value: z.number(), unit: f.text(10) }))
      .check(z.maxLength(10)),
  ),
};
export const matter = z.strictObject(matterContent);
export type MatterContent = z.infer<typeof matter>;

export const matterLine = z.object({
  key: f.slug,
  list: listKind,
  name: z.string(),
  category: z.string(),
  version: z.int(),
});

export const listMatters = contract({
  functionName: 'lists',
  action: 'list-matters',
  title: '看四张清单',
  kind: 'query',
  input: z.strictObject({
    villageId: f.slug,
    list: z.optional(listKind),
  }),
  value: z.object({
    counts: f.listOf(z.object({ list: listKind, name: z.string(), count: z.int() }), 4),
    /** Grows by one with each published change: the number on the wall. */
    wallVersion: z.int(),
    matters: f.listOf(matterLine, mostMattersOfAVillage),
  }),
  refusals: ['village-not-found'],
});

export const readMatter = contract({
  functionName: 'lists',
  action: 'read-matter',
  title: '看一个事项',
  kind: 'query',
  input: z.strictObject({
    villageId: f.slug,
    key: f.slug,
    version: z.optional(z.int().check(z.minimum(1))),
  }),
  value: z.object({
    matter: z.object(matterContent),
    listName: z.string(),
    version: z.int(),
    /** False for an old poster: the text on the wall is out of date. */
    current: z.boolean(),
    currentVersion: z.int(),
    publishedAtMs: f.instant,
    /** True where a legal basis was not checked against the text in force. */
    basisUnchecked: z.boolean(),
    flowChart: z.object({
      svg: z.string(),
      width: z.number(),
      height: z.number(),
      /** The chart in words, for reading aloud. */
      inWords: f.listOf(z.string(), mostSteps),
    }),
  }),
  refusals: ['matter-not-found'],
});

/** A new version of a matter; the old one stays readable as out of date. */
export const publishMatter = contract({
  functionName: 'lists',
  action: 'publish-matter',
  title: '公布事项',
  kind: 'command',
  input: z.strictObject({ villageId: f.slug, matter }),
  value: z.object({ key: f.slug, version: z.int(), wallVersion: z.int() }),
  logged: ['villageId'],
  refusals: [
    'village-not-found',
    'basis-unchecked',
    'chart-broken',
    'certificate-not-allowed',
    'matter-unchanged',
    'lists-full',
    'private-number',
  ],
});

export const certificateNotIssued = z.object({
  id: f.slug,
  name: z.string(),
  goTo: z.string(),
  basis: z.string(),
  note: z.string(),
  /** Purposes a law does name this certificate for, with the matter that issues it then. */
  purposeExceptions: f.listOf(
    z.object({ purpose: z.string(), matterKey: z.nullable(f.slug), note: z.string() }),
    10,
  ),
});

export const listCertificatesNotIssued = contract({
  functionName: 'lists',
  action: 'list-certificates-not-issued',
  title: '村里不能开的证明',
  kind: 'query',
  input: f.nothing,
  value: z.object({ certificates: f.listOf(certificateNotIssued, 40) }),
  refusals: [],
});
