import type { Gender, RegisterJob, Residence } from './columns';
import { headIsOfWorkingAge, makeMembers, type SampleMember, shapesOfAVillage } from './households';
import { createNames, type NameMaker } from './names';
import { type Chance, createChance } from './random';

export const sampleTownName = '示例镇';
/** The seed of the township that everybody sees. */
export const sampleSeed = 20221020;

/** The ten sample villages; their ids begin household ids, as in `v03-17`. */
export const sampleVillages = [...'一二三四五六七八九十'].map((numeral, index) => ({
  villageId: `v${String(index + 1).padStart(2, '0')}`,
  villageNumber: index + 1,
  name: `示例${numeral}嘎查`,
}));

/** The family of four that the resident's phone belongs to, and one that has not joined yet. */
export const residentHouseholdNumber = 17;
export const notYetJoinedHouseholdNumber = 22;
const fixedSurnames = new Map([
  [residentHouseholdNumber, '张'],
  [notYetJoinedHouseholdNumber, '包'],
]);

export type SampleHousehold = {
  householdNumber: number;
  residence: Residence;
  kinHouseholdNumbers: number[];
  members: (SampleMember & { job: RegisterJob })[];
};
export type SampleVillage = {
  villageId: string;
  villageNumber: number;
  name: string;
  households: SampleHousehold[];
  committeeHouseholds: number[];
  supervisorHouseholds: number[];
  panelHouseholds: number[];
  keeperHousehold: number;
};

/** Who holds which office: one household each, so that conflicts of interest stay few. */
function shareOffices(eligible: number[], everybody: number[]) {
  const committeeHouseholds = eligible.slice(0, 3);
  const supervisorHouseholds = eligible.slice(3, 6);
  const panelHouseholds = eligible.slice(6, 15);
  const [keeperHousehold = 0, ...others] = eligible.slice(15);
  const newcomers = others.slice(0, 2);
  const taken = new Set([...eligible.slice(0, 16), ...newcomers]);
  const ordinary = everybody.filter((number) => !taken.has(number) && !fixedSurnames.has(number));
  return {
    committeeHouseholds,
    supervisorHouseholds,
    panelHouseholds,
    keeperHousehold,
    newcomers,
    ordinary,
  };
}

/** Near relatives: enough to meet every rule on conflicts, never committee with supervisors. */
function nearRelatives(offices: ReturnType<typeof shareOffices>): [number, number][] {
  const { committeeHouseholds, supervisorHouseholds, panelHouseholds, ordinary } = offices;
  const pairs: [number | undefined, number | undefined][] = [
    [committeeHouseholds[0], panelHouseholds[0]],
    [committeeHouseholds[1], ordinary[0]],
    [supervisorHouseholds[0], panelHouseholds[1]],
    [supervisorHouseholds[1], ordinary[1]],
    [panelHouseholds[2], residentHouseholdNumber],
    [panelHouseholds[3], ordinary[2]],
    [ordinary[3], ordinary[4]],
  ];
  return pairs.flatMap(([a, b]) => (a === undefined || b === undefined ? [] : [[a, b]]));
}

/** The committee must have a woman in it (村组法 art. 6), so one household sends her. */
function givesOffice(member: SampleMember, members: SampleMember[], wanted: Gender | null) {
  const grown = members.filter((m) => m.relationToHead === '户主' || m.relationToHead === '配偶');
  return member === (grown.find((m) => m.gender === wanted) ?? grown[0]);
}

function makeVillage(
  village: (typeof sampleVillages)[number],
  chance: Chance,
  names: NameMaker,
): SampleVillage {
  const shapes = chance.shuffle(shapesOfAVillage);
  const moveTo = (householdNumber: number, shape: (typeof shapes)[number]) => {
    const from = shapes.findIndex((s, at) => s === shape && !fixedSurnames.has(at + 1));
    const [replaced] = shapes.splice(householdNumber - 1, 1, shape);
    if (replaced) shapes.splice(from, 1, replaced);
  };
  moveTo(residentHouseholdNumber, 'two-children');
  moveTo(notYetJoinedHouseholdNumber, 'one-child');
  const everybody = shapes.map((_, index) => index + 1);
  // A household that sends somebody must have a couple, so that there is a woman to choose.
  const eligible = everybody.filter((number) => {
    const shape = shapes[number - 1] ?? 'elder-alone';
    return headIsOfWorkingAge(shape) && shape !== 'worker-alone' && !fixedSurnames.has(number);
  });
  const offices = shareOffices(chance.shuffle(eligible), everybody);
  const pairs = nearRelatives(offices);
  const jobOf = (number: number): RegisterJob => {
    if (offices.committeeHouseholds.includes(number)) return '嘎查村委员会成员';
    if (offices.supervisorHouseholds.includes(number)) return '监督委员会成员';
    return offices.panelHouseholds.includes(number) ? '评议小组成员' : '居民';
  };
  const households = shapes.map((shape, index): SampleHousehold => {
    const number = index + 1;
    const surname = fixedSurnames.get(number) ?? names.surname();
    const members = makeMembers(shape, surname, chance, names);
    const wanted = number === offices.committeeHouseholds[1] ? '女' : null;
    const kin = pairs.flatMap(([a, b]) => (a === number ? [b] : b === number ? [a] : []));
    return {
      householdNumber: number,
      residence: offices.newcomers.includes(number) ? '外来长住' : '本村',
      kinHouseholdNumbers: kin.sort((a, b) => a - b),
      members: members.map((member) => ({
        ...member,
        job: givesOffice(member, members, wanted) ? jobOf(number) : '居民',
      })),
    };
  });
  const { committeeHouseholds, supervisorHouseholds, panelHouseholds, keeperHousehold } = offices;
  return {
    ...village,
    households,
    committeeHouseholds,
    supervisorHouseholds,
    panelHouseholds,
    keeperHousehold,
  };
}

/**
 * The whole sample township, the same for the same seed; no real person is in it.
 * @returns ten villages of 30 households with 3 committee members, 3 supervisors, 9 panel members
 */
export function buildSampleTown(seed: number): SampleVillage[] {
  const chance = createChance(seed);
  const names = createNames(chance);
  return sampleVillages.map((village) => makeVillage(village, chance, names));
}
