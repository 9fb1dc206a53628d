import type { people } from '../../../../src/contracts';
import type { InputOf } from '../../../../src/contracts/contract';

export type ModelBody = 'committee' | 'supervision' | 'town';
export const bodies: Readonly<Record<string, ModelBody>> = {
  ...{ cadre: 'committee', supervisor: 'supervision', 'town-admin': 'town' },
};

export type Change = InputOf<typeof people.proposeLifeEvent>['change'];
export type ChangeOf<Kind extends Change['kind']> = Extract<Change, { kind: Kind }>;

/** What one person says happened to a household. */
export type ModelEvent = {
  state: string;
  householdId: string;
  villageId: string;
  /** Those that it touches, its own first. */
  householdIds: string[];
  change: Change;
  proposer: string;
  by: ModelBody;
  /** `{memberId} {personId}`: who agreed on their own phone. */
  signed: string[];
  proposedAtMs: number;
};

type Step = { personId: string; as: string; atMs: number };
type StoredEvent = Pick<ModelEvent, 'state' | 'householdId' | 'villageId' | 'householdIds'> & {
  change: Change;
  proposed: Step;
  signed?: { memberId: string; personId: string }[];
};

export function eventFrom(stored: StoredEvent): ModelEvent {
  const { state, householdId, villageId, householdIds, change, proposed, signed = [] } = stored;
  return {
    ...{ state, householdId, villageId, householdIds, change },
    ...{ proposer: proposed.personId, by: bodies[proposed.as] ?? 'supervision' },
    ...{
      signed: signed.map(({ memberId, personId }) => `${memberId} ${personId}`),
      proposedAtMs: proposed.atMs,
    },
  };
}

/** What of an event is compared: who was to be entered is nobody's business once it is settled. */
export const eventText = ({ change, ...event }: ModelEvent) => ({ ...event, kind: change.kind });

/** How somebody came to a household. */
export type ModelLink = {
  state: string;
  householdId: string;
  villageId: string;
  memberId: string;
  personId: string | null;
  /** Who let them in. */
  two: string[];
  objector: string | null;
  opinion: { out: boolean; personId: string; by: ModelBody } | null;
  /** Who of the town took them out alone, and the number that stood there. */
  cutBy: string | null;
  cutPhone: string | null;
};

type StoredLink = Omit<ModelLink, 'two' | 'objector' | 'opinion' | 'cutBy'> & {
  two: Step[];
  objection: { byPersonId: string } | null;
  opinion: { out: boolean; by: Step } | null;
  cutBy: Step | null;
};

export function linkFrom(stored: StoredLink): ModelLink {
  const { state, householdId, villageId, memberId, personId, cutPhone } = stored;
  const { two, objection, opinion, cutBy } = stored;
  const by = bodies[opinion?.by.as ?? ''] ?? 'supervision';
  return {
    ...{ state, householdId, villageId, memberId, personId, cutPhone },
    two: two.map((each) => each.personId),
    objector: objection?.byPersonId ?? null,
    opinion: opinion && { out: opinion.out, personId: opinion.by.personId, by },
    cutBy: cutBy?.personId ?? null,
  };
}

/** Somebody who stands in no line asks to be entered. */
export type ModelEntry = {
  state: string;
  villageId: string;
  personId: string;
  name: string;
  birthYear: number;
  /** Null for a household to come. */
  householdId: string | null;
  phone: string | null;
  namesShown: boolean;
  askedAtMs: number;
  movedAtMs: number;
  agreed: { personId: string; by: ModelBody } | null;
  /** Who said no. */
  noes: string[];
};

type StoredEntry = Omit<ModelEntry, 'agreed' | 'noes'> & { agreed: Step | null; noes: Step[] };

export function entryFrom(stored: StoredEntry): ModelEntry {
  const { state, villageId, personId, name, birthYear, householdId, phone } = stored;
  const { namesShown, askedAtMs, movedAtMs, agreed, noes } = stored;
  const by = bodies[agreed?.as ?? ''] ?? 'supervision';
  return {
    ...{ state, villageId, personId, name, birthYear, householdId, phone },
    ...{ namesShown, askedAtMs, movedAtMs },
    agreed: agreed && { personId: agreed.personId, by },
    noes: noes.map((each) => each.personId),
  };
}

/** A code that was shown once. */
export type ModelInvitation = { officeActId: string; state: string; codeUntilMs: number };

export function invitationFrom(stored: ModelInvitation): ModelInvitation {
  const { officeActId, state, codeUntilMs } = stored;
  return { officeActId, state, codeUntilMs };
}
