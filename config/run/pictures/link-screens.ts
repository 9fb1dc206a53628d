import type { Page } from 'playwright-core';
import { people } from '../../../src/contracts';
import { see } from './drive';
import type { Facts, Screen } from './screen';

const resident = ({ cast }: Facts) => cast.resident.openid;
/** Not one of the two who let them in; the town looks into it only once it is late. */
const otherSupervisor = ({ cast }: Facts) => cast.supervisors[1]?.openid ?? '';
const list = () => 'packages/work/links/index';
const household = () => 'packages/people/household/index';

/** Two let somebody in as one of the resident's household, who says that it is nobody of theirs. */
async function objected({ client, cast, villageId }: Facts): Promise<void> {
  const { householdNumber } = cast.resident;
  const home = client.as(cast.resident.openid);
  const lines = (await home.must(people.listLinks, {})).people;
  const absent = lines.find(({ hasJoined }) => !hasJoined);
  if (!absent) throw new Error('everybody of the household has joined');
  const { name } = absent;
  const asked = { villageId, householdNumber, name, namesShown: true };
  await client.as('sample-intruder').must(people.join, asked);
  const first = client.as(cast.cadre.openid);
  const { requests } = await first.must(people.listJoinRequests, {});
  const request = requests.find((each) => each.name === name);
  if (!request) throw new Error('nobody asks to join the household');
  const { joinRequestId } = request;
  const answer = { joinRequestId, householdNumber, name, accept: true };
  await first.must(people.answerJoin, answer);
  await client.as(cast.supervisors[0]?.openid ?? '').must(people.answerJoin, answer);
  const after = (await home.must(people.listLinks, {})).people;
  const linkId = after.find((each) => each.name === name)?.link?.linkId ?? '';
  await home.must(people.objectToLink, { linkId, reason: '不认识这个人' });
}

async function afterObjection(page: Page, facts: Facts): Promise<void> {
  await objected(facts);
  await page.reload();
  await see(page, '不认识这个人');
}

/** Last of all: until it is settled the household spends nothing. */
export const linkScreens: Screen[] = [
  { name: 'household-people-objected', who: resident, path: household, act: afterObjection },
  { name: 'links', who: otherSupervisor, path: list },
];
