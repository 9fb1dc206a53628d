import { cpSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { State } from '../../../local-cloud/state';
import { type Random, randomFrom } from '../../support/random';
import {
  databaseName,
  documentsOf,
  type GoodFolder,
  makeGoodFolder,
  openFolder,
  type Truth,
} from './good-folder';
import { harmRow, type RowHarm, rowHarms, sealAgain } from './other-moments';
import { holds } from './wire';

export type DamageResult = {
  cases: number;
  /** The start refused with a sentence. */
  startRefused: number;
  /** It started, and what was asked for was refused with a sentence. */
  readRefused: number;
  /** It started and every answer was right: the damage lay where nothing is. */
  harmless: number;
  byPart: Record<string, number>;
};

type Kind = 'cut' | 'flip' | 'lost' | RowHarm;
type Case = { folder: 'clean' | 'hot'; file: string; kind: Kind };

const fileKinds: Record<string, (name: string) => boolean> = {
  database: (name) => name === 'database/documents.sqlite',
  journal: (name) => name === 'database/documents.sqlite-journal',
  clock: (name) => name === 'clock.json',
  key: (name) => name === 'address-key',
  card: (name) => /^files\/.*\.json$/.test(name),
  bytes: (name) => /^files\/.*\.bin$/.test(name),
  // Of these no byte is damaged: what is there is not of one moment.
  rows: (name) => name === 'database/documents.sqlite',
  moment: (name) => name === 'database/documents.sqlite-journal',
};
/** The database most often: nearly everything is in it. */
const parts = [
  ...Array<string>(5).fill('database'),
  ...Array<string>(3).fill('journal'),
  ...['clock', 'key', 'card', 'bytes', 'rows', 'rows', 'moment'],
];
/** What must be found at the start, wherever it fell. */
const foundAtStart: readonly Kind[] = [...rowHarms, 'lost'];

function filesUnder(directory: string): string[] {
  return readdirSync(directory, { recursive: true })
    .map(String)
    .filter((name) => statSync(path.join(directory, name)).isFile())
    .sort();
}

function isRowHarm(kind: Kind): kind is RowHarm {
  return rowHarms.some((each) => each === kind);
}

/** Cuts the file somewhere, flips one to eight bits of it, or what else the kind is; says where. */
function harm(random: Random, good: GoodFolder, file: string, kind: Kind): string {
  if (isRowHarm(kind)) return harmRow(random, file, good.earlier, kind);
  if (kind === 'lost') {
    rmSync(file);
    return 'lost';
  }
  const bytes = readFileSync(file);
  if (kind === 'cut') {
    const length = random.integer(bytes.length);
    writeFileSync(file, bytes.subarray(0, length));
    return `cut to ${length} of ${bytes.length} bytes`;
  }
  const flips = Array.from({ length: 1 + random.integer(8) }, () => {
    const [at, bit] = [random.integer(bytes.length), random.integer(8)];
    bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
    return `${at}.${bit}`;
  });
  writeFileSync(file, bytes);
  return `flipped ${flips.join(' ')}`;
}

/** A sentence a clerk understands, which says what to do. */
function isAdvice(error: unknown): boolean {
  const text = error instanceof Error ? error.message : '';
  return /[\u4e00-\u9fff]{4}/.test(text) && text.includes('请');
}

function bytesOfAll(directory: string): string {
  return filesUnder(directory)
    .map((name) => `${name} ${readFileSync(path.join(directory, name)).toString('base64')}`)
    .join('\n');
}

/** Asks a started cloud for everything; true when something was refused with a sentence. */
async function askAll(state: State, truth: Truth): Promise<boolean> {
  const same = JSON.stringify(documentsOf(state)) === JSON.stringify(truth.documents);
  holds(same, 'a document is served that nobody wrote');
  holds(state.clock.offsetMs() === truth.offsetMs, 'the clock shows another time');
  const path = state.addresses.open('get', truth.address.token);
  holds(path === truth.address.path || path === null, 'an address leads elsewhere');
  let refused = path === null;
  for (const [name, content] of truth.files) {
    try {
      const file = await state.files.read(name);
      holds(file !== null, `${name} is said not to exist`);
      holds(content.equals(file.content), `${name} is served with other bytes`);
      holds(file.info.openid === 'resident', `${name} belongs to somebody else`);
    } catch (error) {
      if (!isAdvice(error)) throw error;
      refused = true;
    }
  }
  return refused;
}

type Outcome = 'startRefused' | 'readRefused' | 'harmless';

async function start(directory: string, { folder }: Case, truth: Truth): Promise<Outcome> {
  const before = bytesOfAll(directory);
  let state: State;
  try {
    state = await openFolder(directory);
  } catch (error) {
    holds(isAdvice(error), `refused without advice: ${String(error)}`);
    // An interrupted commit is undone before anything is known; all else stays as it was found.
    const untouched = folder === 'hot' || bytesOfAll(directory) === before;
    holds(untouched, 'a refused folder was changed');
    return 'startRefused';
  }
  try {
    return (await askAll(state, truth)) ? 'readRefused' : 'harmless';
  } finally {
    await state.engine.close();
  }
}

function chooseKind(random: Random, part: string): Kind {
  if (part === 'rows') return random.pick(rowHarms);
  if (part === 'moment') return 'lost';
  return random.chance(0.4) ? 'cut' : 'flip';
}

function chooseCase(random: Random, good: GoodFolder): Case & { part: string } {
  const part = random.pick(parts);
  const isHot = ['journal', 'moment'].includes(part);
  const folder = isHot || (part === 'database' && random.chance(0.3)) ? 'hot' : 'clean';
  const fits = fileKinds[part] ?? (() => false);
  const file = random.pick(filesUnder(good[folder]).filter(fits));
  return { part, folder, file, kind: chooseKind(random, part) };
}

/**
 * The undamaged folders must be served. And what is not of one moment must be refused until the
 * seal is made to fit it: were it found without the seal, these cases would not test the seal.
 */
async function checkControls(good: GoodFolder): Promise<void> {
  for (const folder of ['clean', 'hot'] as const) {
    const copy = path.join(good.root, `control-${folder}`);
    cpSync(good[folder], copy, { recursive: true });
    const outcome = await start(copy, { folder, file: '', kind: 'cut' }, good.truth);
    holds(outcome === 'harmless', `the undamaged ${folder} folder: ${outcome}`);
  }
  for (const kind of foundAtStart) {
    const folder = kind === 'lost' ? 'hot' : 'clean';
    const copy = path.join(good.root, `control-${kind}`);
    cpSync(good[folder], copy, { recursive: true });
    const database = path.join(copy, databaseName);
    harm(randomFrom(1), good, kind === 'lost' ? `${database}-journal` : database, kind);
    const outcome = await start(copy, { folder, file: '', kind }, good.truth);
    holds(outcome === 'startRefused', `${kind} is not refused at the start: ${outcome}`);
    sealAgain(database);
    const { engine } = await openFolder(copy);
    await engine.close();
  }
}

/**
 * Damages copies of a good data folder at random places; each seed is one case.
 * @throws Error with the seed and the place when a wrong answer is served, or a refusal gives no
 *   advice
 */
export async function damageCases(options: { cases: number; seed: number }): Promise<DamageResult> {
  const good = await makeGoodFolder();
  const result: DamageResult = {
    ...{ cases: 0, startRefused: 0, readRefused: 0, harmless: 0, byPart: {} },
  };
  try {
    await checkControls(good);
    for (let index = 0; index < options.cases; index += 1) {
      const seed = options.seed + index;
      const random = randomFrom(seed);
      const chosen = chooseCase(random, good);
      const directory = path.join(good.root, 'case');
      cpSync(good[chosen.folder], directory, { recursive: true });
      const where = harm(random, good, path.join(directory, chosen.file), chosen.kind);
      try {
        const outcome = await start(directory, chosen, good.truth);
        const found = outcome === 'startRefused' || !foundAtStart.includes(chosen.kind);
        holds(found, `not refused at the start: ${outcome}`);
        result[outcome] += 1;
        const key = `${chosen.part} ${chosen.kind} ${outcome}`;
        result.byPart[key] = (result.byPart[key] ?? 0) + 1;
      } catch (error) {
        const place = `${chosen.folder} ${chosen.file} ${where}`;
        const again = `npm run under-fire -- --only damage --cases 1 --seed ${seed}`;
        throw new Error(`${place}: ${(error as Error).message}; again: ${again}`);
      }
      result.cases += 1;
      rmSync(directory, { recursive: true });
    }
    return result;
  } finally {
    good.remove();
  }
}
