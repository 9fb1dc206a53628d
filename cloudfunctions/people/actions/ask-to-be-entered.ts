import { people } from '../../../src/contracts';
import { mostLinesOfAPhone } from '../../../src/contracts/limits';
import { isUnanswered } from '../../../src/domain/people/answer-join';
import { countTry } from '../../../src/domain/people/attempts';
import { mustStand } from '../../../src/domain/people/ended-household';
import * as entering from '../../../src/domain/people/entry/entry-request';
import type { EntryRequest } from '../../../src/domain/people/entry/types';
import { numberKey } from '../../../src/domain/people/household-number';
import { linesOfAPhone, mustNotJoinTwice, refuseVillage } from '../../../src/domain/people/join';
import { readPhoneToken } from '../../../src/domain/people/phone-token';
import type {
  Attempts,
  Household,
  HouseholdNumber,
  JoinRequest,
  Member,
  Village,
} from '../../../src/domain/people/types';
import { defineCommand } from '../../runtime/define-action';
import { keepPerson } from '../../runtime/persons';
import { getKnown } from '../../runtime/store/get-known';
import type { Reader, Transaction } from '../../runtime/store/store';
import { removeEntryRequest, saveEntryRequest } from '../save-entry-request';
import { removeJoinRequest } from '../save-join-request';

const afterTooMany = '或请村干部帮您登记';

/** Nobody is entered a second time who could join by what the register knows. */
async function mustNotStandByNumber(phone: string | null, read: Reader): Promise<void> {
  if (phone === null) return;
  const lines = await read.query<Member>('members', {
    where: { phone },
    order: { field: 'memberId', direction: 'asc' },
    limit: mostLinesOfAPhone,
  });
  entering.mustNotStandByNumber(linesOfAPhone(lines));
}

async function householdAt(villageId: string, number: number | null, tx: Transaction) {
  if (number === null) return null;
  const key = numberKey(villageId, number);
  const taken = await tx.get<HouseholdNumber>('household-numbers', key);
  const household = await getKnown<Household>(tx, 'households', taken?.householdId);
  if (!household) entering.refuseUnknownHousehold();
  mustStand(household);
  return household;
}

/** Whoever asks to be entered waits for that alone. */
async function endJoinRequest(id: string | null | undefined, tx: Transaction): Promise<boolean> {
  const waiting = await getKnown<JoinRequest>(tx, 'join-requests', id);
  if (!waiting || !isUnanswered(waiting)) return false;
  removeJoinRequest(tx, waiting.joinRequestId);
  return true;
}

export const askToBeEntered = defineCommand({
  contract: people.askToBeEntered,
  allow: [{ who: 'wechat-user' }],
  keepsOnRefusal: ['attempts'],
  leavesNothing: ['village-not-found', 'phone-token-stale', 'too-many-tries'],
  run: async (context) => {
    const { input, caller, lookUp, tx, read, keep, nowMs, secret, newId } = context;
    const { villageId, householdNumber, phoneToken, name, birthYear, residence } = input;
    const { sinceMonth, namesShown } = input;
    const { person } = caller;
    const village = await tx.get<Village>('villages', villageId);
    if (!village) refuseVillage();
    mustNotJoinTwice(person);
    const matches = (text: string, mac: string) => secret.matches('phone', text, mac);
    const phone = phoneToken ? readPhoneToken(phoneToken, lookUp, nowMs, matches) : null;
    const triesId = `entry-request.${lookUp}`;
    const tried = await tx.get<Attempts>('attempts', triesId);
    keep('attempts', triesId, countTry(tried, nowMs, afterTooMany).attempts);
    const asked = { name, birthYear, residence, sinceMonth, phone, namesShown };
    entering.mustSayWhatCanBe(asked, nowMs);
    const before = await getKnown<EntryRequest>(tx, 'entry-requests', person?.entryRequestId);
    entering.mustBeFreeToAsk(before);
    await mustNotStandByNumber(phone, read);
    const household = await householdAt(villageId, householdNumber, tx);
    const openid = caller.identity.kind === 'wechat' ? caller.identity.openid : '';
    const asker = { personId: person?.personId ?? newId(), lookUp, openid, person };
    const made = entering.ask(asker, asked, { village, household }, nowMs);
    if (before && before.entryRequestId !== made.request.entryRequestId) {
      removeEntryRequest(tx, before.entryRequestId);
    }
    const hasLeft = await endJoinRequest(person?.joinRequestId, tx);
    keepPerson(
      tx,
      hasLeft ? { ...made.person, joinRequestId: null } : made.person,
      person !== null,
    );
    saveEntryRequest(context, made.request, household);
    return { state: 'waiting' as const };
  },
});
