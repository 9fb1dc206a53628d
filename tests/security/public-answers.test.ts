import { yearOf } from '../../src/domain/kernel/time';
import { cardOf, everyAction } from '../proof/cards';
import type { ProofTown } from '../proof/town';
import { withReplay } from '../support/replay';
import { headOpenid } from '../support/town';
import { notAllowed, type Viewer } from './authority-viewers';
import { finderIn } from './public-people';
import { openPublicStage, type PublicStage } from './public-stage';

/** `PUBLIC_SEED=7 PUBLIC_PEOPLE=500 npx jest tests/security/public-answers` makes other towns. */
const seed = Number(process.env.PUBLIC_SEED ?? 20261123);
const peopleInAll = Number(process.env.PUBLIC_PEOPLE ?? 10_000);
const peopleInATown = 500;

const everyKind = ['name', 'id number', 'phone', 'address', 'street number', 'where they were'];

/** What anybody, or any WeChat user, may ask for. */
const open = everyAction.filter(({ isOpen }) => isOpen);

/** Why somebody may be refused here; anything else would be no answer to look at. */
const refusals = new Set([
  ...['log-in-first', 'record-not-found', 'secret-wrong', 'nothing-kept'],
  ...['already-joined', 'member-taken', 'too-many-tries'],
]);

/** Everything the public actions answer somebody, as one text; null is nobody. */
async function answersFor(
  stage: PublicStage,
  openid: string | null,
  viewer: Viewer,
): Promise<string> {
  const answers: unknown[] = [];
  for (const each of open) {
    const { functionName, action } = each;
    // Members keep their membership: the others have asked to be forgotten, and nothing was there.
    if (action === 'erase-me' && openid?.startsWith('head-')) continue;
    for (const input of cardOf(each).publishes.asked?.(stage) ?? []) {
      const event = { action, input, commandId: stage.town.newId() };
      const answer = await stage.town.send(functionName, event, openid);
      if (!answer.ok) expect([...refusals]).toContain(answer.error.code);
      if (answer.ok) {
        const shown = notAllowed(cardOf(each).publishes, viewer, answer.value);
        expect({ name: each.name, viewer, shown }).toEqual({ name: each.name, viewer, shown: [] });
      }
      answers.push(answer);
    }
  }
  return JSON.stringify(answers);
}

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

/** Household lines in a text: `张*(17号户)`, or the number alone. */
function householdLines(text: string): string[] {
  return [...text.matchAll(/[^",:]*?\d+号户\)?/g)].map(([line]) => line);
}

const shownOn = (town: ProofTown, line: string) => {
  const number = /(\d+)号户/.exec(line)?.[1];
  return town.engine.get('households', `v01-${number}`)?.namesShown === true;
};

const townCount = Math.ceil(peopleInAll / peopleInATown);
const seen = { people: 0 };
const againFor = (townSeed: number) =>
  `PUBLIC_SEED=${townSeed} PUBLIC_PEOPLE=${peopleInATown} npx jest tests/security/public-answers`;
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

test('ten thousand people were really there', () => {
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
