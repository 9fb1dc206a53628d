import { mostHouseholdsNamed } from '../../contracts/limits';
import { refuse } from '../kernel/refusal';
import { otherSide, sideWords } from './alarm-words';
import { outcomeWords } from './outcome-words';
import type { AlarmOutcome, AlarmSide, AlarmSignature, SealAlarm } from './types';

export function alarmId({ villageId, number }: Pick<SealAlarm, 'villageId' | 'number'>): string {
  return `${villageId}.${number}`;
}

/** @param before the village's newest alarm, null for its first */
export function raiseAlarm(
  what: Pick<SealAlarm, 'villageId' | 'day' | 'raisedAtMs' | 'badSealDay' | 'householdIds'>,
  before: Pick<SealAlarm, 'number'> | null,
): SealAlarm {
  const householdIds = what.householdIds.slice(0, mostHouseholdsNamed);
  const number = (before?.number ?? 0) + 1;
  return { ...what, householdIds, number, state: 'open', signatures: [], signature: null };
}

/** What a settled alarm is signed over: who let what stand, and of which village and day. */
export function settledText({ villageId, number, day, signatures }: SealAlarm): string {
  const said = signatures.map(({ side, personId, outcome }) => [side, personId, outcome]);
  return JSON.stringify([villageId, number, day, said]);
}

/** Both sides have said so of the books as they are now. */
export function letsTheBooksStand({ state, signatures }: SealAlarm): boolean {
  return state === 'settled' && signatures.every(({ outcome }) => outcome === 'kept');
}

/** Who signs, as the register and their offices have them. */
export type Signer = {
  personId: string;
  /** The sides they may sign for; both where they hold both offices. */
  sides: readonly AlarmSide[];
  ownHouseholdId: string | null;
  ofTheCommittee: boolean;
};

function mustStandApart(alarm: SealAlarm, signer: Signer): void {
  const { ownHouseholdId } = signer;
  if (ownHouseholdId !== null && alarm.householdIds.includes(ownHouseholdId)) {
    refuse('own-household', '这里面有您自己家的账,请换一个人来查、来签。');
  }
  if (signer.ofTheCommittee) {
    refuse('committee-may-not-settle', '记账的是村两委,查账要请村务监督委员会和镇里的人。');
  }
}

/** The side that is still to sign; whoever has signed may say otherwise, for their own side. */
function sideOf(alarm: SealAlarm, { personId, sides }: Signer): AlarmSide {
  const [own] = alarm.signatures.filter((each) => each.personId === personId);
  if (own) return own.side;
  const free = sides.find((side) => alarm.signatures.every((each) => each.side !== side));
  const [taken = 'town'] = sides;
  return (
    free ??
    refuse(
      'other-side-needed',
      `${sideWords[taken]}已经有人签了,还要${sideWords[otherSide(taken)]}的另一个人来签。`,
    )
  );
}

function mustSayTheSame(others: readonly AlarmSignature[], outcome: AlarmOutcome): void {
  const [other] = others;
  if (!other || other.outcome === outcome) return;
  const said = `${sideWords[other.side]}签的是“${outcomeWords[other.outcome]}”`;
  refuse('outcomes-differ', `${said},和您选的不一样。请一起再查一遍;先签的人可以改。`);
}

/**
 * One of the village's supervisors and one of the town, two different people, say the same: then
 * the alarm is settled. Whoever seals is not among them alone, nor whose books it is about.
 * @throws Refusal
 */
export function signAlarm(
  alarm: SealAlarm,
  signer: Signer,
  { outcome, atMs }: { outcome: AlarmOutcome; atMs: number },
): SealAlarm {
  if (alarm.state !== 'open') {
    refuse('alarm-not-open', '这件事已经有两个人查清签过了,不用再签。');
  }
  mustStandApart(alarm, signer);
  const side = sideOf(alarm, signer);
  const others = alarm.signatures.filter((each) => each.side !== side);
  mustSayTheSame(others, outcome);
  const signatures = [...others, { side, personId: signer.personId, outcome, atMs }];
  const both = signatures.length === 2;
  return { ...alarm, signatures, state: both ? 'settled' : 'open' };
}
