import writeExcelFile, { type CellObject, type SheetData } from 'write-excel-file/node';

export type Cell = string | number;

/** One table of a spreadsheet; its headings stay in sight. */
export type Sheet = {
  name: string;
  headings: readonly string[];
  rows: readonly (readonly Cell[])[];
  /** Of the columns, in characters. */
  widths?: readonly number[];
};

/** Text is written as text, so that a phone number keeps its digits and nothing is a formula. */
function cellOf(value: Cell): CellObject | null {
  if (value === '') return null;
  return typeof value === 'number' ? { value, type: Number } : { value, type: String };
}

/** An .xlsx file: every spreadsheet there is comes from here, so that none holds a formula. */
export async function writeSpreadsheet(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const written = sheets.map(({ name, headings, rows, widths = [] }) => {
    const data: SheetData = [
      headings.map((value) => ({ value, type: String, fontWeight: 'bold' as const })),
      ...rows.map((row) => row.map(cellOf)),
    ];
    const columns = widths.map((width) => ({ width }));
    return { data, sheet: name, columns, stickyRowsCount: 1 };
  });
  return writeExcelFile(written).toBuffer();
}
