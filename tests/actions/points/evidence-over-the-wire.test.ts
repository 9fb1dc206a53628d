import { points } from '../../../src/contracts';
import { dayOf } from '../../../src/domain/kernel/time';
import type { DeedRecord } from '../../../src/domain/records/types';
import { openTestCloud, type TestCloud } from '../../support/test-cloud';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await openTestCloud({ history: false });
}, 120_000);
afterAll(() => cloud.stop());

const shown = new Uint8Array([1, 2, 3]);
const another = new Uint8Array([9, 9, 9, 9]);

test('what is decided on cannot be changed any more by whoever uploaded it', async () => {
  const { client, engine, cast } = cloud;
  const resident = client.as(cast.resident.openid);
  const name = 'evidence/planted.jpg';
  const photo = await resident.upload(name, shown);
  // The rules of storage let an owner write a file as often as they like.
  await resident.upload(name, shown);
  const day = dayOf(await client.nowMs());
  const deed = { itemId: 'plant-trees', day, photos: [photo] };
  const { recordId } = await resident.must(points.declareDeed, deed);
  await resident.upload(name, another);
  const { photos } = await resident.must(points.readRecord, { recordId });
  expect(photos).toHaveLength(1);
  const response = await fetch(photos[0] ?? '');
  expect(new Uint8Array(await response.arrayBuffer())).toEqual(shown);
  const record = engine.get('records', recordId) as unknown as DeedRecord;
  const kept = record.photos[0]?.replace(/^cloud:\/\/[^/]+\//, '') ?? '';
  expect(kept).toMatch(/^kept\/[0-9a-f]{32}\/planted\.jpg$/);
  await expect(resident.upload(kept, another)).rejects.toThrow();
  // What lies at the old place now is evidence for nothing.
  const again = await resident.call(points.declareDeed, deed);
  expect(again).toMatchObject({ ok: false, error: { code: 'photo-not-yours' } });
});
