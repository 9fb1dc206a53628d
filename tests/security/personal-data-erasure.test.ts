import { exchange, people, points } from '../../src/contracts';
import { verifyChain } from '../../src/domain/ledger/ledger';
import type { Account, Entry } from '../../src/domain/ledger/types';
import type { DeedRecord } from '../../src/domain/records/types';
import { sealIsWhole } from '../../src/domain/seals/seal';
import type { Seal } from '../../src/domain/seals/types';
import { violationsOf } from '../proof/invariants';
import { openProofTown, type ProofTown } from '../proof/town';
import { eachValue } from '../support/each-value';
import { householdId, memberId } from '../support/household-ids';
import { testPhoto } from '../support/photo';
import { testHeadName, testPhone } from '../support/test-register';
import { headOpenid } from '../support/town';

/** The subject: head of household 8, who has points, an order, records, and is named in texts. */
const name = testHeadName(8);
/** The others of the household are called after the head, so what follows the name counts too. */
const named = new RegExp(`${name}(?![偶子])`);

let town: ProofTown;
let photo: string;

/** What others wrote about the subject, on what belongs to another household. */
async function leaveTracesWithNeighbours(): Promise<void> {
  const { recordId } = await town.head(2).must(points.recordDeed, {
    householdId: householdId(town, 'v01-9'),
    itemId: 'errand-for-neighbour',
    day: town.today(),
    photos: [],
    note: `帮${name}取药,电话${testPhone(1, 8)}`,
  });
  const reason = `问过${name}了,是这样`;
  await town.head(3).must(points.checkRecord, { recordId, accept: true, reason });
  const orderId = await town.order(9);
  await town.keeper.must(exchange.cancelForShop, { orderId, reason: `${name}说他家搬走了` });
}

/** The notes and reasons on records and orders of household 9. */
const ofNeighbours = () => {
  const [record] = town.engine.find('records', {
    query: { householdId: householdId(town, 'v01-9'), itemId: 'errand-for-neighbour' },
  }) as unknown as DeedRecord[];
  const [order] = town.engine.find('orders', {
    query: { householdId: householdId(town, 'v01-9') },
  });
  return [record?.note, record?.steps.at(-1)?.reason, order?.endReason];
};

async function leaveTraces(): Promise<void> {
  photo = town.putFile('evidence/of-eight.jpg', testPhoto('evidence/of-eight.jpg'));
  const location = { latitude: 39.1, longitude: 109.2, accuracyMetres: 20 };
  const deed = { itemId: 'plant-trees', day: town.today(), photos: [photo], location };
  const own = await town.head(8).must(points.declareDeed, { ...deed, note: `${name}种的` });
  await town.head(2).must(points.checkRecord, {
    recordId: own.recordId,
    accept: false,
    reason: `${name}那天不在`,
  });
  await town.head(2).must(points.recordDeed, {
    householdId: householdId(town, 'v01-8'),
    itemId: 'errand-for-neighbour',
    day: town.today(),
    photos: [],
    note: `现场看到 ${name} 去取药`,
  });
  const orderId = await town.order(8);
  const reason = `${name}来电说不要了`;
  await town.keeper.must(exchange.cancelForShop, { orderId, reason });
  await leaveTracesWithNeighbours();
  town.clock.advanceDays(1);
  await town.timer('jobs', 'seal-day');
}

function placesWith(pattern: RegExp): string[] {
  const places = new Set<string>();
  for (const collection of town.engine.collections()) {
    for (const document of town.engine.find(collection)) {
      // The other village has somebody of the same name, who must not be touched.
      if (document.villageId === 'v02') continue;
      eachValue(document, '', (path, value) => {
        if (typeof value === 'string' && pattern.test(value)) places.add(`${collection}.${path}`);
      });
    }
  }
  return [...places].sort();
}

const night = async () => {
  town.clock.advanceDays(1);
  expect(await town.timer('jobs', 'erase-expired')).toMatchObject({ ok: true });
};
const ledger = () =>
  JSON.stringify(['accounts', 'entries', 'seals'].map((each) => town.engine.find(each)));
const verify = () =>
  town.administrator.must(points.verifyAccount, { householdId: householdId(town, 'v01-8') });

function ledgerStands(): void {
  const order = [{ field: 'sequence', direction: 'asc' as const }];
  for (const account of town.engine.find('accounts') as unknown as Account[]) {
    const query = { householdId: account.householdId };
    const entries = town.engine.find('entries', { query, order }) as unknown as Entry[];
    expect(verifyChain(account, entries).sound).toBe(true);
  }
  const seals = town.engine.find('seals') as unknown as Seal[];
  expect(seals.length).toBeGreaterThan(0);
  expect(seals.every(sealIsWhole)).toBe(true);
}

beforeEach(async () => {
  town = await openProofTown();
  await leaveTraces();
});

test('before erasing, the subject stands everywhere a trace can be', () => {
  expect(placesWith(named)).toEqual([
    'households.headName',
    'members.name',
    'office-acts.name',
    'offices.name',
    'orders.endReason',
    'persons.name',
    'records.note',
    'records.steps[].reason',
  ]);
  expect(placesWith(new RegExp(testPhone(1, 8)))).toEqual(['members.phone', 'records.note']);
  expect(ofNeighbours().every((text) => typeof text === 'string' && named.test(text))).toBe(true);
  expect(placesWith(new RegExp(`^${headOpenid(1, 8)}$`))).toEqual(['persons.openid']);
});

/** The name and a number beside it are marks, the rest stays. */
const leftOfNeighbours = [
  '帮〔名字已删〕取药,电话〔号码已删〕',
  '问过〔名字已删〕了,是这样',
  '〔名字已删〕说他家搬走了',
];

test('who erases themselves stays in the register only; the ledger is untouched', async () => {
  const before = { ledger: ledger(), verdict: await verify() };
  expect(before.verdict).toMatchObject({ sound: true });
  await town.head(8).must(people.eraseMe, {});
  await night();
  expect(placesWith(named)).toEqual([
    ...['households.headName', 'members.name', 'office-acts.name', 'offices.name'],
  ]);
  expect(ofNeighbours()).toEqual(leftOfNeighbours);
  expect(placesWith(new RegExp(testPhone(1, 8)))).toEqual([]);
  expect(placesWith(new RegExp(headOpenid(1, 8)))).toEqual([]);
  expect(await town.files.temporaryAddresses([photo])).toEqual([null]);
  expect(placesWith(/of-eight/)).toEqual([]);
  expect(ledger()).toBe(before.ledger);
  expect(await verify()).toEqual(before.verdict);
  ledgerStands();
});

test('whom the town erases stands nowhere; the household’s ledger stays verifiable', async () => {
  const before = { ledger: ledger(), verdict: await verify() };
  const subject = { villageId: 'v01', householdNumber: 8, name };
  await town.administrator.must(people.eraseMember, subject);
  await night();
  expect(placesWith(named)).toEqual([]);
  expect(ofNeighbours()).toEqual(leftOfNeighbours);
  expect(placesWith(new RegExp(testPhone(1, 8)))).toEqual([]);
  expect(placesWith(new RegExp(headOpenid(1, 8)))).toEqual([]);
  expect(town.engine.get('members', memberId(town, 'v02-8', 1))).toMatchObject({
    name,
    phone: testPhone(2, 8),
  });
  expect(ledger()).toBe(before.ledger);
  expect(await verify()).toEqual(before.verdict);
  town.clock.advanceDays(1);
  await town.timer('jobs', 'seal-day');
  expect(await verify()).toMatchObject({ sound: true });
  ledgerStands();
});

test('an office holder leaves office, name and number; what they decided stands', async () => {
  const officer = testHeadName(2);
  const theirs = new RegExp(`${officer}(?![偶子])`);
  const reason = `${officer}没有来核对`;
  const own = await town.declare(9);
  await town.head(3).must(points.checkRecord, { recordId: own, accept: false, reason });
  const [decided] = town.engine.find('records', { query: { byCadre: true } });
  await town.administrator.must(people.eraseMember, {
    villageId: 'v01',
    householdNumber: 2,
    name: officer,
  });
  await night();
  expect(placesWith(theirs)).toEqual([]);
  expect(placesWith(new RegExp(testPhone(1, 2)))).toEqual([]);
  expect(placesWith(new RegExp(headOpenid(1, 2)))).toEqual([]);
  expect(await town.head(2).must(people.whoAmI, {})).toMatchObject({ me: null, roles: [] });
  expect(town.engine.get('households', householdId(town, 'v01-2'))).toMatchObject({
    ofCommittee: false,
  });
  const left = town.engine.get('records', String(decided?._id)) as unknown as DeedRecord;
  expect(left.steps).toEqual((decided as unknown as DeedRecord).steps);
  expect(left.note).toEqual(decided?.note);
  ledgerStands();
});

test('two administrators who go at once: one stays, and the other leaves no trace', async () => {
  await town.appoint({ householdNumber: 8, role: 'town-admin', place: 'town' });
  await town.secondAdministrator.must(people.eraseMe, {});
  const [first, second] = await Promise.all([
    town.administrator.call(people.eraseMe, {}),
    town.head(8).call(people.eraseMe, {}),
  ]);
  expect([first.ok, second.ok].sort()).toEqual([false, true]);
  await night();
  expect(violationsOf(town.engine)).toEqual([]);
  const gone = second.ok ? headOpenid(1, 8) : 'town-admin';
  expect(placesWith(new RegExp(`^${gone}$`))).not.toContain('persons.openid');
});

test('the command log keeps who asked and when, not whom it was about', async () => {
  const subject = { villageId: 'v01', householdNumber: 8, name };
  const commandId = town.newId();
  await town.administrator.must(people.eraseMember, subject, commandId);
  const [logged] = town.engine.find('commands', { query: { commandId } });
  expect(logged).toMatchObject({
    action: 'people.erase-member',
    outcome: { ok: true, value: { restGoesOnDay: expect.any(String) } },
  });
  expect(JSON.stringify(logged)).not.toMatch(named);
});
