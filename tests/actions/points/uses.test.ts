import { points } from '../../../src/contracts';
import type { PointItem } from '../../../src/contracts/scheme';
import { allowanceLeft } from '../../../src/domain/scheme/allowance';
import { usedBy } from '../../../src/domain/scheme/kept-uses';
import { householdId } from '../../support/household-ids';
import { codeOf, openPointsTown, type PointsTown } from './points-town';

let town: PointsTown;
beforeEach(async () => {
  town = await openPointsTown();
});

const itemId = 'settle-dispute';
async function itemOf(): Promise<PointItem> {
  const { items } = await town.head(2).must(points.listItems, { villageId: 'v01' });
  const found = items.find(({ id }) => id === itemId);
  if (!found) throw new Error('no such item');
  return found;
}

test('what a phone counts by its copy is what the cloud answers, for every household', async () => {
  await town.declare(13);
  await town.declare(13, { itemId: 'errand-for-neighbour' });
  await town.declare(14);
  const cadre = town.head(2);
  const { uses, next } = await cadre.must(points.listUses, { villageId: 'v01' });
  expect(next).toBeNull();
  expect(uses).toHaveLength(3);
  const day = town.today();
  const item = await itemOf();
  for (const number of [12, 13, 14]) {
    const id = householdId(town, `v01-${number}`);
    const asked = await cadre.must(points.readAllowance, { householdId: id, itemId, day });
    const { pointsLeft, because } = allowanceLeft(item, day, usedBy(uses, id, day));
    expect(asked).toMatchObject({ pointsLeft, because });
  }
});

test('it goes on behind the household named, and ends', async () => {
  await town.declare(13);
  await town.declare(14);
  const cadre = town.head(2);
  const behind = (after: string) => cadre.must(points.listUses, { villageId: 'v01', after });
  const numbers = (uses: { householdId: string }[]) => uses.map((each) => each.householdId);
  expect(numbers((await behind('13')).uses)).toEqual([householdId(town, 'v01-14')]);
  expect((await behind('9999')).uses).toEqual([]);
  // What is no place in the list begins it.
  expect((await behind('x')).uses).toHaveLength(2);
});

test('for the committee of the village alone', async () => {
  expect(codeOf(await town.head(13).call(points.listUses, { villageId: 'v01' }))).not.toBe('ok');
  expect(codeOf(await town.head(2).call(points.listUses, { villageId: 'v02' }))).not.toBe('ok');
  expect(codeOf(await town.as('guest').call(points.listUses, { villageId: 'v01' }))).not.toBe('ok');
});
