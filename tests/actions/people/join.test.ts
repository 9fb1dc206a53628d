import { people } from '../../../src/contracts';
import { openTestTown } from '../../support/town';

test('the head joins at once with the phone number of the register', async () => {
  const town = await openTestTown();
  const head = await town.joinHead(1, 13);
  const { me } = await head.must(people.whoAmI, {});
  expect(me).toMatchObject({ householdId: 'v01-13', householdName: '试*', namesShown: true });
});
