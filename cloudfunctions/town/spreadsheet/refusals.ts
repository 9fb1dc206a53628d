import { refuse } from '../../../src/domain/kernel/refusal';

export const largestFileBytes = 5 * 1024 * 1024;
export const mostRows = 20_000;

export function refuseMissingFile(): never {
  refuse('file-not-found', '没有收到这个文件。请重新选一次文件再交。');
}

export function refuseLargeFile(): never {
  refuse('file-too-large', '文件太大,最多 5 MB。请分成几个嘎查村的表,一个一个导入。');
}

export function refuseForeignFile(why = '这不是 .xlsx 表格'): never {
  refuse('file-not-spreadsheet', `${why}。请用表格软件打开,另存为 .xlsx 再交。`);
}

export function refuseManyRows(): never {
  refuse('too-many-rows', `表里超过 ${mostRows} 行。请按嘎查村分成几张表,一张一张导入。`);
}

export function refuseLongCell(): never {
  refuse('file-not-spreadsheet', '表里有一格的字太多,超过三千个字。请删短再交。');
}

/** @param cell as the spreadsheet names it, for example `C5` */
export function refuseFormula(cell: string): never {
  const words = `${cell} 这一格是公式,或者以 = + - @ 开头。请改成普通的文字或数字再交。`;
  refuse('formula-cell', words, { cell });
}
