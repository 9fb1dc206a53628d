import type { PointItem } from '../../contracts/scheme';
import type { PointField, Reminder } from '../catalogue/types';
import type { RegisterCounts } from './register/plan';

export type ShopKind = 'own' | 'merchant' | 'shared';

/** `shops/{shopId}`: separate from a village; it may serve several. */
export type Shop = {
  townId: 'town';
  shopId: string;
  name: string;
  kind: ShopKind;
  villageIds: string[];
  villageNames: string[];
  address: string;
  hours: string;
};

/** `schemes/{villageId}.{version}`: immutable; version 1 is the catalogue's. */
export type OpeningScheme = {
  villageId: string;
  version: number;
  fromDay: string;
  fields: PointField[];
  items: PointItem[];
  reminders: Reminder[];
};

export type FundSource = 'bridging-funds' | 'collective-income' | 'donation' | 'spent-on-goods';

/** `funds/{villageId}`: the money that backs the village's points, in fen. */
export type Fund = {
  townId: 'town';
  villageId: string;
  balanceFen: number;
  /** All that went into goods, less what came back: goods back points up to so much. */
  spentOnGoodsFen: number;
  sequence: number;
};

/** `fund-movements/{villageId}.{sequence}`: immutable; balance = Σ movements. */
export type FundMovement = {
  villageId: string;
  sequence: number;
  amountFen: number;
  balanceFen: number;
  source: FundSource;
  note: string | null;
  byPersonId: string;
  atMs: number;
};

/** `imports/{personId}.{commandId}`: what an import set out to do, for when it is cut off. */
export type RegisterImport = {
  personId: string;
  /** Null once the file is deleted: it holds everybody's particulars. */
  fileId: string | null;
  startedAtMs: number;
  counts: RegisterCounts;
  state: 'running' | 'done' | 'erased';
};
