import type { FilePreview } from '../../config/run/register-preview';
import type { OfficeCell, OfficeSheet } from './office-files';
import { registerHeadings } from './test-register';

/** Noon of a day of the year in which whoever was born in 2008 comes of age. */
export const nowMs = Date.parse('2026-11-30T12:00:00+08:00');
export const village = '试一嘎查';

/** A row as the template has it; what is not named is as a clerk leaves it. */
export const person = (
  number: OfficeCell,
  head: string,
  name: string,
  relation: string,
  {
    born = 1980,
    phone = '',
    note = '',
  }: { born?: OfficeCell; phone?: OfficeCell; note?: string } = {},
): OfficeCell[] => [village, number, head, name, relation, '男', born, phone, '', '', '', note];

export const family = (): OfficeCell[][] => [
  person(12, '试样甲', '试样甲', '户主', { born: 1975, phone: '10012345678' }),
  person(12, '试样甲', '试样乙', '配偶', { born: 1978 }),
];
export const member = (
  name: string,
  relation: string,
  birthYear: number,
  phone: string | null = null,
) => ({
  ...{ village, household: 12, head: '试样甲', name, relation, phone, birthYear },
});
export const familyRead: FilePreview['members'] = [
  member('试样甲', '户主', 1975, '10012345678'),
  member('试样乙', '配偶', 1978),
];

export const sheetOf = (rows: OfficeCell[][], more: Partial<OfficeSheet> = {}): OfficeSheet => ({
  name: '户册',
  rows: [registerHeadings, ...rows],
  ...more,
});
export const alone = (rows: OfficeCell[][], more: Partial<OfficeSheet> = {}) => [
  sheetOf(rows, more),
];

/** The family with one cell of its first row as an office writes it. */
export const withCell = (column: number, cell: OfficeCell) => {
  const [head = [], ...others] = family();
  return alone([head.map((each, at) => (at === column ? cell : each)), ...others]);
};
