import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { checkEnvironment } from '../../config/deploy/check-environment';
import { connect } from '../../config/deploy/cloud-api';
import { type DeployWork, deployEnvironment } from '../../config/deploy/deploy-environment';
import { readWanted, type Wanted } from '../../config/deploy/wanted';
import { temporaryFolder } from '../local-cloud/functions/fixture';
import { type StandIn, startStandIn } from './stand-in/server';
import './stand-in/redirect.cjs';

export const sampleSecret = 'sample-of-the-tests-'.repeat(2);
export const sampleFounding = 'founding-of-the-tests';

const jobs = {
  name: 'jobs',
  handler: 'index.main',
  runtime: 'Nodejs20.19',
  timeout: 20,
  memorySize: 256,
  envVariables: {
    JIFEN_SECRET: '{{env.JIFEN_SECRET}}',
    JIFEN_SECRETS_BEFORE: '{{env.JIFEN_SECRETS_BEFORE}}',
  },
  triggers: [{ name: 'tick', type: 'timer', config: '0 */5 * * * * *' }],
};
const town = {
  ...jobs,
  name: 'town',
  timeout: 60,
  memorySize: 512,
  triggers: [],
  envVariables: {
    JIFEN_SECRET: '{{env.JIFEN_SECRET}}',
    JIFEN_SECRETS_BEFORE: '{{env.JIFEN_SECRETS_BEFORE}}',
    JIFEN_FOUNDING_SECRET: '{{env.JIFEN_FOUNDING_SECRET}}',
    JIFEN_REQUESTS_AT_ONCE: '{{env.JIFEN_REQUESTS_AT_ONCE}}',
    JIFEN_TEMPLATES: '{{env.JIFEN_TEMPLATES}}',
  },
};

/** A project of three collections and two functions, in the files that the real one has. */
const files: Record<string, unknown> = {
  'cloudbaserc.json': { functionRoot: './dist', functions: [jobs, town] },
  'config/database/indexes.json': {
    towns: [],
    villages: [
      {
        name: 'by-town',
        fields: [
          { name: 'townId', direction: '1' },
          { name: 'atMs', direction: '-1' },
        ],
        unique: false,
      },
    ],
    persons: [{ name: 'by-key', fields: [{ name: 'key', direction: '1' }], unique: true }],
  },
  'config/database/rules.json': {
    database: { read: false, write: false },
    storage: { read: false, write: 'auth.openid != null && resource.openid == auth.openid' },
    functions: { '*': { invoke: 'auth != null' }, jobs: { invoke: false } },
  },
};

function writeProject(directory: string): void {
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(directory, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(content));
  }
  for (const name of ['jobs', 'town']) {
    mkdirSync(path.join(directory, 'dist', name, 'assets'), { recursive: true });
    writeFileSync(
      path.join(directory, 'dist', name, 'index.js'),
      `exports.main = () => '${name}';`,
    );
    writeFileSync(path.join(directory, 'dist', name, 'assets/font.bin'), name.repeat(9));
    writeFileSync(path.join(directory, 'dist', name, 'config.json'), '{}');
  }
}

export type Stage = {
  standIn: StandIn;
  directory: string;
  wanted: Wanted;
  /** What was said since it was last taken. */
  takeLines(): string[];
  work(given?: Record<string, string>, confirm?: () => Promise<boolean>): DeployWork;
  deploy(given?: Record<string, string>, replaceSecrets?: boolean): Promise<number>;
  check(): Promise<number>;
  close(): Promise<void>;
};

export const bothSecrets = {
  JIFEN_SECRET: sampleSecret,
  JIFEN_FOUNDING_SECRET: sampleFounding,
};

/** The commands over a small project and an empty environment of the stand-in. */
export async function openStage(): Promise<Stage> {
  const standIn = await startStandIn();
  process.env.STAND_IN_URL = standIn.url;
  const folder = temporaryFolder();
  writeProject(folder.path);
  const { account } = standIn;
  const lines: string[] = [];
  const api = connect(
    {
      environmentId: account.environmentId,
      region: 'ap-shanghai',
      credentials: { secretId: account.secretId, secretKey: 'of-the-tests' },
    },
    { attempts: 4, firstPauseMs: 1 },
  );
  const wanted = readWanted(folder.path);
  const work: Stage['work'] = (given = {}, confirm = async () => true) => ({
    api,
    wanted,
    given,
    appId: null,
    say: (line) => void lines.push(line),
    confirm,
    settleMs: 1,
  });
  return {
    standIn,
    directory: folder.path,
    wanted,
    takeLines: () => lines.splice(0),
    work,
    deploy: (given = bothSecrets, replaceSecrets = false) =>
      deployEnvironment(work(given), { dryRun: false, yes: true, replaceSecrets }),
    check: () => checkEnvironment(work()),
    async close() {
      await standIn.stop();
      folder.remove();
    },
  };
}
