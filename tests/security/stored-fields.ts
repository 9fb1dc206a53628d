import { exchange, people, points, town as townContracts } from '../../src/contracts';
import { send } from '../proof/call';
import { cardOf, everyAction, isCommanded } from '../proof/cards';
import { sharedDeedOf } from '../proof/ready/activities';
import { printNotice, printSheet } from '../proof/ready/documents';
import { deedOf, postingCutOff } from '../proof/ready/points';
import { running } from '../proof/ready/proxies';
import { sealedOverAlarm, walkCutOff } from '../proof/ready/seals';
import { freshId, openProofTown, type ProofTown } from '../proof/town';
import { eachValue } from '../support/each-value';
import { importInput } from '../support/import-input';
import { testPhoto } from '../support/photo';
import { registerRow, spreadsheetOf, testMembers } from '../support/test-register';
import { documentsOf, testShopId, testVillages } from '../support/town';

/** Collections and the paths of every field found in them: `roles[].place`. */
export type StoredFields = ReadonlyMap<string, ReadonlySet<string>>;

/** What no card does, because it is a choice or a mistake: evidence, a bad register. */
async function fillOut(town: ProofTown): Promise<void> {
  const photo = town.putFile('evidence/full.jpg', testPhoto('evidence/full.jpg'));
  await town.head(8).must(points.declareDeed, {
    itemId: 'plant-trees',
    day: town.today(),
    note: '种了二十棵',
    photos: [photo],
    location: { latitude: 39.1, longitude: 109.2, accuracyMetres: 20 },
  });
  const together = town.putFile('evidence/all.jpg', testPhoto('evidence/all.jpg'));
  // Household 8 has the deed already, and is left out.
  const shared = { ...sharedDeedOf(town, 8, 11), itemId: 'plant-trees', photos: [together] };
  await town.head(3).must(points.recordActivity, shared);
  const [head] = testMembers(1);
  if (!head) throw new Error('a register has its first household');
  const names = { headName: '试户错', name: '试户误' };
  const wrong = { ...head, ...names, householdNumber: 30, phone: '100' };
  const row = registerRow(testVillages[0]?.name ?? '', wrong);
  const fileId = town.putFile('wrong.xlsx', await spreadsheetOf([row]));
  await town.administrator.call(
    townContracts.importRegister,
    await importInput(town.administrator, fileId),
  );
  const guess = { villageId: 'v01', householdNumber: 16, name: '试户错', namesShown: false };
  await town.as('guesses').call(people.join, guess);
  await tellHalf(town);
  await actForOthers(town);
  await sealedOverAlarm(town);
  await walkCutOff(town);
  await postingCutOff(town);
}

/** A cadre acts for a household that comes without a phone: a deed, goods, an objection. */
async function actForOthers(town: ProofTown): Promise<void> {
  const recordId = await town.onNotice(10);
  await printNotice(town, recordId);
  await printSheet(town);
  const proxyId = await running(town, 2, 9);
  const helper = town.head(2);
  await helper.must(points.declareDeed, { ...deedOf(town), proxyId });
  const lines = [{ goodsId: 'soap', count: 1 }];
  await helper.must(exchange.placeOrder, { shopId: testShopId, lines, points: 5, proxyId });
  await helper.must(points.objectToRecord, { recordId, reason: '当时不在场', proxyId });
}

/** One of two cadres was told, then WeChat took no more. */
async function tellHalf(town: ProofTown): Promise<void> {
  for (const number of [2, 3]) {
    await town.head(number).must(people.addTickets, { accepted: ['to-do'] });
    town.postOffice.give(town.head(number).openid, 'template-to-do');
  }
  await town.declare(8);
  town.postOffice.fail(45009, { after: 1 });
  await town.timer('wechat', 'send-messages');
}

/** Shows each town of the proof after one action was done in it, for every action there is. */
export async function visitTowns(visit: (town: ProofTown) => void): Promise<void> {
  for (const each of everyAction) {
    const town = await openProofTown();
    const call = await cardOf(each).call(town);
    const commandId = isCommanded(each) ? freshId(town) : undefined;
    await send(town, each.functionName, each.action, call, commandId);
    visit(town);
  }
  const full = await openProofTown();
  await fillOut(full);
  visit(full);
}

/** Null in one document and an object or a list in another: the parts are what counts. */
function withoutShadows(paths: ReadonlySet<string>): Set<string> {
  const hasParts = (path: string) =>
    [...paths].some((other) => other.startsWith(`${path}.`) || other.startsWith(`${path}[]`));
  return new Set([...paths].filter((path) => !hasParts(path)));
}

/** Adds every field of every document of a town. */
export function addFields({ engine }: ProofTown, found: Map<string, Set<string>>): void {
  for (const [name, documents] of documentsOf(engine)) {
    const paths = found.get(name) ?? new Set();
    for (const document of documents) eachValue(document, '', (path) => paths.add(path));
    found.set(name, paths);
  }
}

export function withoutAllShadows(found: ReadonlyMap<string, ReadonlySet<string>>): StoredFields {
  return new Map([...found].map(([name, paths]) => [name, withoutShadows(paths)]));
}
