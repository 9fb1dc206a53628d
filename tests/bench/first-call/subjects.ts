import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build, type Plugin } from 'esbuild';
import { bundling } from '../../../config/functions/build-functions';
import { lazySdk } from '../../../config/functions/lazy-sdk';
import { projectDirectory } from '../../../config/run/project-directory';
import { type Caller, theTimer } from '../../../local-cloud';
import { exchange, jobs, lists, people, points, town, wechat } from '../../../src/contracts';
import type { Contract, FunctionName } from '../../../src/contracts/contract';

/** One function that is called for the first time, and what it is asked. */
export type Subject = {
  name: string;
  /** What its time is held against: the SDKs it carries, bundled, with one trivial read. */
  against: string | null;
  /** The same with what our functions put off: what is more than that is the function's own. */
  deferred: string | null;
  /** Requests to the database a call makes at least: one that makes fewer did not do its work. */
  requests: number;
  /** @param call which call it is: a code of WeChat's works only once */
  event: (call: number) => unknown;
  /** The openid that calls, or the platform's timer. */
  caller: (call: number) => string | Caller;
};

export const villageId = 'v01';
/** Who founded the town and calls everything, but for the timer's work. */
export const administrator = 'first-caller';

/** One cheap query each, so that what is measured is the start and not the work. */
const firstCalls: Record<FunctionName, { contract: Contract<never, unknown>; input: unknown }> = {
  people: { contract: people.listVillages as never, input: {} },
  points: { contract: points.listItems as never, input: { villageId } },
  exchange: { contract: exchange.listShops as never, input: { villageId } },
  lists: { contract: lists.listMatters as never, input: { villageId } },
  town: { contract: town.readOverview as never, input: {} },
  wechat: { contract: wechat.readPhoneNumber as never, input: { code: '' } },
  jobs: { contract: jobs.expireOrders as never, input: {} },
};

const phoneInput = (call: number) => ({ code: `phone:1${String(call).padStart(10, '0')}` });

/** Of one person WeChat is asked for a number a few times a day only. */
function callerOf(name: string): Subject['caller'] {
  if (name === 'jobs') return () => theTimer;
  return name === 'wechat' ? (call) => `${administrator}-${call}` : () => administrator;
}

function eventOf(name: string, action: string, input: unknown): Subject['event'] {
  if (name === 'jobs') return () => ({ Type: 'Timer', TriggerName: action });
  if (name === 'wechat') return (call) => ({ action, input: phoneInput(call) });
  return () => ({ action, input });
}

/** The SDK as a function of one line uses it. The sum every function pays for CloudBase. */
const bareSource = `
const tcb = require('@cloudbase/node-sdk');
let database = null;
exports.main = async () => {
  database ??= tcb.init({ env: tcb.SYMBOL_CURRENT_ENV }).database();
  return (await database.collection('villages').doc('none').get()).data.length;
};
`;

/** The wechat function's own lower bound: one code read through the SDK of the open interfaces. */
const bareWechatSource = `
const tcb = require('@cloudbase/node-sdk');
const wx = require('wx-server-sdk');
let database = null;
exports.main = async ({ input }) => {
  if (database === null) wx.init({ env: wx.DYNAMIC_CURRENT_ENV });
  database ??= tcb.init({ env: tcb.SYMBOL_CURRENT_ENV }).database();
  await database.collection('villages').doc('none').get();
  return wx.openapi.phonenumber.getPhoneNumber(input);
};
`;

const bare = {
  against: null,
  deferred: null,
  requests: 1,
  event: (call: number) => ({ input: phoneInput(call) }),
  caller: () => administrator,
};

/**
 * Every function of the product, and what it is held against: a process that loads nothing, the
 * SDK as it is, bundled or not, and the SDK with what the product's functions put off.
 */
export const subjects: readonly Subject[] = [
  { name: 'nothing', ...bare, requests: 0 },
  { name: 'bare-bundled', ...bare },
  { name: 'bare-deferred', ...bare },
  { name: 'bare-unbundled', ...bare },
  { name: 'bare-wechat', ...bare },
  { name: 'bare-wechat-deferred', ...bare },
  ...Object.entries(firstCalls).map(([name, { contract, input }]) => ({
    name,
    against: name === 'wechat' ? 'bare-wechat' : 'bare-bundled',
    deferred: name === 'wechat' ? 'bare-wechat-deferred' : 'bare-deferred',
    requests: 1,
    event: eventOf(name, contract.action, input),
    caller: callerOf(name),
  })),
];

async function bundle(
  directory: string,
  name: string,
  source: string,
  plugins: Plugin[] = [],
): Promise<void> {
  await build({
    ...bundling,
    stdin: { contents: source, resolveDir: projectDirectory },
    outfile: path.join(directory, name, 'index.js'),
    plugins,
  });
}

/** Lays the subjects out in an empty folder, as a cloud finds its functions. */
export async function layOut(directory: string): Promise<void> {
  for (const name of Object.keys(firstCalls)) {
    const built = path.join(projectDirectory, 'dist/cloudfunctions', name);
    cpSync(built, path.join(directory, name), { recursive: true });
  }
  const unbundled = path.join(directory, 'bare-unbundled');
  mkdirSync(unbundled);
  writeFileSync(path.join(unbundled, 'index.js'), bareSource);
  symlinkSync(path.join(projectDirectory, 'node_modules'), path.join(unbundled, 'node_modules'));
  mkdirSync(path.join(directory, 'nothing'));
  const nothing = 'exports.main = async () => null;\n';
  writeFileSync(path.join(directory, 'nothing', 'index.js'), nothing);
  await bundle(directory, 'bare-bundled', bareSource);
  await bundle(directory, 'bare-deferred', bareSource, [lazySdk]);
  await bundle(directory, 'bare-wechat', bareWechatSource);
  await bundle(directory, 'bare-wechat-deferred', bareWechatSource, [lazySdk]);
  const rights = path.join(projectDirectory, 'dist/cloudfunctions/wechat/config.json');
  for (const name of ['bare-wechat', 'bare-wechat-deferred']) {
    cpSync(rights, path.join(directory, name, 'config.json'));
  }
  // Timers must not call what is being measured.
  writeFileSync(path.join(directory, 'jobs', 'config.json'), '{}\n');
}
