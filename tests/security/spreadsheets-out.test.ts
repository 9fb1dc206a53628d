import { execFileSync } from 'node:child_process';
import path from 'node:path';
import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { readSheet } from 'read-excel-file/node';
import { quickSeed } from '../../config/run/quick-seed';
import { writeRegisterSpreadsheet, writeRegisterTemplate } from '../../config/run/sample';
import type { RegisterRow } from '../../config/run/sample/columns';
import { withReplay } from '../support/replay';
import { formulaTexts, nastyTexts } from './hostile-register';

const root = path.resolve(__dirname, '../..');
const seed = quickSeed;
const again = `SEED=${seed} npx jest tests/security/spreadsheets-out`;

/** What a spreadsheet would calculate, fetch or run, in any part of the file. */
function livePartsOf(bytes: Uint8Array): string[] {
  const parts = Object.entries(unzipSync(bytes));
  const live = /<(\w+:)?(f|hyperlink|ddeLink|oleLink|definedName)[\s>/]|t="str"/;
  return parts
    .filter(([name, content]) => {
      const isLive = /externalLinks|vbaProject|connections/.test(name);
      return isLive || live.test(strFromU8(content));
    })
    .map(([name]) => name);
}

const hostileText = fc.oneof(
  fc.constantFrom(...formulaTexts, ...nastyTexts.map((text) => text.slice(0, 200))),
  fc.string(),
);
const row: fc.Arbitrary<RegisterRow> = fc.record({
  villageName: hostileText,
  householdNumber: fc.integer({ min: 1, max: 9999 }),
  headName: hostileText,
  name: hostileText,
  relationToHead: hostileText,
  gender: fc.constantFrom('男' as const, '女' as const),
  birthYear: fc.integer({ min: 1900, max: 2026 }),
  phone: hostileText,
  job: fc.constant('居民' as const),
  kinHouseholdNumbers: fc.array(fc.integer({ min: 1, max: 99 })),
  residence: fc.constantFrom('本村' as const, '外来长住' as const),
  note: hostileText,
});

test(
  'whatever stands in the rows, the register is written with no formula at all',
  withReplay(again, async () => {
    const rows = fc.array(row, { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(rows, async (each) => {
        expect(livePartsOf(await writeRegisterSpreadsheet(each))).toEqual([]);
      }),
      { seed, numRuns: 60 },
    );
  }),
  120_000,
);

test('each hostile text comes back as the text it was', async () => {
  const base = { householdNumber: 1, gender: '男', birthYear: 1980, job: '居民' } as const;
  const texts = formulaTexts.filter((text) => !/[\t\n]|_x/.test(text));
  const rows = texts.map((text) => ({
    ...base,
    ...{ villageName: text, headName: text, name: text, relationToHead: text, phone: text },
    ...{ kinHouseholdNumbers: [], residence: '本村' as const, note: text },
  }));
  const bytes = await writeRegisterSpreadsheet(rows);
  expect(livePartsOf(bytes)).toEqual([]);
  const [, ...lines] = await readSheet(Buffer.from(bytes), { trim: false });
  expect(lines.map((line) => line[3])).toEqual(texts);
});

test('the clerk’s template holds no formula; one that does is noticed', async () => {
  const template = await writeRegisterTemplate();
  expect(livePartsOf(template)).toEqual([]);
  const name = 'xl/worksheets/sheet1.xml';
  const parts = unzipSync(template);
  const sheet = strFromU8(parts[name] ?? new Uint8Array());
  parts[name] = strToU8(sheet.replace(/<c r="B2"[^>]*>.*?<\/c>/, '<c r="B2"><f>1+1</f></c>'));
  expect(livePartsOf(zipSync(parts))).toEqual([name]);
});

test('nothing else writes spreadsheets: what does comes under this test', () => {
  const pattern = "from '(write-excel-file|exceljs|xlsx)|text/csv|xlsx\\.write";
  // The driver of the pictures gives a table to the browser, as a clerk does.
  const driver = ':!config/run/pictures/drive.ts';
  const folders = ['src', 'cloudfunctions', 'config', 'local-cloud', driver];
  const found = execFileSync('git', ['grep', '-lE', pattern, '--', ...folders], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(found.trim().split('\n')).toEqual([
    'cloudfunctions/town/spreadsheet/write-spreadsheet.ts',
  ]);
});
