import { refuse } from '../../../src/domain/kernel/refusal';

export const largestFileBytes = 5 * 1024 * 1024;
export const mostRows = 20_000;
/** Titles, headings on every page, sums and signatures stand beside the people. */
export const mostOtherRows = 200;

const saveAnew = '请用 WPS 或 Excel 打开,“另存为”选“.xlsx”,再交。';
const copyOver = '请新建一张空表,把有人的行复制过去(只粘贴数值),存成 .xlsx 再交。';

export function refuseMissingFile(): never {
  refuse('file-not-found', '没有收到这个文件。请重新选一次文件再交。');
}

export function refuseLargeFile(): never {
  refuse('file-too-large', '文件太大,最多 5 MB。请分成几个嘎查村的表,一个一个导入。');
}

/** Small as it is packed: mostly rows without anybody, formatted all the way down. */
export function refuseLargeInside(): never {
  refuse('file-too-large', `这个文件展开以后太大,多半是空行、空列都设了格式。${copyOver}`);
}

/** @param what the file is instead, without a full stop */
export function refuseForeignFile(what: string): never {
  refuse('file-not-spreadsheet', `${what}。${saveAnew}`);
}

export function refuseLockedFile(): never {
  const words = '这个文件设了打开密码,读不了。请用 WPS 或 Excel 打开,去掉密码,存成 .xlsx 再交。';
  refuse('file-not-spreadsheet', words);
}

/** What saving it anew would not take away. */
export function refuseLivelyFile(): never {
  const words = `这张表带着宏,或者连到别的文件。${copyOver}`;
  refuse('file-not-spreadsheet', words);
}

/** Torn on the way, or written by nothing that people use. */
export function refuseBrokenFile(): never {
  refuseForeignFile('这张表坏了,或者格式不对,读不出来');
}

/** @param cell as the spreadsheet names it, for example `BZ5` */
export function refuseFarCell(cell: string): never {
  refuse('file-not-spreadsheet', `${cell} 这一格太靠右,表里列太多。请删掉用不着的列再交。`);
}

export function refuseManyRows(): never {
  refuse('too-many-rows', `表里超过 ${mostRows} 行。请按嘎查村分成几张表,一张一张导入。`);
}

export function refuseLongCell(): never {
  refuse('file-not-spreadsheet', '表里有一格的字太多,超过三千个字。请删短再交。');
}
