import type { Role } from '../../contracts/people';

export type { Role };

/** `towns/town`: there is one. */
export type Town = {
  name: string;
  /** 运营主体: who answers for this installation. */
  owner: string;
  sample: boolean;
  foundedAtMs: number;
};

/** `villages/{villageId}`. */
export type Village = {
  villageId: string;
  name: string;
  townName: string;
  sample: boolean;
  /** The scheme in force: `schemes/{villageId}.{schemeVersion}`. */
  schemeVersion: number;
  /** Grows with each published matter. */
  wallVersion: number;
};

/** `households/{villageId}-{number}`. */
export type Household = {
  householdId: string;
  villageId: string;
  number: number;
  headName: string;
  memberCount: number;
  /** Household numbers within the village whose people are near relatives. */
  relativeNumbers: number[];
  /** Whether a committee member lives here: then records need a supervisor's co-signature. */
  ofCommittee: boolean;
  /** The head's separate consent to being named on the village's notice; withdrawable. */
  namesShown: boolean;
};

export type HeldRole = { role: Role; place: string; placeName: string };

/** `members/{memberId}`, memberId = `{householdId}.{n}`: a person of the register. */
export type Member = {
  memberId: string;
  householdId: string;
  villageId: string;
  name: string;
  relation: string;
  birthYear: number;
  phone: string | null;
  /** Granted by register or town; a joined member's person carries them. */
  roles: HeldRole[];
  /** Who joined as this member, if anybody. */
  personId: string | null;
};

/** `persons/{personId}`: a WeChat user, personId a keyed hash of the openid. */
export type Person = {
  personId: string;
  openid: string;
  memberId: string | null;
  householdId: string | null;
  villageId: string | null;
  name: string | null;
  roles: HeldRole[];
  joinedAtMs: number;
};
