import { findHouseholds } from '../../../src/contracts/people';
import { nameOf, searchHouseholds } from '../../../src/packages/record/record/chosen-household';
import { madeHouseholdId } from '../../support/household-ids';
import { cloud } from '../set-up';

const found = {
  householdId: madeHouseholdId('v03', 17),
  householdNumber: 17,
  householdName: '张*',
  memberCount: 4,
};
const card = (number: number) => `JF.H.01M6WAPZD8N6E0ZC1NSN2ZXVX3.${number}`;

test('with network the server says which households there are', async () => {
  cloud.online = true;
  cloud.answer(findHouseholds, { households: [found] });
  const search = await searchHouseholds('v03', '张');
  const households = [{ ...found, found: '张' }];
  expect(search).toEqual({ state: 'found', households, offline: false });
});

test('a refusal of the server is not overruled on the phone', async () => {
  cloud.online = true;
  cloud.refuse(findHouseholds, 'card-not-ours', '这张码不是本村的户码。');
  const search = await searchHouseholds('v03', card(17));
  expect(search).toMatchObject({ state: 'failed', error: { code: 'card-not-ours' } });
});

describe('without network', () => {
  beforeEach(() => {
    cloud.online = false;
  });

  test.each([card(17), '17', '017'])('%s names a household', async (text) => {
    const search = await searchHouseholds('v03', text);
    expect(search).toMatchObject({
      state: 'found',
      offline: true,
      households: [{ householdId: null, found: text, householdNumber: 17, householdName: null }],
    });
  });

  test.each([
    [card(0), 'card-not-ours'],
    ['JF.H.v03-17.short', 'card-not-ours'],
    ['张三', 'no-network'],
    ['0', 'no-network'],
    ['12345', 'no-network'],
  ])('%s is refused as %s', async (text, code) => {
    expect(await searchHouseholds('v03', text)).toMatchObject({ state: 'failed', error: { code } });
  });

  test('an unknown name is left out, never made up', () => {
    const chosen = { ...found, found: '17' };
    expect(nameOf(chosen)).toBe('17号户 张*');
    expect(nameOf({ ...chosen, householdName: null })).toBe('17号户');
  });
});
