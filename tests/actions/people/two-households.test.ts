import { exchange, people, points } from '../../../src/contracts';
import type { InputOf } from '../../../src/contracts/contract';
import type { Account, Entry } from '../../../src/domain/ledger/ledger';
import { violationsOf } from '../../proof/invariants';
import { openProofTown, type ProofTown } from '../../proof/town';
import { householdId } from '../../support/household-ids';
import { testHeadName } from '../../support/test-register';
import { headOpenid, type TestActor, testShopId } from '../../support/town';

let town: ProofTown;
beforeEach(async () => {
  town = await openProofTown();
});
afterEach(() => {
  expect(violationsOf(town.engine)).toEqual([]);
});

type Change = InputOf<typeof people.proposeLifeEvent>['change'];
type Split = Extract<Change, { kind: 'split' }>;

const codeOf = async (call: ReturnType<TestActor['call']>) => {
  const answer = await call;
  return answer.ok ? 'ok' : answer.error.code;
};
const idOf = (number: number) => householdId(town, `v01-${number}`);
const idUnder = (number: number) =>
  String(town.engine.get('household-numbers', `v01.${number}`)?.householdId);
const propose = async (number: number, change: Change) => {
  town.clock.advanceMs(1000);
  const input = { householdId: idOf(number), change };
  const answer = await town.administrator.call(people.proposeLifeEvent, input);
  return answer.ok
    ? { code: 'ok', lifeEventId: (answer.value as { lifeEventId: string }).lifeEventId }
    : { code: answer.error.code, lifeEventId: '' };
};
const confirm = (lifeEventId: string) =>
  codeOf(town.head(4).call(people.answerLifeEvent, { lifeEventId, accept: true }));
/** Entered by the town and confirmed by a supervisor. */
const happens = async (number: number, change: Change) => {
  const { code, lifeEventId } = await propose(number, change);
  return code === 'ok' ? confirm(lifeEventId) : code;
};
const registerOf = (householdNumber: number) =>
  town.head(2).must(people.readRegisterLines, { villageId: 'v01', householdNumber });
const accountOf = (id: string) => town.engine.get('accounts', id) as unknown as Account;
const kindsOf = (id: string) =>
  (
    town.engine.find('entries', {
      query: { householdId: id },
      order: [{ field: 'sequence', direction: 'asc' }],
    }) as unknown as Entry[]
  ).map(({ kind }) => kind);
const isVerified = async (id: string) => {
  const { sound } = await town.head(4).must(points.verifyAccount, { householdId: id });
  return sound;
};
const night = async (days = 1) => {
  for (let day = 0; day < days; day += 1) {
    town.clock.advanceDays(1);
    for (let turn = 0; turn < 12; turn += 1) {
      town.clock.advanceMs(600_000);
      await town.timer('jobs', 'tick');
    }
  }
};

/** Of household 14 everybody but the head goes, unless told. */
const splitOf14 = async (more: Partial<Split> = {}): Promise<Split> => {
  const { lines } = await registerOf(14);
  const others = lines.filter(({ isHead }) => !isHead).map(({ memberId }) => memberId);
  const [newHeadId = ''] = others;
  return {
    ...{ kind: 'split', memberIds: others, newHeadId, number: 40, minors: 0 },
    ...{ division: { how: 'heads' }, ...more },
  };
};

test('some of a household begin one of their own: by heads, with kin', async () => {
  const before = accountOf(idOf(14));
  const change = await splitOf14();
  const heads = change.memberIds.length + 1;
  expect(await happens(14, change)).toBe('ok');
  const [old, made] = [accountOf(idOf(14)), accountOf(idUnder(40))];
  const share = Math.floor((before.spendable * change.memberIds.length) / heads);
  expect(made).toMatchObject({ spendable: share, honour: 100 });
  expect(old).toMatchObject({ spendable: before.spendable - share, honour: before.honour });
  expect(old.lots[0]?.lastDay).toBe(made.lots[0]?.lastDay);
  const uses = town.engine.find('allowances', { query: { householdId: idUnder(40) } });
  expect(uses.length).toBeGreaterThan(0);
  const kin = town.engine.get('households', idUnder(40))?.relativeIds;
  expect(kin).toContain(idOf(14));
  const { lines, headName } = await registerOf(40);
  expect(lines).toHaveLength(change.memberIds.length);
  expect(headName).toBe(lines[0]?.name);
  await night();
  expect([await isVerified(idOf(14)), await isVerified(idUnder(40))]).toEqual([true, true]);
});

test('whoever splits off begins with what was used of the caps', async () => {
  const declare = async (number: number, actor: TestActor) => {
    town.clock.advanceMs(1000);
    const input = { itemId: 'military-service', day: town.today(), note: '又一人', photos: [] };
    const { recordId } = await (number === 14
      ? actor.must(points.declareDeed, input)
      : actor.must(points.recordDeed, { ...input, householdId: idUnder(number) }));
    return town.engine.get('records', recordId)?.spendable;
  };
  expect(await declare(14, town.head(14))).toBe(0);
  expect(await happens(14, await splitOf14())).toBe('ok');
  expect(await declare(40, town.head(2))).toBe(0);
});

test('any other division waits for every adult, by phone or on paper', async () => {
  const { lots, lines } = await registerOf(14);
  const head = lines.find(({ isHead }) => isHead)?.memberId ?? '';
  const others = lines.filter(({ isHead }) => !isHead).map(({ memberId }) => memberId);
  const [lot = { lastDay: '', points: 0 }] = lots;
  const signed = (onPaper: string[], more = 0) =>
    splitOf14({
      division: { how: 'signed', lots: [{ ...lot, points: lot.points + more }], onPaper },
    });
  expect((await propose(14, await signed([...others, head]))).code).toBe('signs-by-phone');
  expect((await propose(14, await signed(others.slice(1)))).code).toBe('paper-missing');
  expect((await propose(14, await signed(others, 1))).code).toBe('division-does-not-fit');
  const { lifeEventId } = await propose(14, await signed(others));
  expect(await confirm(lifeEventId)).toBe('not-all-signed');
  const seen = await town.head(14).must(people.listLifeEvents, {});
  expect(seen.ofHousehold[0]).toMatchObject({
    kind: 'split',
    otherNumber: 40,
    split: { missing: testHeadName(14), mine: true, lots: [lot] },
  });
  const sign = (actor: TestActor) => codeOf(actor.call(people.signLifeEvent, { lifeEventId }));
  expect(await sign(town.head(15))).toBe('nothing-to-sign');
  expect(await sign(town.head(14))).toBe('ok');
  expect(await sign(town.head(14))).toBe('already-signed');
  expect(await confirm(lifeEventId)).toBe('ok');
  expect(accountOf(idUnder(40)).spendable).toBe(lot.points);
  expect(accountOf(idOf(14)).spendable).toBe(0);
  expect(await sign(town.head(14))).toBe('event-settled');
});

test('what was spent since it was signed is not divided', async () => {
  const { lots, lines } = await registerOf(14);
  const others = lines.filter(({ isHead }) => !isHead).map(({ memberId }) => memberId);
  const division = { how: 'signed' as const, lots, onPaper: others };
  const { lifeEventId } = await propose(14, await splitOf14({ division }));
  await town.head(14).must(people.signLifeEvent, { lifeEventId });
  await town.order(14);
  expect(await confirm(lifeEventId)).toBe('division-does-not-fit');
});

test('a split without people, head, children or a free number is refused', async () => {
  const { lines } = await registerOf(14);
  const all = lines.map(({ memberId }) => memberId);
  const change = await splitOf14();
  expect(await happens(14, { ...change, memberIds: all })).toBe('last-of-household');
  const head = lines.find(({ isHead }) => isHead)?.memberId ?? '';
  const withHead = { ...change, memberIds: [head], newHeadId: head };
  expect(await happens(14, withHead)).toBe('head-needed');
  expect(await happens(14, { ...change, newHeadId: head })).toBe('head-needed');
  expect(await happens(14, { ...change, minors: 9 })).toBe('children-changed');
  expect(await happens(14, { ...change, number: 15 })).toBe('number-taken');
  expect(await happens(14, { ...change, memberIds: [idOf(15)] })).toBe('member-not-there');
  const next = all.find((id) => id !== head) ?? '';
  expect(await happens(14, { ...withHead, headId: next })).toBe('ok');
  // Who had joined stays joined, where they live now.
  expect((await town.head(14).must(points.readAccount, {})).honour).toBe(100);
});

test('a stopped household neither splits nor merges nor ends', async () => {
  await town.head(14).must(people.freezeSpending, {});
  expect(await happens(14, await splitOf14())).toBe('spending-frozen');
  const into15 = { kind: 'merge', toHouseholdId: idOf(15) } as const;
  expect(await happens(14, into15)).toBe('spending-frozen');
  expect(await happens(15, { kind: 'merge', toHouseholdId: idOf(14) })).toBe('spending-frozen');
});

test('two households become one; what comes in later arrives there, once', async () => {
  const recordId = await town.onNotice(15);
  const orderId = await town.order(15);
  const into14 = { kind: 'merge', toHouseholdId: idOf(14) } as const;
  expect(await happens(15, into14)).toBe('open-orders');
  await town.head(15).must(exchange.cancelOrder, { orderId });
  const [from, into] = [accountOf(idOf(15)), accountOf(idOf(14))];
  expect(await happens(15, into14)).toBe('ok');
  const ended = () => accountOf(idOf(15));
  expect(ended()).toMatchObject({ spendable: 0, held: 0, lots: [], honour: from.honour });
  expect(accountOf(idOf(14))).toMatchObject({
    spendable: from.spendable + into.spendable,
    honour: Math.max(from.honour, into.honour),
  });
  // Its people stay joined and spend what is theirs together.
  const soap = { shopId: testShopId, lines: [{ goodsId: 'soap', count: 1 }], points: 5 };
  expect(await codeOf(town.head(15).call(exchange.placeOrder, soap))).toBe('ok');
  // How they came in is read where they live now.
  const linked = (await town.head(14).must(people.listLinks, {})).people;
  const joined = linked.filter(({ hasJoined }) => hasJoined);
  expect(joined.map(({ link }) => link?.how)).toEqual(['number', 'number']);
  const before = accountOf(idOf(14));
  await night(7);
  expect(town.engine.get('records', recordId)?.state).toBe('posted');
  const gained = Number(town.engine.get('records', recordId)?.points);
  expect(accountOf(idOf(14)).honour).toBe(before.honour + gained);
  expect(ended()).toMatchObject({ spendable: 0, lots: [], honour: from.honour });
  expect(kindsOf(idOf(15)).slice(-3)).toEqual(['merge-out', 'award', 'carry-out']);
  await night(2);
  expect(accountOf(idOf(14)).honour).toBe(before.honour + gained);
  expect([await isVerified(idOf(15)), await isVerified(idOf(14))]).toEqual([true, true]);
});

test('in a household that has ended nothing new is done, and its card opens nothing', async () => {
  const cardText = `JF.H.${town.engine.get('households', idOf(15))?.cardId}.15`;
  expect(await happens(15, { kind: 'merge', toHouseholdId: idOf(14) })).toBe('ok');
  const cadre = town.head(2);
  const deed = { itemId: 'errand-for-neighbour', day: town.today(), photos: [] };
  const recorded = cadre.call(points.recordDeed, { ...deed, householdId: idOf(15) });
  expect(await codeOf(recorded)).toBe('household-ended');
  expect(await codeOf(cadre.call(people.beginProxy, { cardText }))).toBe('household-ended');
  expect(await codeOf(cadre.call(people.reissueCard, { householdId: idOf(15) }))).toBe(
    'household-ended',
  );
  const search = { villageId: 'v01', search: '15' };
  expect((await cadre.must(people.findHouseholds, search)).households).toEqual([]);
  const names = await cadre.must(people.listHouseholdNames, { villageId: 'v01' });
  expect(names.households.map(({ householdNumber }) => householdNumber)).not.toContain(15);
  const children = { kind: 'children', was: 0, minors: 1 } as const;
  expect(await happens(15, children)).toBe('household-ended');
  expect(await happens(14, { kind: 'merge', toHouseholdId: idOf(15) })).toBe('household-ended');
  expect(await happens(14, { kind: 'number', number: 15 })).toBe('number-taken');
  expect(await happens(14, await splitOf14({ number: 15 }))).toBe('number-taken');
});

test('whatever waits of a household goes by the kin that it has by then', async () => {
  const leftOut = (lifeEventId: string) => town.engine.get('tasks', `life.${lifeEventId}`)?.not;
  const children = { kind: 'children', was: 0, minors: 1 } as const;
  const merged = await propose(16, children);
  expect(leftOut(merged.lifeEventId)).not.toContain(`household@${idOf(7)}`);
  expect(await happens(15, { kind: 'merge', toHouseholdId: idOf(16) })).toBe('ok');
  expect(leftOut(merged.lifeEventId)).toContain(`household@${idOf(7)}`);
  const parted = await propose(14, children);
  expect(await happens(14, await splitOf14())).toBe('ok');
  expect(leftOut(parted.lifeEventId)).toContain(`household@${idUnder(40)}`);
});

test('what comes in later goes on through two mergers, and arrives once', async () => {
  const recordId = await town.onNotice(15);
  expect(await happens(15, { kind: 'merge', toHouseholdId: idOf(14) })).toBe('ok');
  expect(await happens(14, { kind: 'merge', toHouseholdId: idOf(16) })).toBe('ok');
  const [between, last] = [accountOf(idOf(14)), accountOf(idOf(16))];
  await night(7);
  const record = town.engine.get('records', recordId);
  const gained = Number(record?.points);
  expect(record).toMatchObject({ state: 'posted', spendableState: 'posted' });
  expect(accountOf(idOf(16))).toMatchObject({
    ...{ honour: last.honour + gained, spendable: last.spendable + gained },
  });
  expect(accountOf(idOf(14))).toMatchObject({ spendable: 0, lots: [], honour: between.honour });
  expect(kindsOf(idOf(14)).slice(-2)).toEqual(['carry-in', 'carry-out']);
  const all = [15, 14, 16].map((number) => isVerified(idOf(number)));
  expect(await Promise.all(all)).toEqual([true, true, true]);
});

test('whoever still acts for a household that has ended does nothing new there', async () => {
  const cardText = `JF.H.${town.engine.get('households', idOf(15))?.cardId}.15`;
  const { proxyId } = await town.head(2).must(people.beginProxy, { cardText });
  await town.head(8).must(people.confirmProxy, { proxyId });
  expect(await happens(15, { kind: 'merge', toHouseholdId: idOf(14) })).toBe('ok');
  const cadre = town.head(2);
  const soap = { shopId: testShopId, lines: [{ goodsId: 'soap', count: 1 }], points: 5 };
  const deed = { itemId: 'errand-for-neighbour', day: town.today(), photos: [] };
  const tried = [
    cadre.call(people.freezeSpending, { proxyId }),
    cadre.call(exchange.placeOrder, { ...soap, proxyId }),
    cadre.call(points.declareDeed, { ...deed, proxyId }),
  ];
  for (const each of tried) expect(await codeOf(each)).toBe('household-ended');
  expect(accountOf(idOf(15)).frozen).toBeUndefined();
});

test('who holds an office stays: then the other household comes to theirs', async () => {
  expect(await happens(13, { kind: 'merge', toHouseholdId: idOf(14) })).toBe('holds-office');
  expect(await happens(14, { kind: 'merge', toHouseholdId: idOf(14) })).toBe('same-household');
});

const endOf15 = async (gone: 'died' | 'moved') => {
  const { lines } = await registerOf(15);
  const head = lines.find(({ isHead }) => isHead)?.memberId ?? '';
  const end = { kind: 'end', memberId: head, gone } as const;
  expect(await happens(15, end)).toBe('still-people');
  for (const { memberId } of lines.filter(({ isHead }) => !isHead)) {
    expect(await happens(15, { kind: 'move-out', memberId })).toBe('ok');
  }
  return end;
};

test.each(['died', 'moved'] as const)(
  'where the last %s orders are ended, and the rest lapses after thirty days',
  async (gone) => {
    const end = await endOf15(gone);
    const orderId = await town.order(15);
    const { spendable, held } = accountOf(idOf(15));
    expect(await happens(15, { kind: 'end', gone })).toBe('member-not-there');
    expect(await happens(15, end)).toBe('ok');
    expect(town.engine.get('orders', orderId)).toMatchObject({ state: 'cancelled' });
    expect(accountOf(idOf(15))).toMatchObject({ spendable: spendable + held, held: 0 });
    expect(await codeOf(town.as(headOpenid(1, 15)).call(points.readAccount, {}))).not.toBe('ok');
    town.clock.advanceDays(29);
    await night();
    expect(accountOf(idOf(15)).spendable).toBe(spendable + held);
    await night(2);
    expect(accountOf(idOf(15))).toMatchObject({ spendable: 0, lots: [] });
    expect(kindsOf(idOf(15)).slice(-2)).toEqual(['end', 'lapse']);
    expect(await isVerified(idOf(15))).toBe(true);
    expect(await happens(15, end)).toBe('household-ended');
  },
);
