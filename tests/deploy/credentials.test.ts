import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readDeployOptions } from '../../config/deploy/command-line';
import { findCredentials } from '../../config/deploy/credentials';
import { temporaryFolder } from '../local-cloud/functions/fixture';

const folder = temporaryFolder();
afterAll(folder.remove);

const nowMs = 1_700_000_000_000;
const login = (credential: object) => {
  const directory = path.join(folder.path, '.config/.cloudbase');
  mkdirSync(directory, { recursive: true });
  writeFileSync(path.join(directory, 'auth.json'), JSON.stringify({ credential }));
};
const found = (environment = {}) => findCredentials(environment, folder.path, nowMs);

test('a key of the environment variables comes before a login', () => {
  login({ secretId: 'of-the-login', secretKey: 'k' });
  const environment = { TENCENTCLOUD_SECRETID: 'i', TENCENTCLOUD_SECRETKEY: 'k' };
  expect(found(environment)).toEqual({ secretId: 'i', secretKey: 'k' });
  expect(() => found({ TENCENTCLOUD_SECRETID: 'i' })).toThrow(/要两个都有/);
});

test('both forms that tcb login writes are read, unless they run out', () => {
  login({ secretId: 'i', secretKey: 'k' });
  expect(found()).toEqual({ secretId: 'i', secretKey: 'k' });
  const temporary = { tmpSecretId: 'i', tmpSecretKey: 'k', tmpToken: 't' };
  login({ ...temporary, tmpExpired: nowMs + 3_600_000 });
  expect(found()).toEqual({ secretId: 'i', secretKey: 'k', token: 't' });
  login({ ...temporary, tmpExpired: nowMs + 60_000 });
  expect(() => found()).toThrow(/过期/);
  login({});
  expect(() => found()).toThrow(/tcb login/);
});

test('a command line that cannot be meant is refused', () => {
  expect(readDeployOptions(['--env', 'cloud1-0abc'])).toMatchObject({ yes: false, dryRun: false });
  expect(() => readDeployOptions([])).toThrow(/--env/);
  expect(() => readDeployOptions(['--env', 'x'])).toThrow(/--env/);
  expect(() => readDeployOptions(['--env', 'cloud1-0abc', '--force'])).toThrow(/命令行有误/);
});
