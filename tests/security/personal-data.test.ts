import indexes from '../../config/database/indexes.json';
import inventory from '../../config/database/personal-data.json';
import { registry } from '../../config/run/registry';
import { retentionDays } from '../../src/domain/people/retention';
import type { Kind } from '../proof/kind';
import { covers } from '../proof/kind-problems';
import { everyCollection, kindOf, kindPage } from '../proof/kinds';
import type { ProofTown } from '../proof/town';
import { pathsOf } from '../proof/value-paths';
import { eachValue } from '../support/each-value';
import { addFields, type StoredFields, visitTowns, withoutAllShadows } from './stored-fields';

type Personal = {
  fields: string[];
  what: string;
  why: string;
  ground: string;
  seenBy: string;
  kept: string;
  erased: string;
};
type Collection = { personal: Personal[]; notPersonal: string[]; note?: string };
const inventoryFile = 'personal-data.json';
const collections: Record<string, Collection> = inventory.collections;
const entries = Object.entries(collections).flatMap(([name, { personal }]) =>
  personal.map((each) => ({ name, ...each })),
);

const patternsOf = ({ personal, notPersonal }: Collection) => [
  ...personal.flatMap(({ fields }) => fields),
  ...notPersonal,
];

/** Names, phone numbers and openids of the test register, wherever they stand in a text. */
const ofAPerson =
  /试户|(?<![0-9A-Za-z])100\d{8}(?![0-9A-Za-z])|\bhead-v0|newly-come|waits-for-an-answer/;

/** Every field after every action, an action added later with its own; and where people stand. */
let stored: StoredFields;
const found = new Map<string, Set<string>>();
const logged: string[] = [];
const nobodys = new Set<string>();

function notePlacesOfPeople({ engine }: ProofTown, name: string): void {
  const note = (path: string, value: unknown) => {
    if (typeof value !== 'string' || !ofAPerson.test(value)) return;
    found.set(name, (found.get(name) ?? new Set()).add(path));
  };
  for (const document of engine.find(name)) eachValue(document, '', note);
}

const ownersIn = { household: 'households', village: 'villages', shop: 'shops' } as const;

/** A person’s id, or the look-up of somebody whom nobody knows yet. */
const nameOfAPerson = /(^|\.)([0-9a-f]{32}|[0-9A-HJKMNP-TV-Z]{26})/;

/** Whether the field that says whose it is names somebody. */
function isOwned({ engine }: ProofTown, { owner }: Kind, document: Record<string, unknown>) {
  if (owner.whose === 'town' || owner.whose === 'nobody') return true;
  // Of the town's own offices, and who was invited to them.
  if (document.villageId === 'town') return true;
  const id = String(document[owner.by]);
  return owner.whose === 'person'
    ? nameOfAPerson.test(id)
    : engine.get(ownersIn[owner.whose], id) !== null;
}

function noteWhatIsNobodys(town: ProofTown, name: string): void {
  const kind = kindOf(name);
  const isLost = town.engine.find(name).some((document) => !isOwned(town, kind, document));
  if (isLost) nobodys.add(`${name}: ${JSON.stringify(kind.owner)}`);
}

beforeAll(async () => {
  const fields = new Map<string, Set<string>>();
  await visitTowns((town) => {
    addFields(town, fields);
    for (const name of town.engine.collections()) {
      notePlacesOfPeople(town, name);
      noteWhatIsNobodys(town, name);
    }
    const lines = town.log.map((line) => JSON.stringify(line));
    logged.push(...lines.filter((line) => ofAPerson.test(line)));
  });
  stored = withoutAllShadows(fields);
}, 120_000);

test('every collection stands in the inventory, and no other', () => {
  const where = { 'indexes.json': Object.keys(indexes), [inventoryFile]: Object.keys(collections) };
  const problems = Object.entries(where).flatMap(([file, names]) =>
    [...everyCollection, ...Object.keys(collections)]
      .filter((name) => !names.includes(name))
      .map(
        (name) => `the collection ${name} does not stand in config/database/${file} (${kindPage})`,
      ),
  );
  expect(problems).toEqual([]);
});

test('every field that is stored is declared: about a person, or not', () => {
  const missing: string[] = [];
  const stale: string[] = [];
  for (const [name, paths] of stored) {
    const patterns = patternsOf(collections[name] ?? { personal: [], notPersonal: [] });
    for (const path of paths) {
      const times = patterns.filter((pattern) => covers(pattern, path)).length;
      if (times !== 1)
        missing.push(`${name}.${path} is declared ${times} times in ${inventoryFile}`);
    }
    const none = patterns.filter((pattern) => ![...paths].some((path) => covers(pattern, path)));
    stale.push(...none.filter((pattern) => pattern !== '*').map((each) => `${name}.${each}`));
  }
  expect(missing).toEqual([]);
  expect(stale).toEqual([]);
});

test('each says what, why, on what ground, who sees it, how long, and how it goes', () => {
  const actions = Object.values(registry).flatMap((all) =>
    all.map(({ contract }) => contract.action),
  );
  for (const { name, fields, ...said } of entries) {
    for (const words of Object.values(said)) expect([name, words.length > 1]).toEqual([name, true]);
    expect(fields.length).toBeGreaterThan(0);
    const named = said.erased.match(/[a-z]+(-[a-z]+)+/g) ?? [];
    expect(actions).toEqual(expect.arrayContaining(named));
    const goes = named.length > 0 || /^(stays:|随申请整份删除)/.test(said.erased);
    expect([name, fields[0], goes]).toEqual([name, fields[0], true]);
  }
});

test('the days it promises are the days the nightly job keeps to', () => {
  const kept = [...entries, ...inventory.files].map((each) => each.kept).join(' ');
  const promised = [...kept.matchAll(/(\d+)天/g)].map(([, days]) => Number(days));
  const held = new Set<number>(Object.values(retentionDays));
  expect(new Set(promised)).toEqual(held);
});

test('names, numbers and openids stand where the inventory says, never in logs or ledger', () => {
  const places = [...found].map(([name, paths]) => [name, [...paths].sort()]);
  expect(Object.fromEntries(places)).toEqual({
    households: ['headName'],
    members: ['name', 'phone'],
    persons: ['name', 'openid'],
    'join-requests': ['name'],
    'life-events': ['change.line.name', 'change.line.phone'],
    // What the town cut, until a second person has looked.
    links: ['cutPhone'],
    offices: ['name'],
    'office-acts': ['name'],
    erasures: ['name'],
  });
  expect(logged).toEqual([]);
});

test('every document is somebody’s, by the field that its card names', () => {
  expect([...nobodys]).toEqual([]);
});

/** What the inventory says of a field; a field about nobody is kept and shown as it may be. */
const inventoryOf = (name: string, path: string) =>
  collections[name]?.personal.find(({ fields }) => fields.some((each) => covers(each, path)));

test('cards and inventory say the same of words: how long, and with whom they go', () => {
  const problems = everyCollection.flatMap((name) => {
    const { freeText } = kindOf(name);
    return Object.entries(freeText === 'none' ? {} : freeText).flatMap(([path, said]) => {
      const { kept = '', erased = 'stays:' } = inventoryOf(name, path) ?? {};
      const days = typeof said.kept === 'string' ? [`${retentionDays[said.kept]}天`] : [];
      const promised: string[] = kept.match(/\d+天/g) ?? [];
      const isSame = days.length === 0 ? promised.length === 0 : promised.includes(days[0] ?? '');
      const goes = said.goesWithAuthorOf || said.goesWithWhomItNames;
      const isErased = erased.includes('erase-me、erase-member') || days.length > 0;
      return isSame && (!goes || isErased) ? [] : [`${name}.${path}: ${kept}; ${erased}`];
    });
  });
  expect(problems).toEqual([]);
});

test('what the inventory lets nobody see no card shows, and cards show only what is stored', () => {
  const problems = everyCollection.flatMap((name) => {
    const { insiders, outsiders } = kindOf(name).readers;
    return pathsOf([...insiders, ...outsiders]).flatMap((path) => {
      const isStored = [...(stored.get(name) ?? [])].some((each) => covers(path, each));
      const isHidden = /^(不出云函数|谁也看不到)/.test(inventoryOf(name, path)?.seenBy ?? '');
      const said = [!isStored && 'is not stored', isHidden && 'never leaves the functions'];
      return said.flatMap((each) => (each ? [`${name}.${path} ${each}`] : []));
    });
  });
  expect(problems).toEqual([]);
});
