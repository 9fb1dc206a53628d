import { previewFile } from '../../../config/run/register-preview';
import { nowMs, person, sheetOf } from '../../support/office-family';
import { officeFile } from '../../support/office-files';

/** A twentieth of the largest register there is, which may take ten seconds and 400 MB. */
const people = 1_000;
/** Of processor time, twice its share: under test the code runs slower than deployed. */
const slowestMs = 1_000;

const han = (number: number) => String.fromCodePoint(0x4e00 + (number % 20_000));

test('a part of the largest register takes no more than its part of the time', async () => {
  // Loads what is loaded when first used.
  await previewFile(officeFile('excel', [sheetOf([])]), nowMs);
  const rows = Array.from({ length: people }, (_, at) => {
    const household = Math.floor(at / 4) + 1;
    const head = `试${han(household)}`;
    const isHead = at % 4 === 0;
    const name = isHead ? head : `试${han(at)}${han(at * 7)}`;
    return person(household, head, name, isHead ? '户主' : '女儿', {
      phone: `100${10_000_000 + at}`,
    });
  });
  for (const writer of ['excel', 'libreoffice'] as const) {
    const bytes = officeFile(writer, [sheetOf(rows)]);
    const startedAt = process.cpuUsage();
    const { members, problems } = await previewFile(bytes, nowMs);
    const { user, system } = process.cpuUsage(startedAt);
    expect([members.length, problems]).toEqual([people, []]);
    expect((user + system) / 1000).toBeLessThan(slowestMs);
  }
});
