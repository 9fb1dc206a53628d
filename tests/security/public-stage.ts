import { checkEntries } from '../../cloudfunctions/people/save-entry-check';
import { takeNumbers, writeHousehold } from '../../cloudfunctions/town/write-household';
import { confirmEntries } from '../../config/run/confirm-entries';
import { people as contracts, exchange, points, wechat } from '../../src/contracts';
import { openProofTown, type ProofTown } from '../proof/town';
import { letTheDrawFall } from '../support/draw';
import { householdId } from '../support/household-ids';
import { randomFrom } from '../support/random';
import { testVillages } from '../support/town';
import { carelessText, isMinor, type MadePerson, madePeople, registerOf } from './public-people';

export type PublicStage = {
  seed: number;
  town: ProofTown;
  people: readonly MadePerson[];
  recordIds: string[];
  orderId: string;
  /** On notice and agreed to be named, but its head is a child; null where nobody lives so. */
  headedByAChild: number | null;
};

const firstNumber = 101;
const headsWhoJoin = 12;
const longestReason = 200;
const recordsOnNotice = 30;
/** Of those who join: this one's record stands on notice, and nobody objects to it. */
const placeOnNotice = 5;

async function join(town: ProofTown, person: MadePerson, namesShown: boolean): Promise<void> {
  const { householdNumber, name, phone } = person;
  const actor = town.head(householdNumber);
  const { phoneToken } = await actor.must(wechat.readPhoneNumber, { code: `phone:${phone}` });
  const place = { villageId: 'v01', householdNumber, name, phoneToken, namesShown };
  await actor.must(contracts.join, place);
}

async function declare(town: ProofTown, person: MadePerson, itemId: string): Promise<string> {
  town.clock.advanceMs(1000);
  const { recordId } = await town.head(person.householdNumber).must(points.declareDeed, {
    itemId,
    day: town.today(),
    note: carelessText(person),
    photos: [],
    location: { latitude: person.latitude, longitude: 109.5, accuracyMetres: 5 },
  });
  return recordId;
}

/** Checked, agreed to and put on notice, every reason as careless as the note. */
async function bringOnNotice(town: ProofTown, recordId: string, reason: string): Promise<void> {
  await town.head(2).must(points.checkRecord, { recordId, accept: true, reason });
  await letTheDrawFall(town);
  for (const member of town.panelOf(recordId).slice(0, 2)) {
    await member.must(points.reviewRecord, { recordId, accept: true, reason });
  }
  await town.head(3).must(points.openNotice, { villageId: 'v01', recordIds: [recordId] });
}

/** Deeds that are posted, stand on notice, were objected to, answered and refused. */
async function writeRecords(town: ProofTown, heads: readonly MadePerson[]): Promise<string[]> {
  const ids: string[] = [];
  for (const person of heads.slice(0, 2)) {
    const recordId = await declare(town, person, 'military-service');
    await bringOnNotice(town, recordId, carelessText(person));
    ids.push(recordId);
  }
  town.clock.advanceDays(6);
  await town.timer('jobs', 'close-notices');
  for (const person of heads.slice(2, 8)) {
    const recordId = await declare(town, person, 'errand-for-neighbour');
    ids.push(recordId);
    const reason = carelessText(person);
    if (person === heads[2]) {
      await town.head(2).must(points.checkRecord, { recordId, accept: false, reason });
      continue;
    }
    await bringOnNotice(town, recordId, reason);
    if (person === heads[3] || person === heads[4]) {
      await town.head(9).must(points.objectToRecord, { recordId, reason });
    }
    if (person === heads[4]) {
      await town.head(4).must(points.answerObjection, { recordId, uphold: true, reason });
    }
  }
  return ids;
}

/** Small deeds of which a household may have as many as it has members. */
const smallDeeds = [
  ...['errand-for-neighbour', 'settle-dispute', 'village-clean-up', 'attend-village-meeting'],
  ...['culture-and-sports', 'law-and-fraud-lesson'],
];

/** The cadre of household 2 notes a deed of each person: what they said, and where it was. */
async function recordEverybody(town: ProofTown, people: readonly MadePerson[]): Promise<string[]> {
  const ids: string[] = [];
  let [household, index] = [0, 0];
  for (const person of people) {
    index = person.householdNumber === household ? index + 1 : 0;
    household = person.householdNumber;
    town.clock.advanceMs(1);
    const { recordId } = await town.head(2).must(points.recordDeed, {
      householdId: householdId(town, `v01-${household}`),
      itemId: smallDeeds[index] ?? '',
      day: town.today(),
      note: carelessText(person),
      photos: [],
      location: { latitude: person.latitude, longitude: 109.5, accuracyMetres: 5 },
    });
    ids.push(recordId);
  }
  return ids;
}

/** As many people as a reason may be long. */
export function reasonsAbout(people: readonly MadePerson[]): string[] {
  const reasons: string[] = [];
  for (const text of people.map(carelessText)) {
    const last = reasons.at(-1);
    const both = `${last};${text}`;
    if (last !== undefined && both.length <= longestReason) reasons[reasons.length - 1] = both;
    else reasons.push(text);
  }
  return reasons;
}

/** A full notice, and everybody in the reasons of those who checked and voted for it. */
async function noticeOfMany(
  town: ProofTown,
  recordIds: readonly string[],
  people: readonly MadePerson[],
): Promise<void> {
  const reasons = reasonsAbout(people);
  let next = 0;
  const reason = () => {
    next += 1;
    return reasons[next % reasons.length] ?? '';
  };
  for (const recordId of recordIds) {
    // Whoever recorded a deed does not check it.
    const decided = { recordId, accept: true };
    await town.head(3).must(points.checkRecord, { ...decided, reason: reason() });
  }
  await letTheDrawFall(town);
  for (const recordId of recordIds) {
    const decided = { recordId, accept: true };
    for (const member of town.panelOf(recordId).slice(0, 2)) {
      await member.must(points.reviewRecord, { ...decided, reason: reason() });
    }
  }
  const notice = { villageId: 'v01', recordIds: [...recordIds] };
  await town.head(3).must(points.openNotice, notice);
}

async function orderAndCancel(town: ProofTown, person: MadePerson): Promise<string> {
  const order = { shopId: 'shop-v01', lines: [{ goodsId: 'soap', count: 1 }], points: 5 };
  const buyer = town.head(person.householdNumber);
  const { orderId } = await buyer.must(exchange.placeOrder, order);
  const reason = carelessText(person).slice(0, 100);
  await town.keeper.must(exchange.cancelForShop, { orderId, reason });
  return orderId;
}

/** A grown-up of a household whose head is a child. */
function guardianIn(people: readonly MadePerson[]): MadePerson | null {
  const headed = new Set(
    people.filter((each) => each.isHead && isMinor(each)).map((each) => each.householdNumber),
  );
  return people.find((each) => headed.has(each.householdNumber) && !isMinor(each)) ?? null;
}

/** A town with `count` made-up people in its first village, who wrote carelessly all over it. */
export async function openPublicStage(seed: number, count: number): Promise<PublicStage> {
  const random = randomFrom(seed);
  const town = await openProofTown({ randomSeed: seed });
  const people = madePeople(count, firstNumber, random);
  for (const household of registerOf(people, testVillages[0]?.name ?? '')) {
    const { villageId, number, relativeNumbers, lines } = household;
    const kin = { added: relativeNumbers, gone: [] };
    await takeNumbers(town.store, [{ householdId: town.newId(), villageId, number }]);
    const by = { personId: 'somebody', as: 'town-admin', atMs: town.clock.nowMs() } as const;
    const newIds = { cardId: town.newId(), memberIds: lines.map(town.newId), by };
    const writing = { store: town.store, nowMs: town.clock.nowMs(), templates: {} };
    await writeHousehold(writing, { ...household, kin }, newIds);
  }
  for (const { villageId, name } of testVillages) {
    const { store, clock } = town;
    await checkEntries({ store, nowMs: clock.nowMs(), templates: {} }, { villageId, name });
  }
  await confirmEntries(town.secondAdministrator);
  const heads = people.filter((each) => each.isHead && !isMinor(each)).slice(0, headsWhoJoin);
  const guardian = guardianIn(people);
  if (guardian) heads.splice(placeOnNotice, 0, guardian);
  for (const [index, person] of heads.entries()) {
    await join(town, person, index % 2 === 0 || person === guardian);
  }
  const livedIds = await writeRecords(town, heads);
  const notedIds = await recordEverybody(town, people);
  await noticeOfMany(town, notedIds.slice(0, recordsOnNotice), people);
  const recordIds = [...livedIds, ...notedIds];
  const buyer = heads[0];
  if (!buyer) throw new Error('somebody lives here');
  const orderId = await orderAndCancel(town, buyer);
  // Somebody asks to be let in: their name waits for an answer.
  const waits = people.find((person) => !heads.includes(person));
  if (waits) {
    const { householdNumber, name } = waits;
    const place = { villageId: 'v01', householdNumber, name, namesShown: true };
    await town.as('waits').must(contracts.join, place);
  }
  town.clock.advanceDays(1);
  await town.timer('jobs', 'seal-day');
  const headedByAChild = guardian?.householdNumber ?? null;
  return { seed, town, people, recordIds, orderId, headedByAChild };
}
