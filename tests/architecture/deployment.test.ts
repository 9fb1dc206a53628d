import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { functionNames } from '../../config/functions/build-functions';
import { root } from './source-files';

/** What the deployment tools are told must agree with what the functions say of themselves. */

type Trigger = { name: string; type: string; config: string };
type FunctionSettings = {
  timeout?: number;
  memorySize?: number;
  runtime?: string;
  triggers?: Trigger[];
};
type Deployed = FunctionSettings & { name: string; envVariables: Record<string, string> };
type DeployFile = { functionRoot: string; functions: Deployed[] };
type ProjectFile = { miniprogramRoot: string; cloudfunctionRoot: string; libVersion: string };

function readJson<Value>(name: string): Value {
  return JSON.parse(readFileSync(path.join(root, name), 'utf8')) as Value;
}

const deployFile = readJson<DeployFile>('cloudbaserc.json');

test('every function is deployed and no other', () => {
  expect(deployFile.functions.map(({ name }) => name).sort()).toEqual(functionNames());
});

test.each(functionNames())('%s is deployed with its own time, memory and timers', (name) => {
  const settings = `cloudfunctions/${name}/config.json`;
  const own = existsSync(path.join(root, settings)) ? readJson<FunctionSettings>(settings) : {};
  const deployed = deployFile.functions.find((one) => one.name === name);
  expect(deployed).toMatchObject({
    timeout: own.timeout ?? 20,
    memorySize: own.memorySize ?? 256,
    // The Node that every figure of the proof was measured on.
    runtime: 'Nodejs20.19',
    triggers: own.triggers ?? [],
  });
  expect(own.runtime).toBe('Nodejs20.19');
});

test('secrets come from the environment, never from the file', () => {
  for (const { envVariables } of deployFile.functions) {
    expect(envVariables.JIFEN_SECRET).toBe('{{env.JIFEN_SECRET}}');
    expect(Object.values(envVariables).every((value) => /^\{\{env\.\w+\}\}$/.test(value))).toBe(
      true,
    );
  }
});

test('the developer tools find both halves of the build', () => {
  const project = readJson<ProjectFile>('project.config.json');
  expect(project.miniprogramRoot).toBe('dist/weapp/');
  expect(project.cloudfunctionRoot).toBe('dist/cloudfunctions/');
  expect(path.normalize(deployFile.functionRoot)).toBe('dist/cloudfunctions');
});

test('README asks the console for the least base library that the project names', () => {
  const { libVersion } = readJson<ProjectFile>('project.config.json');
  const readme = readFileSync(path.join(root, 'README.md'), 'utf8');
  expect(libVersion).toMatch(/^\d+\.\d+\.\d+$/);
  expect(readme).toMatch(new RegExp(`基础库最低版本设置:选 ${libVersion}\\D`));
});
