import { points } from '../../../src/contracts';
import { refuse } from '../../../src/domain/kernel/refusal';
import { alarmId, type Signer, settledText, signAlarm } from '../../../src/domain/seals/alarm';
import type { SealAlarm } from '../../../src/domain/seals/types';
import { type Caller, placesOf } from '../../runtime/caller';
import { defineCommand } from '../../runtime/define-action';

function signerFrom(caller: Caller, personId: string, villageId: string): Signer {
  const isSupervisor = placesOf(caller, 'supervisor').includes(villageId);
  const isOfTheTown = placesOf(caller, 'town-admin').length > 0;
  return {
    personId,
    sides: [
      ...(isSupervisor ? ['supervisor' as const] : []),
      ...(isOfTheTown ? ['town' as const] : []),
    ],
    ownHouseholdId: caller.person?.householdId ?? null,
    ofTheCommittee: placesOf(caller, 'cadre').includes(villageId),
  };
}

export const settleSealAlarm = defineCommand({
  contract: points.settleSealAlarm,
  allow: [{ who: 'supervisor', at: 'own-village' }, { who: 'town-admin' }],
  place: ({ input: { villageId } }) => ({ villageId }),
  async run({ tx, input, caller, personId, secret, nowMs }) {
    const { villageId, number, outcome } = input;
    const id = alarmId(input);
    const alarm = await tx.get<SealAlarm>('seal-alarms', id);
    if (!alarm) refuse('alarm-not-found', '没有找到这件事。请刷新后再看。');
    const signer = signerFrom(caller, personId, villageId);
    const signed = signAlarm(alarm, signer, { outcome, atMs: nowMs });
    const settled = signed.state === 'settled';
    const signature = settled ? secret.sign('alarm', settledText(signed)) : null;
    tx.set('seal-alarms', id, { ...signed, signature });
    return { villageId, number, settled };
  },
});
