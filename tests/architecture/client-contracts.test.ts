import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { webpack } from 'webpack';
import Chain from 'webpack-chain';
import contractFactsPlugin from '../../config/taro/contract-facts-plugin';
import { allContracts } from '../../src/contracts';
import type { Contract } from '../../src/contracts/contract';
import { readSources, root } from './source-files';

/** What the built clients know of the contracts: run `npm run build` first, as `npm test` does. */

type Loader = (this: { resourcePath: string; addDependency: (file: string) => void }) => string;
const contractFacts: Loader = jest.requireActual('../../config/taro/contract-facts.cjs');

type Module = Record<string, unknown>;
const isContract = (value: unknown): value is Contract =>
  typeof value === 'object' && value !== null && 'functionName' in value && 'input' in value;

const names = readdirSync(path.join(root, 'src/contracts')).map((file) => path.parse(file).name);
const contractModules: Record<string, Module> = Object.fromEntries(
  names
    .filter((name) => name !== 'index')
    .map((name): [string, Module] => [name, jest.requireActual(`../../src/contracts/${name}`)])
    .filter(([, module]) => Object.values(module).some(isContract)),
);

test('every contract of the folder is known to the index', () => {
  const found = Object.values(contractModules).flatMap(Object.values).filter(isContract);
  expect(new Set(allContracts)).toEqual(new Set(found));
});

const factsOf = ({ functionName, action, kind, said, byProxy }: Contract) => ({
  ...{ functionName, action, kind },
  ...(said && { said }),
  ...(byProxy && { byProxy }),
});

/** What a client gets of a module, and the files it was made of. */
function clientModule(name: string): { values: Module; madeOf: string[] } {
  const madeOf: string[] = [];
  const resourcePath = path.join(root, `src/contracts/${name}.ts`);
  const text = contractFacts.call({ resourcePath, addDependency: (file) => madeOf.push(file) });
  const lines = [...text.matchAll(/^export const (\w+) = (.*);$/gm)];
  return {
    values: Object.fromEntries(lines.map(([, key, json]) => [key, JSON.parse(json ?? '')])),
    madeOf: madeOf.map((file) => path.relative(root, file)),
  };
}

test.each(Object.keys(contractModules))(
  '%s: a client gets the facts of its contracts, no schema',
  (name) => {
    const { values, madeOf } = clientModule(name);
    const contracts = Object.entries(contractModules[name] ?? {}).filter(([, value]) =>
      isContract(value),
    );
    expect(contracts.length).toBeGreaterThan(0);
    expect(values).toEqual(
      Object.fromEntries(contracts.map(([key, value]) => [key, factsOf(value as Contract)])),
    );
    expect(madeOf).toContain('src/contracts/fields.ts');
  },
);

test('plain data comes through as it is', () => {
  const { commonRefusals } = jest.requireActual('../../src/contracts/refusals');
  expect(clientModule('refusals').values).toEqual({ commonRefusals });
});

/** What webpack says to an app of one line that imports from a module of contracts. */
async function buildErrors(line: string): Promise<string[]> {
  // In here, so that the contracts find zod.
  const folder = mkdtempSync(path.join(root, 'dist/.contracts-'));
  try {
    mkdirSync(path.join(folder, 'contracts'));
    const contracts = readFileSync(path.join(root, 'src/contracts/people.ts'), 'utf8');
    writeFileSync(
      path.join(folder, 'contracts/people.ts'),
      contracts.replaceAll("'./", `'${root}/src/contracts/`),
    );
    writeFileSync(path.join(folder, 'app.ts'), line);
    const chain = new Chain();
    chain.mode('none').entry('app').add(path.join(folder, 'app.ts'));
    chain.output.path(path.join(folder, 'built'));
    chain.resolve.extensions.add('.ts').add('.js');
    const modifyWebpackChain = (modify: (tools: { chain: Chain }) => void) => modify({ chain });
    const context = { modifyWebpackChain, paths: { sourcePath: folder } };
    contractFactsPlugin(context as unknown as Parameters<typeof contractFactsPlugin>[0]);
    const compiler = webpack(chain.toConfig() as Parameters<typeof webpack>[0]);
    return await new Promise((resolve, reject) =>
      compiler?.run((error, stats) =>
        error ? reject(error) : resolve((stats?.toJson().errors ?? []).map((e) => e.message)),
      ),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('the build ends where the app imports a schema, and only there', async () => {
  const facts = "import { whoAmI } from './contracts/people'; console.log(whoAmI.action);";
  expect(await buildErrors(facts)).toEqual([]);
  const schema = "import { role } from './contracts/people'; console.log(role);";
  expect(await buildErrors(schema)).toEqual([expect.stringMatching(/export 'role'.*not found/)]);
});

/** The contracts that the app imports, but as types. */
function usedContracts(): Contract[] {
  const imports = /import \{([^}]*)\} from '[./]*\/contracts\/(\w+)'/g;
  const sources = readSources().filter(({ name }) =>
    /^src\/(client|components|pages|packages)\//.test(name),
  );
  const found = sources.flatMap(({ text }) => [...text.matchAll(imports)]);
  const named = found.flatMap(([, names = '', module = '']) =>
    names.split(',').map((name) => contractModules[module]?.[name.trim()]),
  );
  return [...new Set(named.filter(isContract))];
}

function scriptsOf(target: string): string {
  const directory = path.join(root, 'dist', target);
  const names = readdirSync(directory, { recursive: true }).map(String);
  const scripts = names.filter((name) => name.endsWith('.js'));
  return scripts.map((name) => readFileSync(path.join(directory, name), 'utf8')).join('\n');
}

const zodTraces = /_zod|ZodMini|invalid_type|expected \w+, received/;

describe.each(['weapp', 'h5'])('dist/%s', (target) => {
  const scripts = scriptsOf(target);

  test('calls every contract it uses by its function, action and kind', () => {
    const used = usedContracts();
    expect(used.length).toBeGreaterThan(30);
    const missing = used.filter((contract) => {
      const bare = JSON.stringify(factsOf(contract)).replaceAll(/"(\w+)":/g, '$1:');
      const text = bare.replaceAll(':true', ':!0');
      return !scripts.includes(text);
    });
    expect(missing.map(({ action }) => action)).toEqual([]);
  });

  test('knows nothing of actions that no phone calls', () => {
    expect(scripts).not.toContain('lapse-points');
  });

  test('carries no zod', () => {
    expect(scripts).not.toMatch(zodTraces);
  });
});

test('the search for zod finds it where it is', () => {
  const bundled = readFileSync(path.join(root, 'dist/cloudfunctions/lists/index.js'), 'utf8');
  expect(bundled).toMatch(zodTraces);
});
