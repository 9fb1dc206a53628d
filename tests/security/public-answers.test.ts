import { registry } from '../../config/run/registry';
import type { FunctionName } from '../../src/contracts/contract';
import { yearOf } from '../../src/domain/kernel/time';
import type { ProofTown } from '../proof/town';
import { headOpenid } from '../support/town';
import type { MadePerson } from './public-people';
import { openPublicStage, type PublicStage } from './public-stage';

/** `PUBLIC_SEED=7 PUBLIC_PEOPLE=500 npx jest tests/security/public-answers` makes other towns. */
const seed = Number(process.env.PUBLIC_SEED ?? 20261123);
const peopleInAll = Number(process.env.PUBLIC_PEOPLE ?? 10_000);
const peopleInATown = 500;
const villageId = 'v01';

type Inputs = (stage: PublicStage) => unknown[];

/** Everybody in the register whom a stranger might name: five guesses are all they have. */
const guesses: Inputs = ({ people }) =>
  people.slice(0, 6).map(({ householdNumber, name }) => ({
    ...{ villageId, householdNumber, name, namesShown: true },
  }));

/** A few in each town, others in the next: each answer is drawn anew, which takes its time. */
function someMatterKeys({ town, seed: townSeed }: PublicStage): unknown[] {
  const matters = town.engine.find('matters', { query: { villageId }, limit: 1000 });
  const keys = matters.map(({ key }) => key);
  return Array.from({ length: 6 }, (_, index) => keys[(townSeed * 6 + index) % keys.length]);
}

/** What anybody, or any WeChat user, may ask for: every such action of the registry. */
const publicCalls: Readonly<Record<string, Inputs>> = {
  'people.list-villages': () => [{}],
  'people.read-village': () => [{ villageId }],
  'people.who-am-i': () => [{}],
  'people.join': guesses,
  'people.erase-me': () => [{}],
  'points.list-items': () => [{ villageId }],
  'points.read-board': () => [{ villageId }],
  'points.read-record': ({ recordIds }) => recordIds.map((recordId) => ({ recordId })),
  'exchange.list-shops': () => [{ villageId }],
  'exchange.list-goods': () => [{ shopId: 'shop-v01' }],
  'lists.list-matters': ({ people }) => [
    { villageId },
    ...people.slice(0, 3).map(({ name }) => ({ villageId, search: name })),
  ],
  'lists.read-matter': (stage) => someMatterKeys(stage).map((key) => ({ villageId, key })),
  'lists.list-certificates-not-issued': () => [{}],
  'town.found-town': () => [
    { foundingSecret: 'open sesame', townName: '镇', owner: '镇政府', sample: true },
  ],
  // Its answer holds the asker's own number, in a token for the asker alone.
  'wechat.read-phone-number': () => [{ code: 'phone:10000000001' }],
};

test('every action that is open to everybody or to any WeChat user is asked', () => {
  const open = Object.entries(registry).flatMap(([functionName, actions]) =>
    actions
      .filter(({ allow }) => allow.some(({ who }) => who === 'anyone' || who === 'wechat-user'))
      .map(({ contract }) => `${functionName}.${contract.action}`),
  );
  expect(Object.keys(publicCalls).sort()).toEqual(open.sort());
});

/** Why somebody may be refused here; anything else would be no answer to look at. */
const refusals = new Set([
  ...['log-in-first', 'record-not-found', 'secret-wrong', 'nothing-kept'],
  ...['already-joined', 'member-taken', 'too-many-tries'],
]);

/** Everything the public actions answer somebody, as one text; null is nobody. */
async function answersFor(stage: PublicStage, openid: string | null): Promise<string> {
  const answers: unknown[] = [];
  for (const [name, inputsOf] of Object.entries(publicCalls)) {
    const [functionName, action] = name.split('.') as [FunctionName, string];
    // Members keep their membership: the others have asked to be forgotten, and nothing was there.
    if (action === 'erase-me' && openid?.startsWith('head-')) continue;
    for (const input of inputsOf(stage)) {
      const event = { action, input, commandId: stage.town.newId() };
      const answer = await stage.town.send(functionName, event, openid);
      if (!answer.ok) expect([...refusals]).toContain(answer.error.code);
      answers.push(answer);
    }
  }
  return JSON.stringify(answers);
}

/** What of a person stands in a text: names of kinds, never the thing itself. */
function leaksOf(person: MadePerson, text: string, day: string): string[] {
  const { name, idNumber, phone, address, latitude, birthYear } = person;
  const minor = yearOf(day) - birthYear <= 18;
  const found = [
    ...(text.includes(name) ? [minor ? 'name of a minor' : 'name'] : []),
    ...(text.includes(name.replace(/[\s·.]/g, '')) ? ['name without its spaces'] : []),
    ...(text.includes(idNumber) ? ['id number'] : []),
    ...(text.includes(phone) ? ['phone'] : []),
    ...(text.includes(address) ? ['address'] : []),
    ...(text.includes(address.slice(0, address.indexOf('号') + 1)) ? ['street number'] : []),
    ...(text.includes(String(latitude)) ? ['where they were'] : []),
  ];
  return found.map((what) => `${what} of somebody in household ${person.householdNumber}`);
}

function allLeaks(stage: PublicStage, text: string): string[] {
  const day = stage.town.today();
  return stage.people.flatMap((person) => leaksOf(person, text, day));
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
const seeds = Array.from({ length: townCount }, (_, index) => seed + index);

test.each(seeds)(
  'nothing of anybody stands in a public answer (seed %i)',
  async (townSeed) => {
    const stage = await openPublicStage(townSeed, peopleInATown);
    expect(stage.people.length).toBeGreaterThanOrEqual(peopleInATown);
    // No panel member, whose business a record may be.
    const member = headOpenid(1, 14);
    for (const viewer of [null, 'a-stranger', 'waits', headOpenid(2, 8), member]) {
      const text = await answersFor(stage, viewer);
      const leaks = allLeaks(stage, text);
      expect({ townSeed, viewer, leaks }).toEqual({ townSeed, viewer, leaks: [] });
      const lines = householdLines(text);
      // Households are for logged-in members of the village, by name only where they agreed.
      if (viewer !== member) expect({ viewer, lines }).toEqual({ viewer, lines: [] });
      else {
        expect(lines.length).toBeGreaterThan(0);
        const named = lines.filter((line) => line.includes('*'));
        expect(named.length).toBeGreaterThan(0);
        expect(named.filter((line) => !shownOn(stage.town, line))).toEqual([]);
        // A child is never shown, whoever agreed to it.
        const { headedByAChild } = stage;
        expect(lines.filter((line) => line.includes(`${headedByAChild}号户`))).toContain(
          `${headedByAChild}号户`,
        );
        expect(named.filter((line) => line.includes(`(${headedByAChild}号户`))).toEqual([]);
      }
    }
    expect(allLeaks(stage, JSON.stringify(stage.town.log))).toEqual([]);
  },
  120_000,
);

test('a leak would be seen: what cadres may read does hold such things', async () => {
  const stage = await openPublicStage(seed, 30);
  const seen: unknown[] = [];
  for (const recordId of stage.recordIds) {
    const event = { action: 'read-record', input: { recordId } };
    seen.push(await stage.town.send('points', event, headOpenid(1, 2)));
  }
  const kinds = new Set(allLeaks(stage, JSON.stringify(seen)).map((leak) => leak.split(' of ')[0]));
  for (const kind of [
    'name',
    'id number',
    'phone',
    'address',
    'street number',
    'where they were',
  ]) {
    expect([...kinds]).toContain(kind);
  }
});
