import { town as contracts } from '../../src/contracts';
import { openProofTown, type ProofTown } from '../proof/town';
import { eachValue } from '../support/each-value';
import { nothingSeen } from '../support/import-input';
import { hostileFiles } from './hostile-files';
import * as hostile from './hostile-register';

let town: ProofTown;
/** What was written since it was last emptied, but for the log of who tried what. */
const written: string[] = [];
beforeAll(async () => {
  town = await openProofTown();
  town.engine.onCommit(({ writes }) => {
    for (const { collection, id } of writes) {
      if (collection !== 'commands') written.push(`${collection}/${id}`);
    }
  });
});

type Outcome = { code: string; message: string };
/** Of processor time: who compares each with each needs minutes, a slow machine twice our 2 s. */
const slowestMs = 5_000;

/** @param since a reading of the processor's clock */
const processorMs = (since: NodeJS.CpuUsage) => {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
};

/** Preview and import of one file: both refuse alike and nothing is written, or both take it. */
async function offer(bytes: Uint8Array): Promise<Outcome> {
  const fileId = town.putFile('hostile.xlsx', bytes);
  written.length = 0;
  const startedAt = process.cpuUsage();
  const preview = await town.administrator.call(contracts.previewRegister, { fileId });
  const seen = preview.ok ? preview.value.seen : nothingSeen;
  const asked = { fileId, seen, answers: [] };
  const imported = await town.administrator.call(contracts.importRegister, asked);
  expect(processorMs(startedAt)).toBeLessThan(slowestMs);
  if (imported.ok) {
    expect(preview).toMatchObject({ ok: true, value: { problems: [] } });
    expect(written).not.toEqual([]);
    return { code: 'taken', message: '' };
  }
  expect(written).toEqual([]);
  const { code, message } = imported.error;
  if (code === 'register-has-problems') {
    expect(preview.ok && preview.value.problems.length).toBeGreaterThan(0);
  } else expect(preview).toMatchObject({ ok: false, error: { code } });
  expect(contracts.importRegister.refusals).toContain(code);
  expect(message).toMatch(/^\p{Script=Han}.*。$|^[A-Z]+\d+ .*。$/su);
  expect(message).not.toMatch(/evil|script|drop table|Error|undefined/);
  return { code, message };
}

const formulaStart = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]/;

/** Nothing that a spreadsheet would run when it is written out again. */
function nothingStoredRuns(): void {
  const dangerous: unknown[] = [];
  for (const name of ['households', 'members']) {
    for (const document of town.engine.find(name)) {
      eachValue(document, '', (path, value) => {
        const runs = typeof value === 'string' && formulaStart.test(value);
        if (runs || /[\p{Cc}\p{Cf}]/u.test(String(value))) dangerous.push([name, path, value]);
      });
    }
  }
  expect(dangerous).toEqual([]);
}

const columns = Array.from({ length: hostile.columnCount }, (_, index) => index);

test('the file the hostile ones are made from is taken', async () => {
  expect((await offer(await hostile.goodRegister())).code).toBe('taken');
});

/** 性别 and 备注 are read past: what stands there is nobody's business. */
const unkept = [5, 11];

test.each(hostile.formulaTexts)('%j is kept in no column', async (text) => {
  for (const column of columns) {
    const { code, message } = await offer(await hostile.withText(column, text));
    const isKept = !unkept.includes(column);
    expect([column, code]).toEqual([column, isKept ? 'register-has-problems' : 'taken']);
    if (isKept) expect(message).toContain(`${String.fromCharCode(65 + column)}2`);
  }
  nothingStoredRuns();
});

test.each(hostile.nastyTexts.map((text) => [text.slice(0, 20), text]))(
  '%j is refused, or stays the text it is, in every column',
  async (_name, text) => {
    for (const column of columns) await offer(await hostile.withText(column, text));
    nothingStoredRuns();
  },
);

test.each(hostile.strangeCells)('a cell of a strange kind (%#) does no harm', async (markup) => {
  for (const column of columns) await offer(await hostile.withCell(column, markup));
  nothingStoredRuns();
});

test('more than 200 hostile cells were offered', () => {
  const { formulaTexts, nastyTexts, strangeCells } = hostile;
  const kinds = formulaTexts.length + nastyTexts.length + strangeCells.length;
  expect(kinds * columns.length).toBeGreaterThan(200);
});

test.each(hostileFiles)('a file: $name', async ({ make, codes }) => {
  const { code } = await offer(await make());
  expect(codes).toContain(code);
});

test('twenty bombs in a row do not fill the memory', async () => {
  const bomb = hostileFiles.find(({ name }) => name.startsWith('zip bomb'));
  if (!bomb) throw new Error('a bomb is among them');
  const bytes = await bomb.make();
  const before = process.memoryUsage().rss;
  for (let time = 0; time < 20; time += 1) await offer(bytes);
  expect(process.memoryUsage().rss - before).toBeLessThan(300 * 1024 * 1024);
});
