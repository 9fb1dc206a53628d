import type { Role } from '../../contracts/people';
import type { Ticket } from '../messages/types';

export type { Role };

/** `towns/town`: there is one. */
export type Town = {
  name: string;
  /** 运营主体: who answers for this installation. */
  owner: string;
  sample: boolean;
  foundedAtMs: number;
  /** The shape of everything this town stores; see `dataVersion`. */
  dataVersion: number;
  /** When the founder gave the second administrator's office alone, which is done once. */
  secondGivenOnDay?: string;
};

/** `villages/{villageId}`. */
export type Village = {
  /** Always `town`: there is one; villages are listed by it. */
  townId: 'town';
  villageId: string;
  name: string;
  townName: string;
  sample: boolean;
  /** The scheme in force: `schemes/{villageId}.{schemeVersion}`. */
  schemeVersion: number;
  /** Grows with each published matter. */
  wallVersion: number;
  /** The command that opened it, so that the same command sent again is no second opening. */
  openedBy?: string;
};

/**
 * `households/{householdId}`, a random id: what is said of a household points to it for good, while
 * its number may change.
 */
export type Household = {
  householdId: string;
  villageId: string;
  /** 户号, as people call it; `household-numbers` sees to it that no other one has it. */
  number: number;
  /** What its printed card carries: random, looked up, replaced when a card is lost. */
  cardId: string;
  headName: string;
  /** Of the head; missing once the head was erased, as long as no register names another. */
  headBirthYear?: number;
  /** Everybody who ever stood in its lines of the register, in their order. */
  memberIds: string[];
  /** How many under 18 live here: nobody under 18 is stored, so this is all that is known. */
  minors?: number;
  /** Cards that were replaced, the latest last: whoever shows one is told so. */
  oldCardIds?: string[];
  /** When the card it has now was made, where it is not the first. */
  cardSinceMs?: number;
  /** Households of the village whose people are near relatives. */
  relativeIds: string[];
  /** Whether a committee member lives here: then records need a supervisor's co-signature. */
  ofCommittee: boolean;
  /** Whether a member of the supervisory committee lives here. */
  ofSupervision?: boolean;
  /** The household's separate consent to being named on the village's notice; withdrawable. */
  namesShown: boolean;
  /** When an adult of the household last said so; never, as long as it is missing. */
  namesAnsweredAtMs?: number;
  /** Who joined last: the others are told. */
  lastLink?: { personId: string; atMs: number };
  /** Where it is no more; its number stays its own: what was said of it stays said of it. */
  ended?: EndedHousehold;
};

/** `into`: the number of the household it is part of since; null where nobody is left. */
export type EndedHousehold = { day: string; into: number | null };

/** `household-numbers/{villageId}.{number}`: whose number it is. One number, one household. */
export type HouseholdNumber = { householdId: string; villageId: string; number: number };

export type HeldRole = {
  role: Role;
  place: string;
  placeName: string;
  /** Of an invitation: from this day on it gives no right. */
  untilDay?: string;
};

/** `members/{memberId}`, a random id: a person of the register. */
export type Member = {
  memberId: string;
  householdId: string;
  villageId: string;
  name: string;
  relation: string;
  birthYear: number;
  phone: string | null;
  /** Given by acts of two people; a joined member's person carries them. */
  roles: HeldRole[];
  /** Who joined as this member, if anybody. */
  personId: string | null;
  /** Taken from whoever had joined: no number proves it, until two people let somebody in. */
  byTwoOnly?: true;
  /**
   * Entered by one person, line or number, and seen by nobody else: no number proves it, until a
   * second person confirms it or two people let somebody in.
   */
  unconfirmed?: true;
  /** The first of the two, as long as it is unconfirmed. */
  entered?: Agreed;
  /** What the register says of them: it only proposes, an office is held by its act alone. */
  registerJob?: RegisterJob;
  /** Newcomers who live here long join like anybody else (plan 三(一)2). */
  residence?: Residence;
};

export type RegisterJob = 'resident' | 'cadre' | 'supervisor' | 'panel';
export type Residence = 'local' | 'newcomer';

/** `persons/{lookUp}`: a WeChat user, found by the keyed hash of the openid. */
export type Person = {
  /** Random, and theirs for good: everything else names them by it. */
  personId: string;
  /** Where this document lies; it moves when the key is replaced. */
  lookUp: string;
  /** Which key that was; kept by whoever writes it. */
  keyId?: string;
  openid: string;
  memberId: string | null;
  householdId: string | null;
  villageId: string | null;
  name: string | null;
  roles: HeldRole[];
  /** When they joined a household or got their first role; 0 while they only wait. */
  joinedAtMs: number;
  /** The join request they wait for, if any. */
  joinRequestId?: string | null;
  /** The link by which they joined. */
  linkId?: string;
  /** What they last asked to be entered by, as long as it is kept. */
  entryRequestId?: string;
  /** How often they let WeChat tell them something; of a template without any, no line. */
  tickets?: Ticket[];
  /** What they do for a household now; stays, past its end, until they say that it is over. */
  proxy?: ProxyInHand;
};

/** `person-places/{personId}`: where a person lies, for whoever knows only the id. */
export type PersonPlace = { personId: string; lookUp: string };

/** `agreed`: one person agreed, somebody else has to. */
export type JoinRequestState = 'waiting' | 'agreed' | 'joined' | 'refused';
/** As whom one of two people decides; a committee member is one whatever else they are. */
export type Decider = 'cadre' | 'supervisor' | 'town-admin';
/** The first of the two. */
export type Agreed = { personId: string; as: Decider; atMs: number };

/** `join-requests/{villageId}.{personId}`: somebody without a proven phone number wants to join. */
export type JoinRequest = {
  joinRequestId: string;
  villageId: string;
  villageName: string;
  householdId: string;
  householdNumber: number;
  memberId: string;
  name: string;
  personId: string;
  namesShown: boolean;
  /** Whoever joins as this member gets an office: then the town answers, not the village. */
  withOffice: boolean;
  state: JoinRequestState;
  askedAtMs: number;
  /** The first of the two who let somebody in. */
  agreed: Agreed | null;
  answeredBy: string | null;
  answeredAtMs: number | null;
};

/** `entry-checks/{villageId}`: there are lines of its register that one person alone entered. */
export type EntryCheck = {
  villageId: string;
  villageName: string;
  /** Who entered those that come next. */
  entered: Agreed;
};

/** An adult of a household stopped its spending; two others end it. */
export type Freeze = {
  byPersonId: string;
  /** As which line of the register; missing where somebody acted for the household. */
  memberId?: string;
  atMs: number;
  /** The first of the two who let it spend again. */
  agreed: Agreed | null;
};

/** Who stopped it, once two others have settled that. */
export type SettledFreeze = Pick<Freeze, 'byPersonId' | 'memberId'> & { settledAtMs: number };

/** As what somebody does things for a household that has no phone. */
export type HelperOffice = 'cadre' | 'keeper';

/** Said of everything that somebody did for a household. */
export type ByProxy = {
  proxyId: string;
  helperId: string;
  as: HelperOffice;
  /** Who confirmed on their own phone that the household was there; null where its PIN did. */
  secondId: string | null;
};

/** On the helper's own document, so that acting for somebody costs no request more. */
export type ProxyInHand = ByProxy & {
  villageId: string;
  householdId: string;
  householdNumber: number;
  /** Where the office is held: it must still be theirs. */
  place: string;
  endsAtMs: number;
};

export type ProxyState = 'asked' | 'running' | 'ended';
/** What is done for a household in a visit, as every figure of it counts it. */
export type ProxyDeed = 'declared' | 'objected' | 'ordered' | 'collected';

/** `proxies/{proxyId}`: one visit of a household to a helper; the id is the command's. */
export type HouseholdProxy = {
  proxyId: string;
  villageId: string;
  householdId: string;
  householdNumber: number;
  helperId: string;
  /** Of those who live there nobody confirms it. */
  helperHouseholdId: string | null;
  helperNumber: number | null;
  as: HelperOffice;
  place: string;
  /** A committee member is one whatever else they are. */
  helperOfCommittee: boolean;
  state: ProxyState;
  secondId: string | null;
  secondNumber: number | null;
  askedAtMs: number;
  /** Null while it waits for the second. */
  beganAtMs: number | null;
  /** Of its state: not confirmed any more, or over. */
  endsAtMs: number;
  /** `2026-Q4` of `askedAtMs`: a quarter's visits are counted by it. */
  quarter: string;
  /** How often what was done in it; missing what was not. */
  done: Partial<Record<ProxyDeed, number>>;
};

/** `pins/{householdId}`: a keyed hash and nothing else; no action answers it. */
export type Pin = {
  householdId: string;
  salt: string;
  hash: string;
  setAtMs: number;
  setBy: string;
  /** Who stood beside them; null where an adult of the household set it alone. */
  secondId: string | null;
};

/** `uploads/{personId or town}.{path}`: what somebody is about to upload. */
export type Upload = {
  townId: 'town';
  /** In the file storage: `evidence/….jpg`. */
  path: string;
  personId: string;
  /** Whoever claimed it has a copy of their own by then. */
  untilMs: number;
};

/** `attempts/{what}.{personId}`: guesses of one day. */
export type Attempts = {
  /** Always `town`: past days are found by it. */
  townId: 'town';
  day: string;
  tries: number;
};

/** `erasures/{erasureId}`: somebody whose information is to go; whose is forgotten once done. */
export type Erasure = {
  erasureId: string;
  state: 'waiting' | 'done';
  personId: string | null;
  householdId: string | null;
  /** Where their name is looked for in what others wrote. */
  villageId: string | null;
  name: string | null;
  /** How far the village's texts have been gone through; null at the beginning and the end. */
  reached: {
    collection:
      | 'records'
      | 'activities'
      | 'orders'
      | 'office-acts'
      | 'life-events'
      | 'links'
      | 'rolls'
      | 'roll-pages';
    after: string | null;
  } | null;
  askedAtMs: number;
  doneAtMs: number | null;
};
