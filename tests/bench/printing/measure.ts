import { cpSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { projectDirectory } from '../../../config/run/project-directory';
import { documents, town } from '../../../src/contracts';
import type { InputOf, ValueOf } from '../../../src/contracts/contract';
import {
  openPrintingCloud,
  type PrintingCloud,
  shopId,
  villageId,
} from '../../documents/printing-cloud';
import type { Random } from '../../support/random';

type Rendering = ValueOf<typeof documents.printMine>;
type Mine = InputOf<typeof documents.printMine>['print'];
type OfVillage = InputOf<typeof documents.printForVillage>['print'];

/** What is asked of `town`; null where nothing is printed. */
type Call = (town: PrintingCloud) => Promise<Rendering | null>;

const mine = (print: Mine): Call => {
  return ({ resident }) => resident.must(documents.printMine, { print });
};
const ofVillage = (print: OfVillage): Call => {
  return ({ cadre }) => cadre.must(documents.printForVillage, { villageId, print });
};
const cards = { document: 'household-cards' as const, fromNumber: 1 };

export const noDocument = 'no document';
const calls: Readonly<Record<string, Call>> = {
  [noDocument]: async ({ administrator }) => {
    await administrator.must(town.readOverview, {});
    return null;
  },
  'household card': mine({ document: 'household-card' }),
  statement: mine({ document: 'statement', from: '2026-01-01', to: '2026-12-31' }),
  'sheet of ten cards': ofVillage({ ...cards, format: 'sheet', toNumber: 10 }),
  'village code': ofVillage({ document: 'village-code', paper: 'A4' }),
  'shop code': ofVillage({ document: 'shop-code', shopId, paper: 'A4' }),
};

/** Milliseconds of a call in a fresh process, and of the same one again; what it printed. */
export type Printed = { first: number[]; again: number[]; bytes: number; pages: number };

/** The process before is gone by then, and does not run beside the one that is measured. */
const restMs = 20;
const dayMs = 86_400_000;

async function timed(call: () => Promise<Rendering | null>) {
  const startedAtMs = performance.now();
  const rendering = await call();
  return { tookMs: performance.now() - startedAtMs, rendering };
}

async function measureRounds(
  directory: string,
  rounds: number,
  random: Random,
): Promise<Record<string, Printed>> {
  const printed: Record<string, Printed> = {};
  for (const name of Object.keys(calls)) {
    printed[name] = { first: [], again: [], bytes: 0, pages: 0 };
  }
  const cloud = await openPrintingCloud({ functionsDirectory: directory });
  try {
    // Round 0 fills the file caches and is not counted.
    for (let round = 0; round <= rounds; round += 1) {
      for (const [name, call] of random.shuffle(Object.entries(calls))) {
        // A function whose file was touched is served by a new process.
        const now = new Date();
        utimesSync(path.join(directory, 'town/index.js'), now, now);
        await pause(restMs);
        const first = await timed(() => call(cloud));
        const again = await timed(() => call(cloud));
        if (round === 0) continue;
        const own = printed[name] as Printed;
        own.first.push(first.tookMs);
        own.again.push(again.tookMs);
        own.bytes = first.rendering?.bytes ?? 0;
        own.pages = first.rendering?.pages ?? 0;
      }
      // So many a day and person are printed.
      await cloud.client.advance(dayMs);
    }
  } finally {
    await cloud.cloud.stop();
  }
  return printed;
}

/** Every kind of document as the first thing that a fresh process is asked for, and nothing. */
export async function measurePrinting(
  rounds: number,
  random: Random,
): Promise<Record<string, Printed>> {
  const directory = mkdtempSync(path.join(tmpdir(), 'printing-'));
  try {
    cpSync(path.join(projectDirectory, 'dist/cloudfunctions'), directory, { recursive: true });
    // Timers must not call beside what is being measured.
    writeFileSync(path.join(directory, 'jobs/config.json'), '{}\n');
    return await measureRounds(directory, rounds, random);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}
