import { readCatalogue } from '../../config/catalogue';
import { mostVillages } from '../../src/contracts/limits';
import { sceneOf } from '../../src/domain/documents/scene';
import { nextId } from '../../src/domain/town/next-id';

test('a code of every kind has room for the last village, and for many versions', () => {
  const keys = readCatalogue().matters.map(({ key }) => key);
  const villageId = nextId('v', [`v${mostVillages - 1}`]);
  const scenes = [
    ...keys.map((key) => sceneOf(villageId, { kind: 'matter', key, version: 999 }, keys)),
    sceneOf(villageId, { kind: 'village' }, keys),
    sceneOf(villageId, { kind: 'shop', shopId: nextId('s', ['s99']) }, keys),
  ];
  expect(keys.length).toBeGreaterThan(40);
  for (const scene of scenes) expect(scene.length).toBeLessThanOrEqual(32);
  expect(new Set(scenes).size).toBe(scenes.length);
});
