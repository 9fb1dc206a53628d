import { readFileSync } from 'node:fs';
import path from 'node:path';
import budgets from '../../../config/budgets.json';
import { quickSeed } from '../../../config/run/quick-seed';
import { dist } from './drive';
import { largestOf, measureSetData } from './measure-set-data';
import { openings } from './pages';

const seed = 20261123;
/** As many as make a list that is sent whole pass the budget; `npm run bench` takes more. */
const rows = 100;
const lines = 100;
const limitMs = 600_000;

/** `npm run prove` measures everything; here a third takes its turn, by the seed. */
const isWhole = process.env.SET_DATA === 'whole';
const turns = 3;
const taken = <Each>(all: readonly Each[]): readonly Each[] =>
  isWhole ? all : all.filter((_, index) => index % turns === quickSeed % turns);

type App = { pages: string[]; subPackages: { root: string; pages: string[] }[] };

test('every page of the app has a row that opens it', () => {
  const app = JSON.parse(readFileSync(path.join(dist, 'app.json'), 'utf8')) as App;
  const inPackages = app.subPackages.flatMap(({ root, pages }) =>
    pages.map((page) => `${root}/${page}`),
  );
  expect(Object.keys(openings).sort()).toEqual([...app.pages, ...inPackages].sort());
});

test(
  'no setData passes its budget: opening every page, typing, ordering, long lists in use',
  async () => {
    const costs = await measureSetData(rows, lines, seed, taken);
    expect(Object.keys(costs.openings).length).toBe(taken(Object.keys(openings)).length);
    const { statement } = costs;
    expect(statement.lines).toBeGreaterThanOrEqual(lines);
    // An order has two lines and is one event; everything else is told line by line.
    expect(statement.events).toBeGreaterThan(statement.lines / 2);
    expect(statement.steps.length).toBe(Math.ceil(statement.lines / 20) - 1);
    const { where, bytes } = largestOf(costs);
    const allowed = budgets.largestSetDataBytes;
    const told =
      `${where} sends ${bytes} bytes in one setData and may send ${allowed}: ` +
      'show a long list part by part (Growing), give what comes and goes a place of its own, ' +
      'or raise the number in config/budgets.json to 10 % above what is then reached.';
    expect(bytes <= allowed ? '' : told).toBe('');
    expect(allowed).toBeLessThanOrEqual(32 * 1024);
  },
  limitMs,
);
