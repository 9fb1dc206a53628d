import type { PointItem } from '../../contracts/scheme';
import type { PointField } from '../catalogue/types';

/** `schemes/{villageId}.{version}`: 评分办法, immutable; adjusting it makes a new version. */
export type Scheme = {
  villageId: string;
  version: number;
  fromDay: string;
  fields: PointField[];
  items: PointItem[];
};

/** What somebody says was done, before it is scored. */
export type Deed = {
  itemId: string;
  day: string;
  units?: number | undefined;
  levelId?: string | undefined;
  note?: string | undefined;
  photos: string[];
  location?: { latitude: number; longitude: number; accuracyMetres: number } | undefined;
};

/**
 * `allowances/{householdId}.{year}` and `allowances/{householdId}.once`: what counts towards the
 * caps, pending or posted; written in the transaction of the record it counts.
 */
export type Allowance = {
  householdId: string;
  period: string;
  uses: AllowanceUse[];
  /** Deeds that ended without points after a panel was drawn: declared anew they keep it. */
  drawn?: Pick<AllowanceUse, 'recordId' | 'itemId' | 'day'>[];
};

export type AllowanceUse = {
  recordId: string;
  itemId: string;
  day: string;
  /** Of its points those that can be spent: caps count nothing else. */
  points: number;
  /** Of an item outside the quarter's cap. */
  onceInALife?: true;
  /** Of the household that this one came from or took in: counts here too, and for good. */
  inherited?: true;
};
