import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inWords, quartilesOf } from '../first-call/quartiles';
import type { BenchRow, BenchSection } from '../section';
import { measureMs } from './load';
import { type Server, startServer } from './servers';

const rounds = 5;
/** A round goes to and fro between both in lots: the disk is not the same for a second. */
const lotsPerRound = 20;
const documents = 1000;
const aimed = 0.95;
const collectionName = 'records';

/** The size of a record of the product, about 600 characters. */
const documentOf = (id: string) => ({
  ...{ _id: id, villageId: 'v01', householdId: '01JD0000000000000000000000', points: 3 },
  ...{ state: 'on-notice', note: '清理草场上的垃圾,三个人干了一上午。'.repeat(8) },
  photos: ['kept/evidence/01JD0000000000000000000001.jpg'],
  atMs: { $numberLong: '1795000000000' },
});
const addOf = (id: string) => ({
  ...{ action: 'database.insertDocument', collectionName },
  data: [JSON.stringify(documentOf(id))],
});
const readOf = (at: number) => ({
  ...{ action: 'database.getDocument', collectionName, queryType: 'DOC', multi: false },
  query: JSON.stringify({ _id: `d${(at * 7) % documents}` }),
});

type Work = { what: string; callers: number; requests: number; adds: boolean };
const works: readonly Work[] = [
  { what: 'reads by id, 8 callers', callers: 8, requests: 2000, adds: false },
  { what: 'reads by id, 32 callers', callers: 32, requests: 2000, adds: false },
  { what: 'adds, 1 caller', callers: 1, requests: 600, adds: true },
];

let added = 0;

function lotMs(server: Server, { callers, requests, adds }: Work): Promise<number> {
  added += 1;
  const batch = added;
  const body = adds ? (at: number) => addOf(`a${batch}-${at}`) : readOf;
  const answered = adds ? 'insertedIds' : 'on-notice';
  return measureMs(server, { callers, requests: requests / lotsPerRound, body, answered });
}

async function openBoth(folder: string): Promise<{ ours: Server; plain: Server }> {
  const indexes = path.join(folder, 'indexes.json');
  writeFileSync(indexes, JSON.stringify({ [collectionName]: [] }));
  // Without functions, or a timer of the last build would start one in the middle.
  const functions = path.join(folder, 'functions');
  mkdirSync(functions);
  const words = ['--data', path.join(folder, 'ours'), '--indexes', indexes];
  words.push('--functions', functions);
  const ours = await startServer(['local-cloud/main.ts', ...words]);
  const plainFolder = path.join(folder, 'plain');
  const plain = await startServer(['tests/bench/cloud/plain-server.ts', plainFolder]);
  const fill = (at: number) => addOf(`d${at}`);
  for (const server of [ours, plain]) {
    const how = { callers: 8, requests: documents, body: fill, answered: 'insertedIds' };
    await measureMs(server, how);
  }
  return { ours, plain };
}

type Round = { ours: number; plain: number };

/** Both in turn, lot by lot; who comes first changes. */
async function measureRound(ours: Server, plain: Server, work: Work): Promise<Round> {
  const spentMs = { ours: 0, plain: 0 };
  for (let lot = 0; lot < lotsPerRound; lot += 1) {
    const oursFirst = lot % 2 === 0;
    if (oursFirst) spentMs.ours += await lotMs(ours, work);
    spentMs.plain += await lotMs(plain, work);
    if (!oursFirst) spentMs.ours += await lotMs(ours, work);
  }
  const rateOf = (ms: number) => work.requests / (ms / 1000);
  return { ours: rateOf(spentMs.ours), plain: rateOf(spentMs.plain) };
}

/** All rounds after one to warm up, which is not counted. */
async function measureWork(ours: Server, plain: Server, work: Work): Promise<Round[]> {
  const all: Round[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    all.push(await measureRound(ours, plain, work));
  }
  return all.slice(1);
}

function rowOf({ what }: Work, all: readonly Round[]): BenchRow {
  const ratio = quartilesOf(all.map(({ ours, plain }) => ours / plain)).median;
  const rates = (which: keyof Round) => inWords(quartilesOf(all.map((each) => each[which])), 0);
  return {
    what,
    value: Number(ratio.toFixed(2)),
    unit: '×',
    of: `${rates('ours')} a second, plain ${rates('plain')}`,
    aim: `≥ ${aimed}`,
    met: ratio >= aimed,
  };
}

/** local-cloud against one plain libsql table behind the same HTTP route. */
export const cloudSection: BenchSection = {
  name: 'cloud',
  async run() {
    const folder = mkdtempSync(path.join(tmpdir(), 'bench-cloud-'));
    const { ours, plain } = await openBoth(folder);
    try {
      const measured: Round[][] = [];
      for (const work of works) measured.push(await measureWork(ours, plain, work));
      return {
        rows: works.map((work, at) => rowOf(work, measured[at] as Round[])),
        raw: works.map(({ what }, at) => ({ what, rounds: measured[at] })),
        notes: [
          `Medians of ${rounds} rounds interleaved in lots, and (quartiles). Plain: one libsql ` +
            'table behind the same route, same encoding, an fsync with each add; no query, ' +
            'index, transaction, checksum or credentials.',
        ],
      };
    } finally {
      await Promise.all([ours.stop(), plain.stop()]);
      rmSync(folder, { recursive: true });
    }
  },
};
