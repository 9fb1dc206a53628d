import { previewFile } from '../../../config/run/register-preview';
import { familyRead, nowMs, withCell } from '../../support/office-family';
import { type OfficeCell, officeFile } from '../../support/office-files';

const [numberColumn, birthColumn, phoneColumn] = [1, 6, 7];

test.each<OfficeCell>([
  ...['12号', '第12户', '12户', '１２', '012', ' 12 ', '12号户', '第12号', '十二号', '12.0', 12],
])('%s is household 12', async (cell) => {
  const said = await previewFile(officeFile('wps', withCell(numberColumn, cell)), nowMs);
  expect(said).toEqual({ members: familyRead, problems: [], notes: [] });
});

test.each<OfficeCell>([
  ...['10012345678', '+86 100 1234 5678', '86-100-1234-5678', '１００１２３４５６７８'],
  ...[
    '0086 10012345678',
    '(+86)10012345678',
    "'10012345678",
    '\u202a10012345678\u202c',
    10012345678,
  ],
])('%s is a telephone number', async (cell) => {
  const said = await previewFile(officeFile('excel', withCell(phoneColumn, cell)), nowMs);
  expect(said).toEqual({ members: familyRead, problems: [], notes: [] });
});

test.each(['/', '／', '无', '—', '-', '－', '——', '、', ' ', '\u200b'])(
  '%j in a cell is nothing',
  async (sign) => {
    const nobody = [{ ...familyRead[0], phone: null }, familyRead[1]];
    const said = await previewFile(officeFile('libreoffice', withCell(phoneColumn, sign)), nowMs);
    expect(said).toEqual({ members: nobody, problems: [], notes: [] });
  },
);

test.each<OfficeCell>([
  ...['1975', '1975年', '1975-04-02', '1975/4/2', '1975.4', '1975年4月2日', '19750402', '１９７５'],
  ...[197504, 19750402, { serial: 27486 }, { serial: 27486.5 }, '1975-04-02 00:00:00'],
])('%j is the birth year 1975', async (cell) => {
  const said = await previewFile(officeFile('wps', withCell(birthColumn, cell)), nowMs);
  expect(said).toEqual({ members: familyRead, problems: [], notes: [] });
});
