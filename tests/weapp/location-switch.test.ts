import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { transformSync } from 'esbuild';

/** WeChat turns down what carries an unapproved location interface: it is only there when asked. */

const root = path.resolve(__dirname, '../..');

afterEach(() => {
  process.env.TARO_APP_LOCATION = '';
});

type AppConfig = { requiredPrivateInfos?: string[]; permission?: object };

function appConfig(location: string): AppConfig {
  process.env.TARO_APP_LOCATION = location;
  let config: AppConfig = {};
  Object.assign(globalThis, { defineAppConfig: (given: AppConfig) => given });
  jest.isolateModules(() => {
    config = (jest.requireActual('../../src/app.config') as { default: AppConfig }).default;
  });
  return config;
}

/** A file of ours as the build leaves it: the switch put in, what it rules out taken away. */
function built(name: string, location: string): string {
  const { code } = transformSync(readFileSync(path.join(root, name), 'utf8'), {
    loader: 'tsx',
    minify: true,
    charset: 'utf8',
    define: { 'process.env.TARO_APP_LOCATION': JSON.stringify(location) },
  });
  return code;
}

test('the switch decides whether the app asks for location at all', () => {
  expect(appConfig('')).not.toHaveProperty('requiredPrivateInfos');
  expect(appConfig('')).not.toHaveProperty('permission');
  expect(appConfig('on').requiredPrivateInfos).toEqual(['getLocation']);
  expect(appConfig('on').permission).toHaveProperty(['scope.userLocation']);
  const call = 'src/packages/record/form/location-choice.tsx';
  expect(built(call, '')).not.toContain('getLocation');
  expect(built(call, 'on')).toContain('.getLocation(');
  const form = 'src/packages/record/form/deed-form.tsx';
  expect(built(form, '')).not.toContain('位置');
  expect(built(form, 'on')).toContain('位置');
});

function scriptsBelow(directory: string): string[] {
  return readdirSync(directory).flatMap((entry) => {
    const full = path.join(directory, entry);
    if (statSync(full).isDirectory()) return scriptsBelow(full);
    return /\.js(on)?$/.test(entry) ? [full] : [];
  });
}

test('what goes to WeChat has location where .env.production says so, else not its name', () => {
  const settings = readFileSync(path.join(root, '.env.production'), 'utf8');
  const switchedOn = /^TARO_APP_LOCATION=on$/m.test(settings);
  const built = scriptsBelow(path.join(root, 'dist/weapp'));
  for (const trace of ['getLocation', 'requiredPrivateInfos', 'scope.userLocation']) {
    const found = built.some((file) => readFileSync(file, 'utf8').includes(trace));
    expect([trace, found]).toEqual([trace, switchedOn]);
  }
});
