import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build, type Plugin, stop as stopEsbuild } from 'esbuild';
import { bundling } from '../../../config/functions/build-functions';
import { lazySdk } from '../../../config/functions/lazy-sdk';
import { projectDirectory } from '../../../config/run/project-directory';
import { startCloud } from '../../../local-cloud';
import { askings, everyInARow } from './callers';

const folder = mkdtempSync(path.join(tmpdir(), 'identity-'));
const served = path.join(projectDirectory, 'cloudfunctions/runtime/serve.ts');
afterAll(async () => {
  await stopEsbuild();
  rmSync(folder, { recursive: true });
});

/** A mistake put into `serve.ts`: what stands there, and what stands there instead. */
type Mistake = readonly (readonly [RegExp, string])[];

function plant(mistake: Mistake): Plugin {
  return {
    name: 'plant',
    setup({ onLoad }) {
      onLoad({ filter: /runtime\/serve\.ts$/ }, () => {
        let contents = readFileSync(served, 'utf8');
        for (const [pattern, wrong] of mistake) {
          const before = contents;
          contents = contents.replace(pattern, wrong);
          if (contents === before) throw new Error(`${pattern} does not stand in serve.ts`);
        }
        return { contents, loader: 'ts', resolveDir: path.dirname(served) };
      });
    },
  };
}

async function bundle(name: string, mistake: Mistake): Promise<string> {
  const directory = path.join(folder, name);
  mkdirSync(path.join(directory, 'points'), { recursive: true });
  writeFileSync(path.join(directory, 'points/config.json'), '{"timeout":20}');
  await build({
    ...bundling,
    plugins: [lazySdk, plant(mistake)],
    entryPoints: [path.join(__dirname, 'main.ts')],
    outfile: path.join(directory, 'points/index.js'),
    logLevel: 'error',
  });
  return directory;
}

/** Calls one warm instance over the wire, so many callers in a row: what was wrong. */
async function differences(name: string, row: number, mistake: Mistake = []): Promise<string[]> {
  const indexesFile = path.join(folder, 'indexes.json');
  writeFileSync(indexesFile, '{"towns":[],"persons":[]}');
  // Wide open, so that it is the function alone who keeps callers apart.
  const rulesFile = path.join(folder, 'rules.json');
  writeFileSync(rulesFile, '{"functions":{"*":{"invoke":true}}}');
  const cloud = await startCloud({
    ...{ port: 0, dataDirectory: null, indexesFile, rulesFile },
    maximumWorkersPerFunction: 1,
    functionsDirectory: await bundle(name, mistake),
    environment: { JIFEN_SECRET: 'a secret of the tests, long enough' },
  });
  const wrong = new Set<string>();
  const processes = new Set<number>();
  try {
    const each = Object.entries(askings);
    let before = 'nobody yet';
    for (const at of everyInARow(each.length, row)) {
      const [caller, { headers, event, who }] = each[at] as (typeof each)[number];
      const response = await fetch(`${cloud.url}/functions/points`, {
        ...{ method: 'POST', headers, body: JSON.stringify(event) },
      });
      const { value } = (await response.json()) as { value?: { who: string; processId: number } };
      if (value) processes.add(value.processId);
      if (value?.who !== who) wrong.add(`${caller} after ${before}: ${value?.who}`);
      before = caller;
    }
  } finally {
    await cloud.stop();
  }
  expect(processes.size).toBe(1);
  return [...wrong];
}

test('every three callers in a row: each is taken for who the platform says it is', async () => {
  const walk = everyInARow(Object.keys(askings).length, 3);
  const triples = new Set(walk.slice(2).map((_, at) => walk.slice(at, at + 3).join()));
  expect(triples.size).toBe(Object.keys(askings).length ** 3);
  expect(await differences('right', 3)).toEqual([]);
}, 120_000);

const read = /return \{ \.\.\.\(environment \?\? environ\) \};/;
const mistakes: Record<string, { mistake: Mistake; seen: RegExp }> = {
  'the identity from the event': {
    mistake: [[/= saidOf\(context\);/, '= { ...saidOf(context), ...(event as object) };']],
    seen: /oThief/,
  },
  'the timer from the event': {
    mistake: [
      [/identityOf\(said\),/, 'identityOf(said, event),'],
      [/TCB_SOURCE \}: Said\)/, 'TCB_SOURCE }: Said, event: any)'],
      [/const isTimer =/, "const isTimer = event.Type === 'Timer' ||"],
    ],
    seen: /administrator's key with the event of a timer after .*: timer/,
  },
  'a web user taken for the timer': {
    mistake: [
      [/identityOf\(said\),/, 'identityOf(said, event),'],
      [/TCB_SOURCE \}: Said\)/, 'TCB_SOURCE }: Said, event: any)'],
      [/!TCB_UUID && isTimer/, "(isTimer || TCB_UUID && event.Type === 'Timer')"],
    ],
    seen: /a web user with the event of a timer after .*: timer/,
  },
  'the caller before inherited': {
    mistake: [[read, 'return { ...tcb.getCloudbaseContext(context) };']],
    seen: /(nobody|a web user|the administrator's key) after a WeChat user: oFirst/,
  },
  'the timer before inherited': {
    mistake: [
      [/TRIGGER_SRC === 'timer'/, "process.env.TRIGGER_SRC === 'timer'"],
      [/ {4}forgetTheTimer\(said\);\n/, ''],
    ],
    seen: /nobody after the timer: timer/,
  },
  'the environment of the process': {
    mistake: [[/= saidOf\(context\);/, '= { ...process.env, ...saidOf(context) };']],
    seen: /nobody after a WeChat user: oFirst/,
  },
};

test.each(Object.entries(mistakes))(
  'planted: %s is found',
  async (name, { mistake, seen }) => {
    const found = await differences(name.replaceAll(' ', '-'), 2, mistake);
    expect(found.join('\n')).toMatch(seen);
  },
  120_000,
);
