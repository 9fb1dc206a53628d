import { exchange, lists, people, points, wechat } from '../../src/contracts';
import { recordView } from '../../src/contracts/records';
import type { Publishes } from '../proof/card';
import { cardOf, everyAction } from '../proof/cards';
import { openProofTown, type ProofTown } from '../proof/town';
import { householdId } from '../support/household-ids';
import { headOpenid, testShopId } from '../support/town';
import {
  held,
  homeOf,
  otherVillageOf,
  type Position,
  placeOfRole,
  roles,
} from './authority-actors';
import { platformOf } from './authority-platform';
import { notToBeSeen, sourcesIn } from './authority-readers';
import { openStage } from './authority-stage';
import { verdictOf } from './authority-verdict';

const everyQuery = everyAction.filter(({ kind }) => kind === 'query');
const inWay = (way: Publishes['apart']) =>
  everyQuery.filter((each) => cardOf(each).publishes.apart === way);

/** Ids and names only the household’s own things carry. */
function traitsOf(town: ProofTown, householdId: string): string[] {
  const of = (collection: string) =>
    town.engine.find(collection, { query: { householdId } }).map(({ _id }) => _id);
  const persons = town.engine.find('persons', { query: { householdId } });
  const names = town.engine.find('members', { query: { householdId } }).map(({ name }) => name);
  return [householdId, ...of('records'), ...of('orders'), ...names.map(String)].concat(
    persons.flatMap(({ _id, openid }) => [_id, String(openid)]),
  );
}

test.each(inWay('same-for-all'))('$name tells outsiders the same as nobody', async (each) => {
  const stage = await openStage(each);
  const nobody = await stage.asStranger({ kind: 'nobody' });
  expect(nobody.code).toBe('ok');
  for (const traces of traitsOf(stage.town, stage.subject.householdId)) {
    // A record on notice is named by its id; of whom it is, is not said.
    if (!stage.town.engine.get('records', traces)) {
      expect(JSON.stringify(nobody.value)).not.toContain(traces);
    }
  }
  const away = otherVillageOf(stage.subject.villageId);
  const householdId = homeOf('other-village', stage.subject);
  for (const role of roles.filter((name) => name !== 'town-admin')) {
    const cast = { openid: `away-${role}`, householdId, roles: [held(role, away)] };
    expect((await stage.as(cast)).value).toEqual(nobody.value);
  }
});

test.each(inWay('about-the-caller'))('$name speaks of nobody but the caller', async (each) => {
  const stage = await openStage(each);
  const traits = traitsOf(stage.town, stage.subject.householdId);
  expect(traits.length).toBeGreaterThan(1);
  const away: Position[] = ['other-household', 'other-village', 'other-shop'];
  for (const position of away) {
    const householdId = homeOf(position, stage.subject);
    const place = placeOfRole('resident', position, stage.subject);
    const cast = { openid: `at-${position}`, householdId, roles: [held('resident', place)] };
    const { code, value } = await stage.as(cast);
    expect([position, code === 'ok']).toEqual([
      position,
      verdictOf(each, 'resident', position) === 'ok',
    ]);
    for (const trait of traits) expect(JSON.stringify(value)).not.toContain(trait);
  }
  // Whoever holds an office elsewhere sees nothing from here by it.
  const elsewhere = otherVillageOf(stage.subject.villageId);
  const householdId = homeOf('other-village', stage.subject);
  for (const role of roles.filter((name) => name !== 'town-admin')) {
    const cast = { openid: `holds-${role}`, householdId, roles: [held(role, elsewhere)] };
    const { code, value } = await stage.as(cast);
    expect([role, code === 'ok']).toEqual([role, verdictOf(each, role, 'other-village') === 'ok']);
    for (const trait of traits) expect(JSON.stringify(value)).not.toContain(trait);
  }
});

test.each(inWay('by-place'))(
  '$name is denied, or not there, for whoever lives away',
  async (each) => {
    const stage = await openStage(each);
    const away = otherVillageOf(stage.subject.villageId);
    const householdId = homeOf('other-village', stage.subject);
    for (const role of roles.filter((name) => name !== 'town-admin')) {
      const cast = { openid: `away-${role}`, householdId, roles: [held(role, away)] };
      const { code, value } = await stage.as(cast);
      expect([role, value]).toEqual([role, null]);
      expect(verdictOf(each, role, 'other-village')).not.toBe('ok');
      expect(code).not.toBe('ok');
    }
  },
);

const cadreAway = { openid: headOpenid(2, 2) };

test('records: every view, behind every cursor, holds only what is one’s own', async () => {
  const town = await openProofTown();
  const declared = await town.declare(8);
  const checked = await town.declare(9);
  await town.drawFor(checked);
  const noticed = await town.onNotice(10);
  const ours = [declared, checked, noticed];
  for (const number of [1, 2, 3, 4, 5, 6, 7, 8, 9]) {
    for (const view of recordView.options) {
      for (const after of [
        undefined,
        ...ours,
        '00000000000000000000000000',
        '7ZZZZZZZZZZZZZZZZZZZZZZZZZ',
      ]) {
        const { records } = await town.head(number, 2).must(points.listRecords, { view, after });
        expect(records.filter(({ recordId }) => ours.includes(recordId))).toEqual([]);
      }
    }
  }
});

test('a neighbour’s cursor opens nothing of the neighbour', async () => {
  const town = await openProofTown();
  const orderId = await town.order(8);
  const away = town.head(9);
  for (const after of [orderId, '7ZZZZZZZZZZZZZZZZZZZZZZZZZ']) {
    expect((await away.must(exchange.listOrders, { after })).orders).toEqual([]);
  }
  const own = await away.must(points.readStatement, {});
  const recordIds = town.engine.find('entries', {
    query: { householdId: householdId(town, 'v01-9') },
  });
  for (const before of [1, 2, 3, 1000, Number.MAX_SAFE_INTEGER]) {
    const { lines } = await away.must(points.readStatement, { before });
    for (const line of lines) expect(own.lines).toContainEqual(line);
    expect(lines.length).toBeLessThanOrEqual(recordIds.length);
  }
});

test('two ids in one input: the one that is yours opens nothing for the other', async () => {
  const town = await openProofTown();
  const recordId = await town.agreed(8);
  const away = town.as(cadreAway.openid);
  const notice = await away.call(points.openNotice, { villageId: 'v02', recordIds: [recordId] });
  expect(notice).toMatchObject({ ok: false, error: { code: 'other-village' } });
  const { cardText } = await town.head(8).must(people.readHouseholdCard, {});
  const card = await away.call(people.findHouseholds, { villageId: 'v02', search: cardText });
  expect(card).toMatchObject({ ok: false, error: { code: 'card-not-ours' } });
  const search = { villageId: 'v01', search: '8' };
  expect(await away.call(people.findHouseholds, search)).toMatchObject({ ok: false });
  const names = await away.must(people.findHouseholds, { villageId: 'v02', search: '试户八' });
  expect(names.households.map(({ householdId }) => householdId)).toEqual([
    householdId(town, 'v02-8'),
  ]);
  const { matters } = await town.head(2).must(lists.listMatters, { villageId: 'v01' });
  const { matter } = await town
    .head(2)
    .must(lists.readMatter, { villageId: 'v01', key: matters[0]?.key ?? '' });
  const published = await away.call(lists.publishMatter, { villageId: 'v01', matter });
  expect(published).toMatchObject({ ok: false, error: { code: 'not-yours' } });
});

test('a keeper’s code is for their own shop, a cadre’s for their own village', async () => {
  const town = await openProofTown();
  const ownShop = { kind: 'shop' as const, shopId: testShopId };
  const otherShop = { kind: 'shop' as const, shopId: 'shop-elsewhere' };
  const may = await town.keeper.call(wechat.makeCode, { villageId: 'v01', target: ownShop });
  expect(may.ok).toBe(true);
  for (const input of [
    { villageId: 'v01', target: otherShop },
    { villageId: 'v01', target: { kind: 'village' as const } },
  ]) {
    const answer = await town.keeper.call(wechat.makeCode, input);
    expect(answer).toMatchObject({ ok: false, error: { code: 'not-yours' } });
  }
});

test('a person’s phone token opens the register for nobody else', async () => {
  const town = await openProofTown();
  const mine = town.as('has-the-phone');
  const { phoneToken } = await mine.must(wechat.readPhoneNumber, { code: 'phone:10020000012' });
  const input = { villageId: 'v02', householdNumber: 12, name: '试户十二', phoneToken };
  const thief = await town.as('has-not').call(people.join, { ...input, namesShown: true });
  expect(thief).toMatchObject({ ok: false, error: { code: 'phone-token-stale' } });
});

test('the timer’s shape in a client’s event starts no job', async () => {
  const town = await openProofTown();
  const platform = platformOf(town);
  const commits: unknown[] = [];
  town.engine.onCommit((commit) => commits.push(commit));
  for (const { action, kind } of everyAction) {
    if (kind !== 'job') continue;
    const shape = { Type: 'Timer', TriggerName: action, Time: '2026-11-02T01:00:00Z', action };
    const admin = { kind: 'wechat' as const, openid: 'town-admin' };
    for (const identity of [{ kind: 'nobody' as const }, admin]) {
      for (const event of [shape, { ...shape, action: undefined }, { ...shape, kind: 'timer' }]) {
        expect((await platform('jobs', event, identity)).ok).toBe(false);
      }
    }
  }
  expect(commits).toEqual([]);
});

test('what no kind’s card shows is named, wherever it is answered', async () => {
  const town = await openProofTown();
  const note = '只有经手的人看得到';
  const deed = { itemId: 'errand-for-neighbour', day: town.today(), photos: [], note };
  const { recordId } = await town.head(8).must(points.declareDeed, deed);
  const sources = sourcesIn(town.engine);
  const answered = { lines: [{ recordId, said: note, by: headOpenid(1, 8) }] };
  const seenBy = (householdId: string | null, ...roles: Parameters<typeof held>[]) => {
    const villageId = householdId && String(town.engine.get('households', householdId)?.villageId);
    const reader = { householdId, villageId, roles: roles.map((each) => held(...each)) };
    return notToBeSeen(sources, answered, reader);
  };
  expect(seenBy(null)).toEqual(['records.note', 'persons.openid']);
  expect(seenBy(householdId(town, 'v01-9'), ['resident', 'v01'])).toEqual([
    'records.note',
    'persons.openid',
  ]);
  expect(seenBy(householdId(town, 'v02-2'), ['cadre', 'v02'])).toEqual([
    'records.note',
    'persons.openid',
  ]);
  expect(seenBy(householdId(town, 'v01-2'), ['cadre', 'v01'])).toEqual(['persons.openid']);
  expect(seenBy(householdId(town, 'v01-8'), ['resident', 'v01'])).toEqual(['persons.openid']);
});
