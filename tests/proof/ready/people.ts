import { actOf } from '../../../config/run/appoint';
import { people } from '../../../src/contracts';
import type { InputOf } from '../../../src/contracts/contract';
import { householdId } from '../../support/household-ids';
import { testHeadName } from '../../support/test-register';
import type { ProofTown } from '../town';

/** The head of household 16 has no phone in the register, so somebody must answer. */
export async function askToJoin(town: ProofTown, openid: string, namesShown = true) {
  const name = testHeadName(16);
  const input = { villageId: 'v01', householdNumber: 16, name, namesShown };
  await town.as(openid).must(people.join, input);
  const { requests } = await town.head(2).must(people.listJoinRequests, {});
  const request = requests[0];
  if (!request) throw new Error('nobody waits');
  const { joinRequestId, householdNumber } = request;
  return { joinRequestId, householdNumber, name };
}

/** The same, agreed to by a cadre: it waits for somebody else. */
export async function agreedOnce(town: ProofTown, openid: string) {
  const seen = await askToJoin(town, openid);
  await town.head(2).must(people.answerJoin, { ...seen, accept: true });
  return seen;
}

/** A household of village 1 whose head stopped its spending; its id. */
export async function frozen(town: ProofTown, householdNumber: number): Promise<string> {
  await town.head(householdNumber).must(people.freezeSpending, {});
  return householdId(town, `v01-${householdNumber}`);
}

/** An act that the town entered: the head of household 14 is to sit on the panel; its id. */
export async function proposedAct(town: ProofTown, householdNumber = 14): Promise<string> {
  const who = { villageId: 'v01', householdNumber, name: testHeadName(householdNumber) };
  const act = actOf({ ...who, role: 'panel', place: 'v01' }, town.today());
  return (await town.administrator.must(people.giveOffice, act)).officeActId;
}

/** Somebody whom the register does not know. */
export const newcomer = {
  ...{ villageId: 'v01', name: '新来一', birthYear: 1990, residence: 'newcomer' },
  ...{ sinceMonth: '2024-03', householdNumber: null, namesShown: true },
} as const satisfies InputOf<typeof people.askToBeEntered>;

/** They ask to be entered; as whoever answers sees it. */
export async function askToBeEntered(
  town: ProofTown,
  openid: string,
  householdNumber: number | null = null,
) {
  await town.as(openid).must(people.askToBeEntered, { ...newcomer, householdNumber });
  const { requests } = await town.head(2).must(people.listEntryRequests, {});
  const request = requests[0];
  if (!request) throw new Error('nobody waits');
  return { entryRequestId: request.entryRequestId, askedAtMs: request.askedAtMs };
}

/** Who joined as the head of a household of village 1, by the link. */
export function linkOf(town: ProofTown, householdNumber: number): string {
  const query = { householdId: householdId(town, `v01-${householdNumber}`) };
  return String(town.engine.find('links', { query })[0]?.linkId);
}

/** The spouse in household 8 joined by two, and objects to its head. */
export async function objectedTo(town: ProofTown): Promise<string> {
  const linkId = linkOf(town, 8);
  const name = `${testHeadName(8)}偶`;
  const where = { villageId: 'v01', householdNumber: 8, name };
  const spouse = town.as('spouse-of-eight');
  await spouse.must(people.join, { ...where, namesShown: true });
  const { requests } = await town.head(2).must(people.listJoinRequests, {});
  const { joinRequestId } = requests.find((each) => each.name === name) ?? { joinRequestId: '' };
  const seen = { joinRequestId, householdNumber: 8, name, accept: true };
  for (const as of [town.head(2), town.head(4)]) await as.must(people.answerJoin, seen);
  await spouse.must(people.objectToLink, { linkId, reason: '不是我家的人' });
  return linkId;
}
