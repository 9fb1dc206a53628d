import type { BenchRow } from '../section';
import type { Measured } from './growth';

type Pick = (measured: Measured) => number;

const requests: Pick = ({ cost }) => cost.requests;
const touched: Pick = ({ cost }) => cost.examined + cost.written;
const ms: Pick = ({ cost }) => cost.ms;

function lineOf(measured: readonly Measured[], method: string, operation: string): Measured[] {
  return measured
    .filter((each) => each.method === method && each.operation === operation)
    .sort((left, right) => left.entries - right.entries);
}

const joined = (line: readonly Measured[], pick: Pick) =>
  line.map((each) => Number(pick(each).toFixed(3))).join(' ');

/** One row an operation: what it costs at each size, smallest first. */
export function growthRows(measured: readonly Measured[]): BenchRow[] {
  const names = new Set(measured.map(({ method, operation }) => `${method}\n${operation}`));
  return [...names].map((name) => {
    const [method = '', operation = ''] = name.split('\n');
    const line = lineOf(measured, method, operation);
    const value = [
      `requests ${joined(line, requests)}`,
      `documents ${joined(line, touched)}`,
      `ms ${joined(line, ms)}`,
    ].join(' · ');
    return { what: `${method}: ${operation}`, value, unit: '' };
  });
}

const at = (line: readonly Measured[], place: number) => line.at(place) as Measured;
const growth = (line: readonly Measured[], pick: Pick) => pick(at(line, -1)) / pick(at(line, 0));

function ratioRow(what: string, value: number, most: number | null): BenchRow {
  const row = { what, value: Number(value.toFixed(2)), unit: '×' };
  return most === null ? row : { ...row, aim: `≤ ${most}`, met: row.value <= most };
}

const flat = 1.1;
const pageRequests = 3;

/** The aims of performance point 3 that the ledger answers, each beside its figure. */
export function aimRows(measured: readonly Measured[]): BenchRow[] {
  const ours = (operation: string) => lineOf(measured, 'ours', operation);
  const medici = (operation: string) => lineOf(measured, 'medici', operation);
  const cost: Pick = (each) => requests(each) + touched(each);
  const post = ours('post');
  const whole = ours('post with record and lease');
  const safe = medici('post, safe mode');
  const longest = (line: readonly Measured[], pick: Pick) => pick(at(line, -1));
  const most = (lines: Measured[][], pick: Pick) => Math.max(...lines.flat().map(pick));
  const balance = most([ours('balance')], touched);
  const page = most([ours('page: newest'), ours('page: anywhere')], requests);
  return [
    ratioRow('our post, shortest to longest book: requests + documents', growth(post, cost), flat),
    ratioRow('the same with record and lease', growth(whole, cost), flat),
    ratioRow('our post, shortest to longest book: time', growth(post, ms), null),
    ratioRow('the same with record and lease: time', growth(whole, ms), null),
    ratioRow(
      'a bare insert of one row on the same engine: time',
      growth(lineOf(measured, 'naive', 'post'), ms),
      null,
    ),
    ratioRow(
      'our post to medici safe, longest book: time',
      longest(post, ms) / longest(safe, ms),
      1,
    ),
    ratioRow(
      'our post with record and lease to medici safe: time',
      longest(whole, ms) / longest(safe, ms),
      1,
    ),
    ratioRow(
      'our post to medici safe, longest book: requests + documents',
      longest(post, cost) / longest(safe, cost),
      1,
    ),
    ratioRow(
      'medici balance without snapshots, shortest to longest: documents',
      growth(medici('balance, no snapshots'), touched),
      null,
    ),
    { what: 'our balance', value: balance, unit: 'documents', aim: '= 1', met: balance === 1 },
    {
      what: 'our statement page, any page of any book',
      value: page,
      unit: 'requests',
      aim: `≤ ${pageRequests}`,
      met: page <= pageRequests,
    },
  ];
}
