import { readPack, updatePack } from '../../../src/client/offline-pack';
import { findHouseholds, listHouseholdNames } from '../../../src/contracts/people';
import { listItems, listUses } from '../../../src/contracts/scheme';
import {
  factsOf,
  nameOf,
  searchHouseholds,
} from '../../../src/packages/record/record/chosen-household';
import { madeHouseholdId } from '../../support/household-ids';
import { scheme } from '../samples';
import { cloud } from '../set-up';

const found = {
  householdId: madeHouseholdId('v03', 17),
  householdNumber: 17,
  householdName: '张三',
  matchedName: null,
  memberCount: 4,
};
const card = (number: number) => `JF.H.01M6WAPZD8N6E0ZC1NSN2ZXVX3.${number}`;

test('with network the server says which households there are', async () => {
  cloud.online = true;
  cloud.answer(findHouseholds, { households: [found], more: true });
  const search = await searchHouseholds('v03', '张');
  const households = [{ ...found, found: '张' }];
  expect(search).toEqual({ state: 'found', households, more: true, offline: null });
});

test('a refusal of the server is not overruled on the phone', async () => {
  cloud.online = true;
  cloud.refuse(findHouseholds, 'card-not-ours', '这张码不是本村的户码。');
  const search = await searchHouseholds('v03', card(17));
  expect(search).toMatchObject({ state: 'failed', error: { code: 'card-not-ours' } });
});

const nameless = { householdId: null, householdNumber: 17, householdName: null };

describe('without network', () => {
  beforeEach(() => {
    cloud.online = false;
  });

  test.each([card(17), '17', '017', '17号', '１７'])('%s names a household', async (text) => {
    const search = await searchHouseholds('v03', text);
    expect(search).toMatchObject({
      state: 'found',
      offline: { keptAtMs: null },
      households: [{ ...nameless, found: text.startsWith('JF') ? text : '17' }],
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
    expect(nameOf(chosen)).toBe('17号户 张三');
    expect(factsOf(chosen)).toBe('4口人');
    expect(factsOf({ ...chosen, matchedName: '李四' })).toBe('家里有李四 · 4口人');
    expect(factsOf({ ...chosen, memberCount: null })).toContain('请认准户号');
    expect(nameOf({ ...chosen, householdName: null })).toBe('17号户');
  });
});

describe('with a copy of the names', () => {
  const names = (number: number, headName: string, ...others: string[]) => ({
    householdId: madeHouseholdId('v03', number),
    householdNumber: number,
    headName,
    memberNames: [headName, ...others],
    memberCount: others.length + 1,
  });
  const households = [names(17, '李四', '张三'), names(18, '张·图')];
  const people = households.flatMap(({ householdId, memberNames }) =>
    memberNames.map((name) => ({ householdId, name })),
  );
  const pages = ({ after }: { after?: string }) => ({
    households: after ? [] : households.map(({ memberNames: _names, ...each }) => each),
    members: after === 'members.' ? people.slice(0, 2) : after ? people.slice(2) : [],
    next: after === 'members.' ? 'members.x' : after ? null : 'members.',
  });

  test('a household is found by any part of a name, without network too', async () => {
    cloud.online = true;
    cloud.answer(listHouseholdNames, pages);
    cloud.answer(listUses, { uses: [], next: null });
    cloud.answer(listItems, scheme);
    expect(await updatePack('v03')).toBeNull();
    expect(cloud.of(listHouseholdNames)).toHaveLength(3);
    expect((await readPack('v03'))?.households).toEqual(households);
    cloud.online = false;
    expect(await searchHouseholds('v03', '三')).toMatchObject({
      state: 'found',
      more: false,
      offline: { keptAtMs: expect.any(Number) },
      households: [
        {
          ...nameless,
          householdId: households[0]?.householdId,
          matchedName: '张三',
          householdName: '李四',
        },
      ],
    });
    const byNumber = await searchHouseholds('v03', '１８号');
    expect(byNumber).toMatchObject({ households: [{ householdName: '张·图', memberCount: 1 }] });
    expect(await searchHouseholds('v03', '没有')).toMatchObject({ households: [] });
    // Of another village, or since then: only its number is known.
    expect(await searchHouseholds('v03', '19')).toMatchObject({
      households: [{ householdId: null, householdNumber: 19, householdName: null }],
    });
    expect(await searchHouseholds('v04', '三')).toMatchObject({ error: { code: 'no-network' } });
  });
});
