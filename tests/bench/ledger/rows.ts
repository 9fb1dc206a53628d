import { inWords } from '../first-call/quartiles';
import type { BenchRow } from '../section';
import { requestMs } from '../town/metered-store';
import type { Measured } from './growth';

type Pick = (measured: Measured) => number;

const requests: Pick = ({ cost }) => cost.requests;
const touched: Pick = ({ cost }) => cost.examined + cost.written;
const counted: Pick = (each) => requests(each) + touched(each);
const ms: Pick = ({ cost }) => cost.ms.median;
/** As over a network: what was measured has none. */
const msAway: Pick = (each) => ms(each) + requests(each) * requestMs;

/** At every size, smallest first. */
type Line = readonly Measured[];

function lineOf(measured: readonly Measured[], method: string, operation: string): Line {
  return measured
    .filter((each) => each.method === method && each.operation === operation)
    .sort((left, right) => left.entries - right.entries);
}

const at = (line: Line, place: number) => line.at(place) as Measured;
const timeInWords = (each: Measured) => inWords(each.cost.ms, 3);

/** Two rows an operation: what it costs at each size, smallest first, and how long it takes. */
export function growthRows(measured: readonly Measured[]): BenchRow[] {
  const names = new Set(measured.map(({ method, operation }) => `${method}\n${operation}`));
  return [...names].flatMap((name): BenchRow[] => {
    const [method = '', operation = ''] = name.split('\n');
    const line = lineOf(measured, method, operation);
    const joined = (pick: Pick) => line.map((each) => Number(pick(each).toFixed(2))).join(' ');
    const counts = [
      `requests ${joined(requests)}`,
      `documents read ${joined(({ cost }) => cost.examined)}`,
      `written ${joined(({ cost }) => cost.written)}`,
    ];
    const rates = line.map((each) => Number((1000 / ms(each)).toPrecision(3)));
    const times = [`ms ${line.map(timeInWords).join(' ')}`, `a second ${rates.join(' ')}`];
    return [
      { what: `${method}: ${operation}`, value: counts.join(' · '), unit: '' },
      { what: `${method}: ${operation}, time`, value: times.join(' · '), unit: '' },
    ];
  });
}

/** @param most null for a figure without an aim; it is judged before it is rounded */
function ratioRow(what: string, value: number, most: number | null, of: string): BenchRow {
  const row = { what, value: Number(value.toFixed(3)), unit: '×', of };
  return most === null ? row : { ...row, aim: `≤ ${most}`, met: value <= most };
}

const flat = 1.1;
const noMore = 1;
const pageRequests = 3;

function growthOf(what: string, line: Line, most: number | null, pick: Pick): BenchRow {
  const [short, long] = [at(line, 0), at(line, -1)];
  const words = pick === ms ? timeInWords : (each: Measured) => String(pick(each));
  const of = `${words(short)} to ${words(long)}`;
  return ratioRow(what, pick(long) / pick(short), most, of);
}

function awayInWords({ cost }: Measured): string {
  const waitedMs = cost.requests * requestMs;
  const { lower, median, upper } = cost.ms;
  const moved = { lower: lower + waitedMs, median: median + waitedMs, upper: upper + waitedMs };
  return inWords(moved, 2);
}

type Against = { safe: Line; records?: number; mostAway?: number };

/** Ours in the longest book, a record of those it posts, against medici's safe mode there. */
function againstSafe(
  name: string,
  line: Line,
  { safe: safeLine, records = 1, mostAway = noMore }: Against,
): BenchRow[] {
  const [own, safe] = [at(line, -1), at(safeLine, -1)];
  const of = records === 1 ? '' : ` for ${records}`;
  const row = (what: string, pick: Pick, words: (each: Measured) => string, most = noMore) =>
    ratioRow(
      `${name} to medici safe, longest book: ${what}`,
      pick(own) / records / pick(safe),
      most,
      `${words(own)}${of} to ${words(safe)}`,
    );
  const counts = (each: Measured) => `${requests(each)} + ${touched(each)}`;
  return [
    row('requests + documents', counted, counts),
    row('time without a network, ms', ms, timeInWords),
    row(`time at an assumed ${requestMs} ms a request, ms`, msAway, awayInWords, mostAway),
  ];
}

/** Every way to a balance side by side, also those in which medici is as good. */
function balanceRow(measured: readonly Measured[]): BenchRow {
  const longest = (method: string, operation: string) =>
    at(lineOf(measured, method, operation), -1);
  const ways = {
    ours: longest('ours', 'balance'),
    'medici with a snapshot of today': longest('medici', 'balance, snapshot of today'),
    'of yesterday': longest('medici', 'balance, snapshot of yesterday'),
    'and its recount': longest(
      'medici',
      'balance, snapshot of yesterday, until its recount is done',
    ),
    'none yet': longest('medici', 'balance, first of a snapshot'),
    'no snapshots': longest('medici', 'balance, no snapshots'),
    'naive sum': longest('naive', 'balance'),
  };
  const words = Object.entries(ways).map(
    ([way, each]) => `${way} ${requests(each)} + ${each.cost.examined}`,
  );
  return {
    what: 'a balance, longest book: requests + documents read',
    value: words.join(' · '),
    unit: '',
  };
}

/** The aims that the ledger answers, each beside its figure. */
export function aimRows(measured: readonly Measured[]): BenchRow[] {
  const line = (method: string, operation: string) => lineOf(measured, method, operation);
  const post = line('ours', 'post');
  const whole = line('ours', 'post with record');
  const two = line('ours', 'post two with their records');
  const safe = line('medici', 'post, safe mode');
  const most = (lines: Line[], pick: Pick) => Math.max(...lines.flat().map(pick));
  const balance = most([line('ours', 'balance')], touched);
  const page = most([line('ours', 'page: newest'), line('ours', 'page: anywhere')], requests);
  const grown = 'shortest to longest book';
  return [
    growthOf(`our post, ${grown}: requests + documents`, post, flat, counted),
    growthOf(`our post, ${grown}: time, ms`, post, flat, ms),
    growthOf(`the same with its record: requests + documents`, whole, flat, counted),
    growthOf(`the same with its record: time, ms`, whole, flat, ms),
    growthOf('medici safe: time, ms', safe, null, ms),
    growthOf(
      'a bare insert of one row on the same engine: time, ms',
      line('naive', 'post'),
      null,
      ms,
    ),
    ...againstSafe('our post', post, { safe }),
    // Two requests that a ledger alone does not have: the record is read and moved.
    ...againstSafe('our post with record', whole, { safe, mostAway: 1.2 }),
    ...againstSafe('each of two posted with their records', two, { safe, records: 2 }),
    { what: 'our balance', value: balance, unit: 'documents', aim: '= 1', met: balance === 1 },
    balanceRow(measured),
    growthOf(
      `medici balance without snapshots, ${grown}: documents`,
      line('medici', 'balance, no snapshots'),
      null,
      touched,
    ),
    {
      what: 'our statement page, any page of any book',
      value: page,
      unit: 'requests',
      aim: `≤ ${pageRequests}`,
      met: page <= pageRequests,
    },
  ];
}

/** What the rows against medici's safe mode do not say. */
export function mediciNotes(measured: readonly Measured[]): string[] {
  const longest = (method: string, operation: string) =>
    at(lineOf(measured, method, operation), -1);
  const post = longest('ours', 'post');
  const whole = longest('ours', 'post with record');
  const safe = longest('medici', 'post, safe mode');
  const unbegun = msAway(safe) - requestMs;
  const against = (each: Measured) => (msAway(each) / unbegun).toFixed(2);
  return [
    `One of medici's ${requests(safe)} requests is the beginning of its transaction: the engine ` +
      'counts it, as CloudBase is asked for it, and a MongoDB server is not. Without it our post ' +
      `takes ${against(post)} × its time at ${requestMs} ms a request, with its record ` +
      `${against(whole)} ×.`,
    `With its record it does more than medici: it moves the record, ` +
      `${requests(whole) - requests(post)} requests and ${touched(whole) - touched(post)} ` +
      'documents that a ledger alone does not have.',
  ];
}
