import { execFile, execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { functionNames } from '../../config/functions/build-functions';
import { documentsOf, testFoundingSecret } from '../support/town';
import { visitTowns } from './stored-fields';

const run = promisify(execFile);
const root = path.resolve(__dirname, '../..');

/** Calls a built function in a folder of its own, with nothing in its environment but this. */
async function start(name: string, secrets: Record<string, string>): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'secretless-'));
  cpSync(path.join(root, 'dist/cloudfunctions', name), folder, { recursive: true });
  const code = `
    const { main } = require('./index.js');
    main({ action: 'no-such-action' }, { environ: '', environment: '{}', namespace: 'local' })
      .then((answer) => console.log('ANSWER' + JSON.stringify(answer)));
  `;
  const platform = { TENCENTCLOUD_RUNENV: 'SCF', TENCENTCLOUD_REGION: 'ap-shanghai' };
  const keys = { TENCENTCLOUD_SECRETID: 'x', TENCENTCLOUD_SECRETKEY: 'x', TCB_ENV: 'local' };
  const env = { PATH: process.env.PATH ?? '', SCF_NAMESPACE: 'local', ...platform, ...keys };
  try {
    const options = { cwd: folder, env: { ...env, ...secrets } };
    return (await run(process.execPath, ['-e', code], options)).stdout;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const short = 'short-secret-of-thirty-one-chars';

test.each(functionNames())('function %s refuses to start without its secret', async (name) => {
  const tooShort = short.slice(0, 31);
  const refusals: Record<string, string>[] = [{}, { JIFEN_SECRET: '' }, { JIFEN_SECRET: tooShort }];
  for (const secrets of refusals) {
    const failed = await start(name, secrets).then(
      (output) => ({ message: `started: ${output}` }),
      (error: Error) => error,
    );
    expect(failed.message).toContain('JIFEN_SECRET must be set');
    expect(failed.message).not.toContain(tooShort);
  }
  expect(await start(name, { JIFEN_SECRET: short })).toContain('"code":"action-unknown"');
});

const secretName = '\\b\\w*(secret|password|passwd|token|apiKey|privateKey)\\w*';

/** Something that looks like a secret written down, in code or settings. */
const literals: readonly RegExp[] = [
  new RegExp(`${secretName}['"]?\\s*[:=]\\s*(['"\`])(?!\\{\\{)[^'"\`\\n$]{12,}\\2`, 'i'),
  /\bAKID[A-Za-z0-9]{13,}/,
  /-----BEGIN [A-Z ]*PRIVATE KEY/,
  /(['"`])(?=[^'"`\n]*[0-9])(?=[^'"`\n]*[a-z])[A-Za-z0-9+/_-]{40,}={0,2}\1/,
  /\bwx[0-9a-f]{16}\b/,
];
const looksSecret = (line: string) => literals.some((each) => each.test(line));

/** Lines that look like a secret and are none, each with the reason. */
const known: Readonly<Record<string, string>> = {
  "foundingSecret: 'a-sample-founding',":
    'of the sample clouds that tests and pictures use, thrown away with them',
  "const secrets = { jifenSecret: 'story-secret-'.repeat(4), foundingSecret: 'a-story-founding' };":
    'of the cloud that a story is played on, thrown away with it',
};

test('no secret is written down in code or settings', () => {
  const folders = ['src', 'cloudfunctions', 'config', 'local-cloud', 'cloudbaserc.json'];
  const others = ['project.config.json', 'package.json', '.env.production'];
  const listed = execFileSync('git', ['ls-files', '--', ...folders, ...others], {
    cwd: root,
    encoding: 'utf8',
  });
  const texts = listed
    .split('\n')
    .filter((name) => /\.(ts|tsx|mjs|cjs|json|production)$/.test(name));
  expect(texts.length).toBeGreaterThan(400);
  const found = texts.flatMap((name) =>
    readFileSync(path.join(root, name), 'utf8')
      .split('\n')
      .filter((line) => looksSecret(line) && !(line.trim() in known))
      .map((line) => `${name}: ${line.trim().slice(0, 80)}`),
  );
  expect(found).toEqual([]);
});

test.each([
  "const secret = 'correct horse battery staple';",
  '"JIFEN_SECRET": "0123456789abcdef0123456789abcdef"',
  "const id = 'AKIDz8krbsJ5yKBZQpn74WFkmLPx3gnPhESA';",
  "'q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA='",
])('the scan would notice %s', (line) => {
  expect(looksSecret(line)).toBe(true);
});

test('no secret stands in a log line, an answer to a command or anything stored', async () => {
  const secrets = ['a secret of the tests, long enough', testFoundingSecret];
  let lines = 0;
  await visitTowns(({ log, engine }) => {
    const written = JSON.stringify([log, [...documentsOf(engine)]]);
    for (const secret of secrets) expect(written.includes(secret)).toBe(false);
    lines += log.length;
  });
  expect(lines).toBeGreaterThan(100);
}, 120_000);
