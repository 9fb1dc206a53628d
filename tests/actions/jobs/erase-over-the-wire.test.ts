import { people, points } from '../../../src/contracts';
import { dayOf } from '../../../src/domain/kernel/time';
import type { DeedRecord } from '../../../src/domain/records/types';
import { testPhoto } from '../../support/photo';
import { openTestCloud, type TestCloud } from '../../support/test-cloud';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await openTestCloud({ history: true });
}, 240_000);
afterAll(() => cloud.stop());

const dayMs = 86_400_000;

test('through the SDK and the built functions: gone at once, files by the night', async () => {
  const { client, engine, cast } = cloud;
  const resident = client.as(cast.resident.openid);
  const { me } = await resident.must(people.whoAmI, {});
  const query = { householdId: me?.householdId };
  const photos = () =>
    (engine.find('records', { query }) as unknown as DeedRecord[])
      .filter((record) => !record.byCadre)
      .flatMap((record) => record.photos);
  const photo = await resident.upload(
    'evidence/of-the-erased.png',
    testPhoto('evidence/of-the-erased.png'),
  );
  const day = dayOf(await client.nowMs());
  // Of those without a cap of their own, whatever the township ships, the smallest.
  const { items } = await resident.must(points.listItems, { villageId: cloud.villageId });
  const [item] = items
    .filter(({ caps, declarers }) => caps.length === 0 && declarers.includes('resident'))
    .flatMap(({ id, standard }) => (standard.kind === 'fixed' ? [{ id, ...standard }] : []))
    .sort((one, other) => one.points - other.points);
  const deed = { itemId: item?.id ?? '', day, photos: [photo], note: '种了二十棵' };
  await resident.must(points.declareDeed, deed);
  const [kept] = photos();
  const place = kept?.replace(/^cloud:\/\/[^/]+\//, '') ?? '';
  const putThere = () => client.as('somebody-else').upload(place, new Uint8Array([2]));
  await expect(putThere()).rejects.toThrow();
  await resident.must(people.eraseMe, {});
  expect(await resident.must(people.whoAmI, {})).toMatchObject({ me: null, roles: [] });
  await client.advance(dayMs);
  // The function's own trigger has come by in the night: nothing is left to do.
  // But the announcement of the photo, whose day has ended since; and, where this begins between
  // midnight and the night's work, the count of the day's announcements.
  const { done, left } = (await client.timer('erase-expired')) as { done: number; left: number };
  expect([left, done === 1 || done === 2]).toEqual([0, true]);
  expect(photos()).toEqual([]);
  // A file that is there can be replaced by its owner only; this one is gone.
  await putThere();
  expect(JSON.stringify(engine.find('persons'))).not.toContain(`"${cast.resident.openid}"`);
  const householdId = me?.householdId ?? '';
  const supervisor = client.as(cast.supervisors[0]?.openid ?? '');
  const verdict = await supervisor.must(points.verifyAccount, { householdId });
  expect(verdict).toMatchObject({ sound: true });
});
