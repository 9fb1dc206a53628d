import type {
  endedBy,
  givenBy,
  givenOffice,
  InvitedOffice,
  Office,
  OfficeBasis,
} from '../../../contracts/offices';
import type { Decider } from '../types';

export type { InvitedOffice, Office, OfficeBasis };
/** Of people of the register. */
export type GivenOffice = (typeof givenOffice.options)[number];
export type GivenBy = (typeof givenBy.options)[number];
export type EndedBy = (typeof endedBy.options)[number];

/** `holder`: somebody who resigns from an office of their own. */
export type ActDecider = Decider | 'holder';
/** `invited`: two people decided it, and whom it names has yet to take it up. */
export type OfficeActState = 'proposed' | 'invited' | 'in-force' | 'refused' | 'withdrawn';
type Step = { personId: string; as: ActDecider; atMs: number };

/** Whom an act invites, from where, and which code is theirs. */
export type Invited = {
  organisation: string;
  /** Gone once it was taken up, or will not be. */
  phone: string | null;
  /** `invitations/{codeHash}`; null until a second person has confirmed it. */
  codeHash: string | null;
  codeUntilMs: number | null;
  /** How many codes were made: the next one is another. */
  codes: number;
};

/** `invitations/{codeHash}`: a code that was shown to nobody but who made it; kept as its hash. */
export type Invitation = {
  /** Always `town`: those that are over are found by it. */
  townId: 'town';
  codeHash: string;
  officeActId: string;
  state: 'open' | 'used' | 'replaced' | 'withdrawn';
  codeUntilMs: number;
};

/** `office-acts/{officeActId}`: an office is given or ends, by two people; kept for good. */
export type OfficeAct = {
  /** The command that entered it. */
  officeActId: string;
  /** Whose village offices are one of the two; of the town's offices where its holder lives. */
  villageId: string;
  change: 'give' | 'end';
  role: Office;
  place: string;
  placeName: string;
  /** The office that ends; of one that is given null. */
  officeId: string | null;
  /** Whom it is about; of who stands in no register the person alone. */
  memberId: string | null;
  personId: string | null;
  householdId: string | null;
  householdNumber: number | null;
  name: string;
  basis: OfficeBasis;
  day: string;
  cites: string;
  untilDay: string | null;
  /** Of who stands in no register and is invited. */
  invited?: Invited;
  /** Entered by the only administrator: somebody of the supervision may be the second. */
  byLast?: true;
  state: OfficeActState;
  proposed: Step;
  settled: Step | null;
  /** What the second had to say; a no says why. */
  reason: string | null;
};

/** `offices/{officeId}`: an office that is held; the id is that of the act that gave it. */
export type HeldOffice = {
  officeId: string;
  /** As of its act. */
  villageId: string;
  role: Office;
  place: string;
  placeName: string;
  memberId: string | null;
  /** Of who stands in no register. */
  personId: string | null;
  householdId: string | null;
  name: string;
  basis: OfficeBasis;
  sinceDay: string;
  untilDay: string | null;
  /** Of who was invited: who sent them; such an office ends with its term. */
  organisation?: string;
  /** The founder gave it alone. */
  byOne?: true;
};
