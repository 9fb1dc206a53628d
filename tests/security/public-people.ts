import { numberKey } from '../../src/domain/people/household-number';
import type { PlannedHousehold, RegisterLine } from '../../src/domain/town/register/types';
import type { Random } from '../support/random';

/** A made-up person, with everything about them that no public answer may hold. */
export type MadePerson = {
  name: string;
  idNumber: string;
  phone: string;
  birthYear: number;
  /** Street, house number and flat. */
  address: string;
  latitude: number;
  householdNumber: number;
  isHead: boolean;
};

// Rare characters: no word of the product holds one, so whatever is found came from a name.
const surnames = [...'龚戚窦郗阚仉亓尉迟佟禚麴'];
const doubleSurnames = ['欧阳', '上官', '诸葛', '令狐', '澹台', '尉迟'];
const given = [...'淼焱垚喆赟翀昶犇骉鱻翾甯彧祎韫瑷珺琬睿钰熠炘烜'];
const mongolian = ['乌云·其木格', '巴图·额尔敦', '那仁·格日勒', '斯琴·图雅', '阿拉坦·敖其尔'];
const latin = ['Bataar', 'Sarnai', 'Temüjin', 'Odval', 'Narantsetseg'];
const single = [...'龘靐齉爨虋麤'];
const streets = ['锡尼路', '独贵龙巷', '萨拉乌素街', '毛乌素大道'];

const latinPart = (random: Random) =>
  random.pick(latin).replace('ü', 'u') + random.pick([...'bdgkmnr']) + random.pick([...'aeiou']);

function madeName(random: Random): string {
  const two = () => random.pick(given) + random.pick(given);
  const kind = random.integer(10);
  if (kind < 4) return random.pick(surnames) + two();
  if (kind < 6) return random.pick(surnames) + random.pick(given);
  if (kind < 7) return random.pick(doubleSurnames) + random.pick(given);
  if (kind < 8) return `${random.pick(mongolian)}${random.pick(given)}`;
  if (kind < 9) return `${latinPart(random)} ${latinPart(random)}`;
  return random.pick(single);
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** GB 11643 with its check digit, of a region that does not exist. */
function madeIdNumber(birthYear: number, random: Random): string {
  const two = (ceiling: number) => String(random.integer(ceiling) + 1).padStart(2, '0');
  const serial = String(random.integer(1000)).padStart(3, '0');
  const digits = `990102${birthYear}${two(12)}${two(28)}${serial}`;
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return `${digits}${'10X98765432'[sum % 11]}`;
}

function madePerson(householdNumber: number, isHead: boolean, serial: number, random: Random) {
  // Here and there a child is the head of a household.
  const adult = random.chance(isHead ? 0.9 : 0.6);
  const birthYear = adult ? 1930 + random.integer(75) : 2009 + random.integer(17);
  const [house, flat] = [random.integer(300) + 1, random.integer(900) + 100];
  return {
    name: madeName(random),
    idNumber: madeIdNumber(birthYear, random),
    // No number in use begins with 100; 1001 and 1002 are the test register's.
    phone: `1009${String(serial).padStart(7, '0')}`,
    birthYear,
    address: `${random.pick(streets)}${house}号${flat}室`,
    // Never a round one: 38.5 stands in many a chart.
    latitude: Number(`38.${random.integer(100_000) + 100_000}7`),
    householdNumber,
    isHead,
  };
}

/** Nobody made up is between the two. */
export const isMinor = ({ birthYear }: MadePerson) => birthYear >= 2009;

/** Households of one to six, numbered from `firstNumber`, until there are `count` people. */
export function madePeople(count: number, firstNumber: number, random: Random): MadePerson[] {
  const people: MadePerson[] = [];
  for (let number = firstNumber; people.length < count; number += 1) {
    const size = Math.min(random.integer(6) + 1, count - people.length);
    const names = new Set<string>();
    for (let index = 0; index < size; index += 1) {
      const person = madePerson(number, index === 0, people.length, random);
      // The register knows a person of a household by the name.
      if (names.has(person.name)) continue;
      names.add(person.name);
      people.push(person);
    }
  }
  return people;
}

/** What a person may carelessly write about themselves or others, at most 200 characters. */
export function carelessText({ name, idNumber, phone, address }: MadePerson): string {
  return `我是${name},身份证${idNumber},电话${phone},家住${address}`;
}

/** Every kind of datum that no public answer may hold. */
const datumKinds = [
  'name',
  'name without its spaces',
  'id number',
  'phone',
  'address',
  'street number',
  'where they were',
] as const;
export type DatumKind = (typeof datumKinds)[number];

/** Every run of `length` digits, an X for a last one too, however long the number around it. */
function digitWindows(text: string, length: number): Set<string> {
  const found = new Set<string>();
  for (const [run] of text.matchAll(/\d+X?/g)) {
    for (let at = 0; at + length <= run.length; at += 1) found.add(run.slice(at, at + length));
  }
  return found;
}

/** Looks a text through for what belongs to people; thousands of them are asked for at once. */
export function finderIn(text: string): (person: MadePerson) => DatumKind[] {
  const [phones, idNumbers] = [digitWindows(text, 11), digitWindows(text, 18)];
  const places = new Set([...text.matchAll(/\d+\.\d+/g)].map(([number]) => number));
  return ({ name, idNumber, phone, address, latitude }) => {
    const bare = name.replace(/[\s·.]/g, '');
    const street = address.slice(0, address.indexOf('号') + 1);
    const isThere: Record<DatumKind, boolean> = {
      name: text.includes(name),
      'name without its spaces': bare !== name && text.includes(bare),
      'id number': idNumbers.has(idNumber),
      phone: phones.has(phone),
      address: text.includes(address),
      'street number': text.includes(street),
      'where they were': places.has(String(latitude)),
    };
    return datumKinds.filter((kind) => isThere[kind]);
  };
}

export function registerOf(people: readonly MadePerson[], village: string): PlannedHousehold[] {
  const villageId = 'v01';
  const households = new Map<number, PlannedHousehold>();
  for (const { householdNumber: number, name, birthYear, phone, isHead } of people) {
    const headName = households.get(number)?.lines[0]?.name ?? name;
    const line: RegisterLine = {
      row: 0,
      villageName: village,
      householdNumber: number,
      headName,
      name,
      relation: isHead ? '户主' : '家人',
      birthYear,
      phone,
      job: 'resident',
      relativeNumbers: [],
      residence: 'local',
    };
    const household = households.get(number) ?? {
      key: numberKey(villageId, number),
      villageId,
      villageName: village,
      number,
      relativeNumbers: [],
      kin: { added: [], gone: [] },
      fates: { knownAs: new Map(), comingFrom: [], gone: [] },
      minors: 0,
      lines: [] as RegisterLine[],
    };
    household.lines.push(line);
    households.set(number, household);
  }
  return [...households.values()];
}
