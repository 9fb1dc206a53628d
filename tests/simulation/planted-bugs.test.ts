import { execFile } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { bundleSimulation } from './bundle';
import { type PlantedBug, plantedBugs } from './planted-bugs';

const project = path.resolve(__dirname, '../..');
/** Below the project, so that packages are found from it. */
const directory = path.join(project, 'dist/planted-bugs');
const histories = 200;

/** How many histories it took, or null where all went by. */
async function historiesUntilCaught(bug: PlantedBug, index: number): Promise<number | null> {
  const bundle = path.join(directory, `${index}.cjs`);
  await bundleSimulation(bundle, bug);
  const options = ['--histories', String(histories), '--processes', '1'];
  const said = await new Promise<{ failed: boolean; text: string }>((resolve) => {
    execFile(process.execPath, [bundle, ...options], { cwd: project }, (error, stdout, stderr) =>
      resolve({ failed: error !== null, text: stdout + stderr }),
    );
  });
  const ran = /^(\d+) histories/m.exec(said.text)?.[1];
  if (ran === undefined) throw new Error(`the simulation did not run: ${said.text.slice(0, 2000)}`);
  return said.failed && said.text.includes('FAILED') ? Number(ran) : null;
}

beforeAll(() => mkdirSync(directory, { recursive: true }));

test('at least ten are planted, each under a name of its own', () => {
  const names = new Set(plantedBugs.map(({ name }) => name));
  expect(names.size).toBe(plantedBugs.length);
  expect(names.size).toBeGreaterThanOrEqual(10);
});

test.each(plantedBugs.map((bug, index) => ({ ...bug, index })))(
  'caught: $name',
  async ({ index, ...bug }) => {
    const caughtAfter = await historiesUntilCaught(bug, index);
    expect(caughtAfter).not.toBeNull();
    expect(caughtAfter).toBeLessThanOrEqual(histories);
  },
  300_000,
);

test('words that are no longer there are noticed', async () => {
  const gone = { file: 'src/domain/ledger/ledger.ts', from: 'words that never were', to: '' };
  const planting = bundleSimulation(path.join(directory, 'gone.cjs'), {
    name: 'gone',
    changes: [gone],
  });
  await expect(planting).rejects.toThrow('no longer fits');
});
