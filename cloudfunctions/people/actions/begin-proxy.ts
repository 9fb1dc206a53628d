import { people } from '../../../src/contracts';
import { helpedMessage } from '../../../src/domain/messages/moved';
import { countTry } from '../../../src/domain/people/attempts';
import { mustStand } from '../../../src/domain/people/ended-household';
import { readCardText, refuseCard } from '../../../src/domain/people/household-card';
import * as pins from '../../../src/domain/people/pin';
import * as proxies from '../../../src/domain/people/proxy';
import { holdsRole } from '../../../src/domain/people/roles';
import type { Attempts, Household, Pin } from '../../../src/domain/people/types';
import { rolesOf } from '../../runtime/caller';
import { type CommandContext, defineCommand } from '../../runtime/define-action';
import { savePerson } from '../../runtime/persons';
import { writeMessage } from '../../runtime/write-message';
import { findByCard } from '../find-by-card';
import { actorOf, helperFacts, helperOffice, homeOf } from '../proxies';

/**
 * Counted by household, whoever guesses, and before it is compared: who sends many at once gets no
 * further than who sends them one by one.
 */
async function mustKnowThePin(
  { tx, keep, nowMs, secret }: CommandContext<unknown>,
  householdId: string,
  given: string,
): Promise<void> {
  const pin = await tx.get<Pin>('pins', householdId);
  if (!pin) pins.refuseNoPin();
  const triesId = `pin.${householdId}`;
  const before = await tx.get<Attempts>('attempts', triesId);
  const { attempts, triesLeft } = countTry(before, nowMs, pins.insteadOfThePin);
  keep('attempts', triesId, attempts);
  const fits = secret.matchesKept('pin', pins.pinText(pin, given), pin.hash);
  if (!fits) pins.refuseWrongPin(triesLeft);
}

/** The card as it is in this transaction: one that was replaced meanwhile is none. */
async function householdOf({
  input,
  caller,
  tx,
  read,
}: CommandContext<{ cardText: string }>): Promise<Household> {
  const isTheirs = async (villageId: string) =>
    (await helperOffice(caller, villageId, read)) !== null;
  const { householdId } = await findByCard(input.cardText, isTheirs, read);
  const household = await tx.get<Household>('households', householdId);
  if (household?.cardId !== readCardText(input.cardText).cardId) refuseCard();
  mustStand(household);
  return household;
}

export const beginProxy = defineCommand({
  contract: people.beginProxy,
  allow: [{ who: 'cadre' }, { who: 'keeper' }],
  keepsOnRefusal: ['attempts'],
  run: async (context) => {
    const { input, caller, commandId: proxyId, tx, nowMs } = context;
    const { person: helper } = caller;
    const household = await householdOf(context);
    const office = await helperOffice(caller, household.villageId, tx);
    if (!helper || !office) refuseCard();
    const home = await homeOf(tx, helper.householdId);
    const actor = { ...helperFacts.actor, ...actorOf(home, household, null) };
    const helperOfCommittee = holdsRole(rolesOf(caller), 'cadre', household.villageId);
    const busyWith = proxies.busyWith(helper, nowMs);
    const proxy = proxies.begin({
      ...{ proxyId, household, helper, helperNumber: home?.number ?? null, ...office, nowMs },
      withPin: input.pin !== undefined,
      facts: { ...helperFacts, actor, helperOfCommittee, busyWith },
    });
    if (input.pin !== undefined) {
      await mustKnowThePin(context, household.householdId, input.pin);
    }
    tx.create('proxies', proxyId, proxy);
    // A new card ends what the old one began: neither passes the other unseen.
    tx.set('households', household.householdId, household);
    writeMessage(context, helpedMessage(proxy));
    if (proxy.state === 'running') savePerson(tx, proxies.withProxy(helper, proxy));
    return { proxyId, householdId: household.householdId, state: proxy.state };
  },
});
