/**
 * Shapes of the township's starting data (config/catalogue/*.json).
 * Sources: plan 图政发〔2022〕141号 三(一)1 for fields, items and goods; 三(二)1–2 for the four lists.
 */

import type { PointItem } from '../../contracts/scheme';

/** One of the plan's eight fields (plan 三(一)1). `order` starts at 1. */
export type PointField = { id: string; name: string; order: number };

/** A reminder (提醒) takes honour points only, so `honourPoints` is negative. */
export type Reminder = { id: string; name: string; honourPoints: number; guidance: string };

export type Goods = {
  id: string;
  name: string;
  unit: string;
  points: number;
  /** Cost to the shop in fen (1/100 yuan). */
  costFen: number;
  kind: 'goods' | 'service';
  startStock: number;
  safetyStock: number;
};

/** 依法自治 / 依法协助政府 / 工作负面 / 依法出具证明 (plan 三(二)1). */
export type ListKind = 'self-governance' | 'assist-government' | 'negative' | 'certificate';

/** An arrow of the flow chart; `when` says on which answer it is taken. */
export type NextStep = { to: string; when?: string };

/** One box of the flow chart; the first of the list is the start, one without `next` is an end. */
export type MatterStep = {
  id: string;
  name: string;
  who: string;
  /**
   * Working days this step may take, null where no limit is set. A notice's calendar days are
   * entered as they are: an upper bound.
   */
  workingDays: number | null;
  text: string;
  next: NextStep[];
};

/**
 * A legal basis is versioned data. `versionDate` (`YYYY-MM`) is the text it was taken from;
 * `checked` is the day (`YYYY-MM-DD`) it was compared with the text in force, or 待核.
 */
export type LegalBasis = { law: string; article: string; versionDate: string; checked: string };

export type Supervision = { subject: string; object: string; method: string; phone?: string };

/** A named number set by law, for example `{ name: '开会前公告', value: 10, unit: '天' }`. */
export type LegalTerm = { name: string; value: number; unit: string };

/** The numbers of law that bind one matter; kept apart so that a matter stays what is published. */
export type MatterLegalTerms = { matterKey: string; terms: LegalTerm[] };

/** An item of the four lists with the plan's six named parts (plan 三(二)2). */
export type Matter = {
  key: string;
  list: ListKind;
  name: string;
  category: string;
  conditions: string[];
  materials: string[];
  steps: MatterStep[];
  legalBases: LegalBasis[];
  supervision: Supervision;
  guidingOffice: string;
  /** Working days from start to end, by the longest way through the flow chart; null: no limit. */
  daysToFinish: number | null;
  fee: string;
};

export type PurposeException = { purpose: string; matterKey?: string; note: string };

/** One of the 20 certificates a village must not issue (民发〔2020〕20号). */
export type CertificateNotIssued = {
  id: string;
  name: string;
  goTo: string;
  basis: string;
  note: string;
  purposeExceptions?: PurposeException[];
};

export type Catalogue = {
  fields: PointField[];
  pointItems: PointItem[];
  reminders: Reminder[];
  goods: Goods[];
  matters: Matter[];
  legalTerms: MatterLegalTerms[];
  certificatesNotIssued: CertificateNotIssued[];
};
