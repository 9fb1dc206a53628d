import { points } from '../../../src/contracts';
import { dayOf } from '../../../src/domain/kernel/time';
import type { DeedRecord } from '../../../src/domain/records/types';
import { jpegParts, jpegSegment, testPhoto } from '../../support/photo';
import { openTestCloud, type TestCloud } from '../../support/test-cloud';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await openTestCloud({ history: false });
}, 240_000);
afterAll(() => cloud.stop());

const { start, jfif, picture, end } = jpegParts('shown');
const place = jpegSegment(0xe1, 'Exif\0\0MM\0*GPS 38.7 109.2');
const noted = Uint8Array.from([...start, ...place, ...jfif, ...picture, ...end, 1, 2, 3]);
const shown = testPhoto('shown');
const another = testPhoto('another');

test('what is decided on has no metadata and is not to be changed by its uploader', async () => {
  const { client, engine, cast } = cloud;
  const resident = client.as(cast.resident.openid);
  const name = 'evidence/planted.jpg';
  const photo = await resident.upload(name, noted);
  // The rules of storage let an owner write a file as often as they like.
  await resident.upload(name, noted);
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
  // The same photo once more, at the old place, is evidence for nothing.
  await resident.upload(name, noted);
  const again = await resident.call(points.declareDeed, { ...deed, note: '又种了一片' });
  expect(again).toMatchObject({ ok: false, error: { code: 'photo-not-yours' } });
});
