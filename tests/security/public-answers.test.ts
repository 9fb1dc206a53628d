import { quickSeed } from '../../config/run/quick-seed';
import { yearOf } from '../../src/domain/kernel/time';
import type { ProofTown } from '../proof/town';
import { householdId } from '../support/household-ids';
import { withReplay } from '../support/replay';
import { headOpenid } from '../support/town';
import { answersFor, householdLines } from './public-calls';
import { finderIn } from './public-people';
import { openPublicStage, type PublicStage } from './public-stage';

/** `SEED=7 PUBLIC_PEOPLE=500 npx jest tests/security/public-answers` makes other towns. */
const seed = quickSeed;
const peopleInAll = Number(process.env.PUBLIC_PEOPLE ?? 2_000);
const peopleInATown = 500;

const everyKind = ['name', 'id number', 'phone', 'address', 'street number', 'where they were'];

function allLeaks({ people, town }: PublicStage, text: string): string[] {
  const find = finderIn(text);
  const year = yearOf(town.today());
  return people.flatMap((person) => {
    const whose = year - person.birthYear <= 18 ? 'a minor' : 'somebody';
    return find(person).map((kind) => `${kind} of ${whose} in ${person.householdNumber}`);
  });
}

const stored = ['members', 'records', 'orders', 'join-requests'];

/** Of whom not everything stands in the database: in their answers nothing could be found. */
function notStored({ people, town }: PublicStage): string[] {
  const text = JSON.stringify(stored.map((name) => town.engine.find(name)));
  const find = finderIn(text);
  return people.flatMap((person) => {
    const found = find(person) as string[];
    return everyKind
      .filter((kind) => !found.includes(kind))
      .map((kind) => `${kind} of ${person.name}`);
  });
}

const shownOn = (town: ProofTown, line: string) => {
  const number = /(\d+)号户/.exec(line)?.[1];
  return town.engine.get('households', householdId(town, `v01-${number}`))?.namesShown === true;
};

const townCount = Math.ceil(peopleInAll / peopleInATown);
const seen = { people: 0 };
const againFor = (townSeed: number) =>
  `SEED=${townSeed} PUBLIC_PEOPLE=${peopleInATown} npx jest tests/security/public-answers`;
const seeds = Array.from({ length: townCount }, (_, index) => seed + index);

/** Households are for logged-in members of the village, by name only where they agreed. */
function checkHouseholdLines(stage: PublicStage, text: string, isMember: boolean): void {
  const lines = householdLines(text);
  if (!isMember) {
    expect(lines).toEqual([]);
    return;
  }
  expect(lines.length).toBeGreaterThan(0);
  const named = lines.filter((line) => line.includes('*'));
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter((line) => !shownOn(stage.town, line))).toEqual([]);
  // A child is never shown, whoever agreed to it.
  const child = `${stage.headedByAChild}号户`;
  expect(lines).toContain(child);
  expect(named.filter((line) => line.includes(`(${child}`))).toEqual([]);
}

test.each(seeds)(
  'nothing of anybody stands in a public answer (seed %i)',
  withReplay(againFor, async (townSeed: number) => {
    const stage = await openPublicStage(townSeed, peopleInATown);
    expect(stage.people.length).toBeGreaterThanOrEqual(peopleInATown);
    expect(notStored(stage)).toEqual([]);
    // No panel member, whose business a record may be.
    const member = headOpenid(1, 14);
    for (const viewer of [null, 'a-stranger', 'waits', headOpenid(2, 8), member]) {
      const text = await answersFor(stage, viewer, viewer === member ? 'insider' : 'outsider');
      const leaks = allLeaks(stage, text);
      expect({ viewer, leaks }).toEqual({ viewer, leaks: [] });
      checkHouseholdLines(stage, text, viewer === member);
    }
    expect(allLeaks(stage, JSON.stringify(stage.town.log))).toEqual([]);
    seen.people += stage.people.length;
  }),
  120_000,
);

test('so many people were really there', () => {
  expect(seen.people).toBeGreaterThanOrEqual(peopleInAll);
});

test('a leak would be seen: what cadres may read does hold such things', async () => {
  const stage = await openPublicStage(seed, 30);
  const read: unknown[] = [];
  for (const recordId of stage.recordIds) {
    const event = { action: 'read-record', input: { recordId } };
    read.push(await stage.town.send('points', event, headOpenid(1, 2)));
  }
  const kinds = new Set(allLeaks(stage, JSON.stringify(read)).map((leak) => leak.split(' of ')[0]));
  for (const kind of everyKind) expect([...kinds]).toContain(kind);
});
