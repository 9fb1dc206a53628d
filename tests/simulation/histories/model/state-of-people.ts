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
  /** Members who agreed on their own phone. */
  signed: string[];
  proposedAtMs: number;
};

type Step = { personId: string; as: string; atMs: number };
type StoredEvent = Pick<ModelEvent, 'state' | 'householdId' | 'villageId' | 'householdIds'> & {
  change: Change;
  proposed: Step;
  signed?: { memberId: string }[];
};

export function eventFrom(stored: StoredEvent): ModelEvent {
  const { state, householdId, villageId, householdIds, change, proposed, signed = [] } = stored;
  return {
    ...{ state, householdId, villageId, householdIds, change },
    ...{ proposer: proposed.personId, by: bodies[proposed.as] ?? 'supervision' },
    ...{ signed: signed.map(({ memberId }) => memberId), proposedAtMs: proposed.atMs },
  };
}

/** What of an event is compared: who was to be entered is nobody's business once it is settled. */
export const eventText = ({ change, ...event }: ModelEvent) => ({ ...event, kind: change.kind });
