import { lists, town as townContracts } from '../../../src/contracts';
import type { MatterContent } from '../../../src/contracts/lists';
import {
  openTestTown,
  type TestActor,
  type TestTown,
  testFoundingSecret,
} from '../../support/town';

let town: TestTown;
let cadre: TestActor;
beforeEach(async () => {
  town = await openTestTown();
  cadre = await town.joinHead(1, 1);
});

async function codeOf(call: ReturnType<TestActor['call']>): Promise<string> {
  const envelope = await call;
  return envelope.ok ? 'ok' : envelope.error.code;
}

const key = 'low-income-allowance';
async function aMatter(): Promise<MatterContent> {
  const { matters } = await cadre.must(lists.listMatters, { villageId: 'v01' });
  const first = matters.find((matter) => matter.list === 'assist-government');
  const read = await cadre.must(lists.readMatter, { villageId: 'v01', key: first?.key ?? '' });
  return read.matter;
}
const publish = (matter: MatterContent, actor = cadre) =>
  actor.call(lists.publishMatter, { villageId: 'v01', matter });

test('the four lists are open to anybody, counted and named', async () => {
  const event = { action: 'list-matters', input: { villageId: 'v01' } };
  const answer = await town.send('lists', event, null);
  expect(answer).toMatchObject({
    ok: true,
    value: {
      wallVersion: 1,
      counts: [
        { name: '依法自治' },
        { name: '依法协助政府' },
        { name: '工作负面' },
        { name: '依法出具证明' },
      ],
    },
  });
  const { counts, matters } = await cadre.must(lists.listMatters, { villageId: 'v01' });
  expect(counts.reduce((sum, each) => sum + each.count, 0)).toBe(matters.length);
  const negative = await cadre.must(lists.listMatters, { villageId: 'v01', list: 'negative' });
  expect(negative.matters).toHaveLength(counts[2]?.count ?? -1);
  expect(await codeOf(cadre.call(lists.listMatters, { villageId: 'v09' }))).toBe(
    'village-not-found',
  );
});

test('every matter of the catalogue reads with a chart that fits a phone', async () => {
  const { matters } = await cadre.must(lists.listMatters, { villageId: 'v01' });
  for (const line of matters) {
    const read = await cadre.must(lists.readMatter, { villageId: 'v01', key: line.key });
    expect(read).toMatchObject({
      version: 1,
      current: true,
      currentVersion: 1,
      basisUnchecked: true,
    });
    expect(read.flowChart.width).toBeLessThanOrEqual(344);
    expect(read.flowChart.inWords).toHaveLength(read.matter.steps.length);
  }
});

test('numbers of law stand with the matter they bind', async () => {
  const { matter } = await cadre.must(lists.readMatter, { villageId: 'v01', key: 'village-rules' });
  expect(matter.legalTerms).toContainEqual({ name: '开会前公告', value: 10, unit: '天' });
});

test('publishing makes a version and a wall number; the old one is out of date', async () => {
  const before = await aMatter();
  const after = { ...before, fee: '不收钱,资料也不用复印' };
  const villageId = 'v01';
  expect(await publish(after)).toMatchObject({
    value: { key: before.key, version: 2, wallVersion: 2 },
  });
  const old = await cadre.must(lists.readMatter, { villageId, key: before.key, version: 1 });
  expect(old).toMatchObject({ current: false, currentVersion: 2, matter: { fee: before.fee } });
  const now = await cadre.must(lists.readMatter, { villageId, key: before.key });
  expect(now).toMatchObject({ current: true, version: 2, matter: { fee: after.fee } });
  expect((await cadre.must(lists.listMatters, { villageId })).wallVersion).toBe(2);
  const elsewhere = await cadre.must(lists.readMatter, { villageId: 'v02', key: before.key });
  expect(elsewhere.version).toBe(1);
  const missing = { villageId, key: before.key, version: 9 };
  expect(await codeOf(cadre.call(lists.readMatter, missing))).toBe('matter-not-found');
});

test('a new matter starts at version 1 and is found by the beginning of its key', async () => {
  const matter = { ...(await aMatter()), key };
  expect(await publish(matter)).toMatchObject({ value: { version: 1, wallVersion: 2 } });
  const read = await cadre.must(lists.readMatter, {
    villageId: 'v01',
    key: 'low-income-al',
    version: 1,
  });
  expect(read.matter.key).toBe(key);
  await publish({ ...matter, key: `${key}-two` });
  expect(
    await codeOf(cadre.call(lists.readMatter, { villageId: 'v01', key: 'low-income-al' })),
  ).toBe('matter-not-found');
  expect(await codeOf(cadre.call(lists.readMatter, { villageId: 'v01', key }))).toBe('ok');
});

test('nothing changed is nothing published; ten at once give one version', async () => {
  const matter = await aMatter();
  expect(await codeOf(publish(matter))).toBe('matter-unchanged');
  const changed = { ...matter, fee: '不收' };
  const commandId = town.newId();
  const input = { villageId: 'v01', matter: changed };
  await Promise.all(
    Array.from({ length: 10 }, () => cadre.call(lists.publishMatter, input, commandId)),
  );
  const { wallVersion } = await cadre.must(lists.listMatters, { villageId: 'v01' });
  expect(wallVersion).toBe(2);
});

test('two who publish at once both get their number on the wall', async () => {
  const second = await town.joinHead(1, 2);
  const matter = await aMatter();
  await Promise.all([
    publish({ ...matter, key: 'matter-one' }),
    publish({ ...matter, key: 'matter-two' }, second),
  ]);
  const { wallVersion } = await cadre.must(lists.listMatters, { villageId: 'v01' });
  expect(wallVersion).toBe(3);
});

test('a broken chart is refused, naming the step', async () => {
  const matter = await aMatter();
  const steps = matter.steps.map((step, index) =>
    index === 0 ? { ...step, next: [{ to: 'nowhere' }] } : step,
  );
  const answer = await publish({ ...matter, steps });
  expect(answer).toMatchObject({ ok: false, error: { code: 'chart-broken' } });
  expect(answer.ok ? '' : answer.error.message).toContain(matter.steps[0]?.name ?? '?');
});

test('a certificate the state forbids is not put on the list', async () => {
  const matter = { ...(await aMatter()), key: 'forbidden-paper', list: 'certificate' as const };
  const { certificates } = await cadre.must(lists.listCertificatesNotIssued, {});
  const name = certificates[0]?.name ?? '';
  expect(await codeOf(publish({ ...matter, name }))).toBe('certificate-not-allowed');
});

test('a real village publishes only on a basis that was checked', async () => {
  const real = await openTestTown({ seed: false });
  const { administrator } = real;
  await administrator.must(townContracts.foundTown, {
    foundingSecret: testFoundingSecret,
    townName: '真镇',
    owner: '真镇人民政府',
    sample: false,
  });
  await administrator.must(townContracts.openVillage, { villageId: 'v01', name: '真嘎查' });
  const matter = { ...(await aMatter()), key };
  const publishing = (checked: string) => {
    const legalBases = matter.legalBases.map((basis) => ({ ...basis, checked }));
    return codeOf(
      administrator.call(lists.publishMatter, {
        villageId: 'v01',
        matter: { ...matter, legalBases },
      }),
    );
  };
  expect(await publishing('待核')).toBe('basis-unchecked');
  expect(await publishing('2026-12-24')).toBe('basis-unchecked');
  expect(await publishing('2026-11-01')).toBe('ok');
});

test('only the village’s cadres and the town publish', async () => {
  const matter = { ...(await aMatter()), fee: '另定' };
  const neighbour = await town.joinHead(2, 1);
  const resident = await town.joinHead(1, 13);
  expect(await codeOf(publish(matter, neighbour))).toBe('not-yours');
  expect(await codeOf(publish(matter, resident))).toBe('not-your-job');
  expect(await codeOf(publish(matter, town.administrator))).toBe('ok');
});

test('the certificates nobody issues, with where to go instead', async () => {
  const { certificates } = await town.as('anybody').must(lists.listCertificatesNotIssued, {});
  expect(certificates.length).toBeGreaterThan(0);
  expect(certificates.every((each) => each.goTo !== '' && each.basis !== '')).toBe(true);
  expect(certificates.some((each) => each.purposeExceptions.length > 0)).toBe(true);
});
