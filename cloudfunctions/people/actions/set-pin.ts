import { people } from '../../../src/contracts';
import { dayOf } from '../../../src/domain/kernel/time';
import { mustBeHardToGuess, pinText } from '../../../src/domain/people/pin';
import type { Member, Pin } from '../../../src/domain/people/types';
import { defineCommand } from '../../runtime/define-action';
import { membersOf } from '../proxies';
import { whoSetsThePin } from '../who-sets-the-pin';

export const setPin = defineCommand({
  contract: people.setPin,
  allow: [{ who: 'resident' }],
  run: async (context) => {
    const { input, commandId, personId, tx, nowMs, secret } = context;
    const { household, secondId } = await whoSetsThePin(context);
    const { householdId } = household;
    // Where there is no PIN yet, removing it writes nothing: one that is set meanwhile would stay.
    tx.set('households', householdId, household);
    if (input.pin === null) {
      tx.remove('pins', householdId);
      return { sinceDay: null };
    }
    mustBeHardToGuess(input.pin, household, await membersOf<Member>(tx, household));
    // Nobody else's, and the same where the command is tried again.
    const own = { householdId, salt: commandId };
    const hash = secret.sign('pin', pinText(own, input.pin));
    const pin: Pin = { ...own, hash, setAtMs: nowMs, setBy: personId, secondId };
    tx.set('pins', householdId, pin);
    return { sinceDay: dayOf(nowMs) };
  },
});
