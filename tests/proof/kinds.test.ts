import { readdirSync } from 'node:fs';
import path from 'node:path';
import { people } from '../../src/contracts';
import { retentionDays } from '../../src/domain/people/retention';
import { eachValue } from '../support/each-value';
import { testHeadName } from '../support/test-register';
import { headOpenid } from '../support/town';
import { afterwards } from './afterwards';
import { mustBeDone } from './call';
import { fork, type Prepared, prepare, sendPrepared } from './crash/prepared';
import { covers, freeTextAt, problemsOfKind } from './kind-problems';
import { everyCollection, kindOf, kindPage } from './kinds';
import type { ProofTown } from './town';
import { everyWritten, type Written, withWords } from './words';

test('every card is of a collection there is', () => {
  const files = readdirSync(path.join(__dirname, 'kinds'));
  const names = everyCollection.map((name) => `${name}.ts`);
  const strays = files.filter((file) => !names.includes(file));
  const list = 'config/database/indexes.json';
  expect(strays.map((file) => `${file} is of no collection that stands in ${list}`)).toEqual([]);
});

test.each(everyCollection)('%s: its card says all there is to say', (collection) => {
  expect(problemsOfKind(collection, kindOf(collection))).toEqual([]);
});

test('a collection without a card is named, with the file and the page', () => {
  expect(() => kindOf('added-later')).toThrow(
    'the collection added-later has no card: write tests/proof/kinds/added-later.ts ' +
      '(docs/CONTRIBUTING.md#a-collection)',
  );
});

test('each part that a card leaves empty is named', () => {
  const kind = kindOf('records');
  const empty = {
    owner: { whose: 'nobody', because: '' } as const,
    readers: { may: {}, insiders: [] } as never,
    freeText: { note: { kept: 'for-ever' as never } },
    compared: { elsewhere: '' },
  };
  expect(problemsOfKind('records', { ...kind, ...empty }).length).toBe(4);
  for (const [part, value] of Object.entries(empty)) {
    const [problem, ...others] = problemsOfKind('records', { ...kind, [part]: value });
    expect(others).toEqual([]);
    expect(problem).toMatch(/^the card of records does not say .*#a-collection\)$/);
    expect(problem).toContain(`(${part})`);
  }
  expect(problemsOfKind('records', {} as never).length).toBe(4);
  const silent = { freeText: {} };
  expect(problemsOfKind('records', { ...kind, ...silent }).join()).toContain('(freeText)');
});

/** One text of one call, and a field where it came to stand. */
type Place = { from: string; collection: string; path: string; isNamed: boolean };
type Told = { town: ProofTown; there(): Place[]; named(): Place[] };

/** A town after one call whose every text is a word of its own. */
async function tell(each: Written, prepared: Prepared, name = ''): Promise<Told> {
  const { call } = prepared;
  const { input, words } = withWords(each, call.input, name);
  expect(words.map((word) => word.path)).toEqual(each.texts.map((text) => text.path));
  const town = await fork(prepared);
  const answer = await sendPrepared(town, { ...prepared, call: { ...call, input } });
  mustBeDone(town, answer);
  await afterwards[each.name]?.(town);
  const where = (text: (word: string) => string) => {
    const found = new Map<string, Place>();
    const look = (collection: string) => (path: string, value: unknown) => {
      if (typeof value !== 'string') return;
      for (const { path: from, word, isNamed } of words) {
        const place = { from, collection, path, isNamed };
        if (value.includes(text(word))) found.set(`${from} ${collection} ${path}`, place);
      }
    };
    for (const collection of town.engine.collections()) {
      for (const each of town.engine.find(collection)) eachValue(each, '', look(collection));
    }
    return [...found.values()];
  };
  const logged = JSON.stringify(town.log);
  expect(words.filter(({ word }) => logged.includes(word))).toEqual([]);
  return { town, there: () => where((word) => word), named: () => where((word) => word + name) };
}

const inWords = ({ from, collection, path }: Place) => `${from} in ${collection}.${path}`;
const said = ({ collection, path }: Place) => freeTextAt(kindOf(collection), path);

async function night(town: ProofTown): Promise<void> {
  mustBeDone(town, await town.timer('jobs', 'erase-expired'));
}

/** Words that are gone and should stand, or stand and should be gone. */
function mistaken(before: Place[], now: Place[], isGone: (place: Place) => boolean): string[] {
  const standing = new Set(now.map(inWords));
  return before.flatMap((place) => {
    const text = inWords(place);
    if (isGone(place) === !standing.has(text)) return [];
    return [`${text} ${standing.has(text) ? 'still stands' : 'is gone'}, its card says otherwise`];
  });
}

const reached = new Set<string>();
const longMs = 60_000;

/** Longer than anything is kept. */
const someDays = Math.max(...Object.values(retentionDays)) + 100;

const keptDays = (place: Place) => {
  const kept = said(place)?.kept;
  return typeof kept === 'string' ? retentionDays[kept] : Number.POSITIVE_INFINITY;
};

async function asTimeGoes({ town, there }: Told, work = night): Promise<string[]> {
  const before = there();
  const problems: string[] = [];
  let passed = 0;
  const ends = new Set(before.map(keptDays).filter(Number.isFinite));
  const days = [...ends].sort((left, right) => left - right).flatMap((end) => [end - 1, end + 1]);
  for (const day of [...days, someDays]) {
    town.clock.advanceDays(day - passed);
    passed = day;
    await work(town);
    const wrong = mistaken(before, there(), (place) => keptDays(place) < day);
    problems.push(...wrong.map((text) => `after ${day} days: ${text}`));
  }
  return problems;
}

async function onceTheAuthorIsErased(each: Written, { town, there }: Told, prepared: Prepared) {
  const { as } = prepared.call;
  if (typeof as === 'string') return [];
  const before = there();
  // The last administrator of the town stays.
  if (!(await town.as(as.openid).call(people.eraseMe, {})).ok) return [];
  town.clock.advanceDays(1);
  await night(town);
  const isGone = (place: Place) => said(place)?.goesWithAuthorOf?.includes(each.name) === true;
  const wrong = mistaken(before, there(), isGone);
  return wrong.map((text) => `once its author is erased: ${text}`);
}

/** Somebody else of the village, who writes none of it. */
const named = { villageId: 'v01', householdNumber: 15, name: testHeadName(15) };

/** The name goes, the words around it stay. */
async function onceTheyAreErased({ town, there, named: namedIn }: Told): Promise<string[]> {
  const [words, names] = [there(), namedIn().filter(({ isNamed }) => isNamed)];
  await town.administrator.must(people.eraseMember, named);
  town.clock.advanceDays(1);
  await night(town);
  const isGone = (place: Place) => said(place)?.goesWithWhomItNames === true;
  const wrong = [
    ...mistaken(words, there(), () => false).map((text) => `its words: ${text}`),
    ...mistaken(names, namedIn(), isGone).map((text) => `its name: ${text}`),
  ];
  return wrong.map((text) => `once whom it names is erased: ${text}`);
}

test.each(everyWritten)(
  '$name: what is written stands where the cards say, and goes when they say',
  async (each) => {
    const prepared = await prepare(each);
    expect(prepared.call.as).not.toEqual({ openid: headOpenid(1, 15) });
    const told = await tell(each, prepared);
    const places = told.there();
    const problems = each.texts
      .filter((text) => !places.some(({ from }) => from === text.path))
      .map((text) => `${text.path} is kept nowhere`);
    for (const place of places) {
      reached.add(`${place.collection} ${place.path}`);
      if (said(place)) continue;
      problems.push(
        `${inWords(place)}: the card of ${place.collection} does not say how long (${kindPage})`,
      );
    }
    problems.push(...(await asTimeGoes(told)));
    problems.push(...(await onceTheAuthorIsErased(each, await tell(each, prepared), prepared)));
    problems.push(...(await onceTheyAreErased(await tell(each, prepared, named.name))));
    expect(problems).toEqual([]);
  },
  longMs,
);

test('words that nobody erases are named, with their collection and field', async () => {
  const each = everyWritten.find(({ name }) => name === 'points.declare-deed');
  if (!each) throw new Error('deeds are declared');
  const told = await tell(each, await prepare(each));
  expect(await asTimeGoes(told, async () => undefined)).toEqual([
    'after 181 days: note in records.note still stands, its card says otherwise',
    'after 280 days: note in records.note still stands, its card says otherwise',
  ]);
});

test('every field that a card names for its words was written to, or it says why not', () => {
  const silent = everyCollection.flatMap((collection) => {
    const { freeText } = kindOf(collection);
    if (freeText === 'none') return [];
    return Object.entries(freeText).flatMap(([pattern, { unreached }]) => {
      const was = [...reached].some((each) => {
        const [name = '', path = ''] = each.split(' ');
        return name === collection && covers(pattern, path);
      });
      return was === (unreached === undefined) ? [] : [`${collection}.${pattern}`];
    });
  });
  expect(silent).toEqual([]);
});
