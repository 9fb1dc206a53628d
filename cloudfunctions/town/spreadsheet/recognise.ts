import {
  refuseBrokenFile,
  refuseForeignFile,
  refuseLivelyFile,
  refuseLockedFile,
} from './refusals';

const startsWith = (bytes: Uint8Array, ...signs: number[]) =>
  signs.every((sign, index) => bytes[index] === sign);

const holds = (bytes: Uint8Array, text: string, encoding: 'utf16le' | 'latin1') =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(text, 0, encoding);

/** A BIFF record of the old format: its kind and its length stand before it. */
function isLockedOldSheet(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const beginsSheets = 0x0809;
  const isLocked = 0x002f;
  for (let sector = 512; sector + 24 < bytes.length; sector += 512) {
    const length = view.getUint16(sector + 2, true);
    if (view.getUint16(sector, true) !== beginsSheets || length > 16) continue;
    let at = sector + 4 + length;
    // What a locked workbook says first; a word or two about writing may stand before it.
    for (let step = 0; step < 4 && at + 4 < bytes.length; step += 1) {
      if (view.getUint16(at, true) === isLocked) return true;
      at += 4 + view.getUint16(at + 2, true);
    }
  }
  return false;
}

/** The container of the old programs, in which newer ones lock their files too. */
function refuseOldContainer(bytes: Uint8Array): never {
  const has = (stream: string) => holds(bytes, stream, 'utf16le');
  if (has('EncryptedPackage') || isLockedOldSheet(bytes)) refuseLockedFile();
  if (has('WordDocument')) refuseForeignFile('这是文字文档,不是表格');
  if (has('PowerPoint Document')) refuseForeignFile('这是演示文稿,不是表格');
  refuseForeignFile('这是旧格式的表格(.xls 或 WPS 的 .et),读不了');
}

const otherKinds: readonly [signs: number[], what: string][] = [
  [[0x25, 0x50, 0x44, 0x46], '这是 PDF,不是表格'],
  [[0xff, 0xd8, 0xff], '这是照片,不是表格'],
  [[0x89, 0x50, 0x4e, 0x47], '这是图片,不是表格'],
  [[0x52, 0x61, 0x72, 0x21], '这是压缩包,请先解压'],
  [[0x37, 0x7a, 0xbc, 0xaf], '这是压缩包,请先解压'],
  [[0x1f, 0x8b], '这是压缩包,请先解压'],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], '这是文字文档,不是表格'],
  [[0x09, 0x08], '这是旧格式的表格(.xls),读不了'],
];

/**
 * What a file is by its content: its name may say anything.
 * @throws Refusal `file-not-spreadsheet` for what is known not to be a table we read
 */
export function recognise(bytes: Uint8Array): 'packed' | 'text' {
  if (bytes.length === 0) refuseForeignFile('这个文件是空的');
  if (startsWith(bytes, 0x50, 0x4b)) return 'packed';
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) refuseOldContainer(bytes);
  const other = otherKinds.find(([signs]) => startsWith(bytes, ...signs));
  if (other) refuseForeignFile(other[1]);
  return 'text';
}

const activePart = /vbaProject|macrosheets|externalLinks|embeddings|activeX|connections\.xml/i;

/**
 * What is packed must be a workbook, and nothing in it may run or reach out.
 * @throws Refusal `file-not-spreadsheet`
 */
export function mustBeWorkbook(names: readonly string[]): void {
  const has = (shape: RegExp) => names.some((name) => shape.test(name));
  if (names.some((name) => activePart.test(name))) refuseLivelyFile();
  if (has(/^xl\/workbook\d*\.xml$/i)) return;
  if (has(/^xl\/workbook\.bin$/i)) refuseForeignFile('这是 .xlsb 表格,读不了');
  if (has(/^content\.xml$/)) refuseForeignFile('这是 LibreOffice 的 .ods 表格,读不了');
  if (has(/^word\//)) refuseForeignFile('这是文字文档,不是表格');
  if (has(/^ppt\//)) refuseForeignFile('这是演示文稿,不是表格');
  if (has(/\.iwa$/)) refuseForeignFile('这是苹果 Numbers 的表格,读不了');
  if (names.length === 0) refuseBrokenFile();
  refuseForeignFile('这是压缩包,请先解压');
}
