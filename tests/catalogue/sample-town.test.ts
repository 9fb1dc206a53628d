import {
  buildCast,
  buildRegisterRows,
  buildSampleTown,
  listCast,
  type RegisterRow,
  sampleCast,
  sampleSeed,
  sampleShops,
  sampleVillages,
} from '../../config/run/sample';
import { personName } from '../../src/contracts/fields';
import { openShop } from '../../src/contracts/town';

const rows = buildRegisterRows(sampleSeed);
const keyOf = (row: RegisterRow) => `${row.villageName} ${row.householdNumber}`;
const byHousehold = new Map<string, RegisterRow[]>();
for (const row of rows) byHousehold.set(keyOf(row), [...(byHousehold.get(keyOf(row)) ?? []), row]);
const seeds = [sampleSeed, 1, 2, 3, 42];

test('the same seed gives the same township, another seed another one', () => {
  expect(buildRegisterRows(7)).toEqual(buildRegisterRows(7));
  expect(buildRegisterRows(7)).not.toEqual(buildRegisterRows(8));
});

test('10 villages of 30 households of 1 to 6 members', () => {
  expect(new Set(rows.map((row) => row.villageName)).size).toBe(10);
  expect(byHousehold.size).toBe(300);
  const sizes = new Set([...byHousehold.values()].map((members) => members.length));
  expect([...sizes].sort()).toEqual([1, 2, 3, 4, 5, 6]);
  for (const village of sampleVillages) {
    const numbers = rows
      .filter((r) => r.villageName === village.name)
      .map((r) => r.householdNumber);
    expect(Math.max(...numbers)).toBe(30);
  }
});

test('names are made up and used once, phones are unique and begin with 100', () => {
  expect(new Set(rows.map((row) => row.name)).size).toBe(rows.length);
  for (const row of rows) {
    expect(row.name).toMatch(/^.[样例试示演范].$/);
    expect(personName.safeParse(row.name).success).toBe(true);
  }
  const phones = rows.map((row) => row.phone).filter((phone) => phone !== '');
  expect(new Set(phones).size).toBe(phones.length);
  expect(phones.every((phone) => /^100\d{8}$/.test(phone))).toBe(true);
});

test('each household has one head who is grown up, and every line names that head', () => {
  for (const members of byHousehold.values()) {
    const heads = members.filter((row) => row.relationToHead === '户主');
    expect(heads).toHaveLength(1);
    expect(2026 - (heads[0]?.birthYear ?? 2026)).toBeGreaterThanOrEqual(18);
    expect(new Set(members.map((row) => row.headName))).toEqual(new Set([heads[0]?.name]));
  }
});

test('minors, elders, people without a phone and newcomers are all there', () => {
  const ages = rows.map((row) => 2026 - row.birthYear);
  expect(Math.min(...ages)).toBeGreaterThanOrEqual(1);
  expect(ages.filter((age) => age < 14).length).toBeGreaterThan(20);
  expect(ages.filter((age) => age >= 70).length).toBeGreaterThan(20);
  const minors = rows.filter((row) => 2026 - row.birthYear < 18);
  expect(minors.every((row) => row.phone === '')).toBe(true);
  expect(rows.some((row) => 2026 - row.birthYear >= 70 && row.phone === '')).toBe(true);
  const newcomers = rows.filter((row) => row.residence === '外来长住');
  expect(new Set(newcomers.map(keyOf)).size).toBe(20);
});

test.each(seeds)('seed %i: each village has its offices, in households apart', (seed) => {
  for (const village of sampleVillages) {
    const lines = buildRegisterRows(seed).filter((row) => row.villageName === village.name);
    const holders = (job: string) => lines.filter((row) => row.job === job);
    expect(holders('嘎查村委员会成员')).toHaveLength(3);
    expect(holders('监督委员会成员')).toHaveLength(3);
    expect(holders('评议小组成员')).toHaveLength(9);
    const office = lines.filter((row) => row.job !== '居民');
    expect(new Set(office.map((row) => row.householdNumber)).size).toBe(15);
    expect(office.every((row) => row.phone !== '')).toBe(true);
    expect(holders('嘎查村委员会成员').some((row) => row.gender === '女')).toBe(true);
  }
});

test.each(seeds)('seed %i: no supervisor is a near relative of the committee', (seed) => {
  for (const village of buildSampleTown(seed)) {
    for (const number of village.supervisorHouseholds) {
      const kin = village.households[number - 1]?.kinHouseholdNumbers ?? [];
      expect(kin.filter((k) => village.committeeHouseholds.includes(k))).toEqual([]);
      expect(village.committeeHouseholds).not.toContain(number);
    }
  }
});

test('kinship stands on both sides, never with oneself, and some of it meets the panel', () => {
  for (const members of byHousehold.values()) {
    const [row] = members;
    for (const kin of row?.kinHouseholdNumbers ?? []) {
      expect(kin).not.toBe(row?.householdNumber);
      const other = byHousehold.get(`${row?.villageName} ${kin}`)?.[0];
      expect(other?.kinHouseholdNumbers).toContain(row?.householdNumber);
    }
  }
  const panel = rows.filter((row) => row.job === '评议小组成员');
  expect(panel.some((row) => row.kinHouseholdNumbers.length > 0)).toBe(true);
});

test('every village has one shop it can redeem at; one is shared, one stands in a store', () => {
  const served = sampleShops.flatMap((shop) => shop.villageIds);
  expect(served.sort()).toEqual(sampleVillages.map((village) => village.villageId));
  const kinds = sampleShops.map((shop) => shop.kind);
  expect(kinds.filter((kind) => kind === 'own')).toHaveLength(7);
  expect(kinds.filter((kind) => kind === 'shared')).toHaveLength(1);
  expect(kinds.filter((kind) => kind === 'merchant')).toHaveLength(1);
  for (const { keeper, ...shop } of sampleShops) {
    expect(() => openShop.input.parse(shop)).not.toThrow();
    const line = rows.find((row) => row.name === keeper.name);
    expect(line).toMatchObject({ householdNumber: keeper.householdNumber, job: '居民' });
    expect(2026 - (line?.birthYear ?? 2026)).toBeGreaterThanOrEqual(18);
  }
});

test('the three default phones are a resident, a cadre and the keeper of 示例三嘎查', () => {
  const { resident, cadre, keeper } = sampleCast;
  expect(resident.openid).toBe('sample-resident-v03-h17');
  for (const member of [resident, cadre, keeper]) expect(member.villageName).toBe('示例三嘎查');
  const shop = sampleShops.find((candidate) => candidate.villageIds.includes('v03'));
  expect(shop?.keeper).toEqual(keeper);
});

test('the cast stands in the register with its offices, each person once', () => {
  const jobs = { cadre: '嘎查村委员会成员', panel: '评议小组成员', supervisor: '监督委员会成员' };
  const cast = listCast(sampleCast);
  expect(new Set(cast.map((member) => member.openid)).size).toBe(cast.length);
  expect(new Set(cast.map((member) => member.name)).size).toBe(cast.length);
  for (const member of cast) {
    if (member.job === 'town-admin') continue;
    const line = rows.find((row) => row.name === member.name && row.phone === member.phone);
    const job = member.job in jobs ? jobs[member.job as keyof typeof jobs] : '居民';
    expect(line).toMatchObject({ job, householdNumber: member.householdNumber });
  }
  expect(sampleCast.panelMembers).toHaveLength(9);
  expect(() => buildCast(buildSampleTown(sampleSeed), 11)).toThrow('no sample village 11');
});
