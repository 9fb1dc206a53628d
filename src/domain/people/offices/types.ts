import type { endedBy, givenBy, Office, OfficeBasis } from '../../../contracts/offices';
import type { Decider } from '../types';

export type { Office, OfficeBasis };
export type GivenBy = (typeof givenBy.options)[number];
export type EndedBy = (typeof endedBy.options)[number];

/** `holder`: somebody who resigns from an office of their own. */
export type ActDecider = Decider | 'holder';
export type OfficeActState = 'proposed' | 'in-force' | 'refused' | 'withdrawn';
type Step = { personId: string; as: ActDecider; atMs: number };

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
  /** The founder gave it alone. */
  byOne?: true;
};
