import type { Table } from '../../../src/domain/town/register/types';
import { fillMerged } from './fill-merged';
import { openArchive } from './open-archive';
import { readDateStyles, readSharedStrings } from './read-shared-parts';
import { readSheet } from './read-sheet';
import { readTextTable } from './read-text-table';
import { readWorkbook } from './read-workbook';
import { mustBeWorkbook, recognise } from './recognise';
import { largestFileBytes, refuseBrokenFile, refuseLargeFile } from './refusals';

function readPacked(bytes: Uint8Array): Table {
  const archive = openArchive(bytes);
  mustBeWorkbook(archive.names);
  const { part, sheet, countsFrom1904, strings, styles } = readWorkbook(archive);
  const wanted = [part, strings, styles].filter((each) => each !== undefined);
  const parts = archive.read(wanted);
  const partOf = (name: string | undefined) => (name === undefined ? undefined : parts.get(name));
  const stringsPart = partOf(strings);
  const stylesPart = partOf(styles);
  const raw = readSheet(partOf(part) ?? refuseBrokenFile(), {
    strings: stringsPart === undefined ? [] : readSharedStrings(stringsPart),
    dateStyles: stylesPart === undefined ? new Set() : readDateStyles(stylesPart),
    countsFrom1904,
  });
  fillMerged(raw);
  const { rows, formulas, hiddenColumns } = raw;
  return { rows, formulas, hiddenColumns, sheet };
}

/**
 * The first sheet that is to be seen of a file of any kind that is read: .xlsx, or CSV in the
 * encodings in use.
 * @throws Refusal `file-too-large`, `file-not-spreadsheet`, `too-many-rows`
 */
export function readFile(bytes: Uint8Array): Table {
  if (bytes.byteLength > largestFileBytes) refuseLargeFile();
  return recognise(bytes) === 'packed' ? readPacked(bytes) : readTextTable(bytes);
}
