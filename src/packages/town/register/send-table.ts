import { call, newCommandId } from '../../../client/call';
import { upload } from '../../../client/transport';
import type { EnvelopeError } from '../../../contracts/contract';
import { announceRegister } from '../../../contracts/town';
import type { TableFile } from './table-file';

/** What the cloud reads at most; said before it is sent. */
const largestBytes = 5_000_000;
const tables = /\.(xlsx|csv|txt|xls|xlsm|et|ods)$/i;

const notSent: EnvelopeError = {
  code: 'table-not-sent',
  message: '文件没传上去,什么都没有写进去。到信号好的地方再传一次。',
};

/** Why a file need not be sent at all; null for one that may be the register. */
export function problemOfFile({ name, bytes }: TableFile): string | null {
  if (!tables.test(name)) return `“${name}”不是表格。请选 .xlsx 或 .csv 的户册。`;
  if (bytes > largestBytes) {
    return `“${name}”超过 5 MB,读不了。请去掉图片,或者分成几个文件,一个一个导入。`;
  }
  return bytes === 0 ? `“${name}”是空的。请打开看看,另存以后再选。` : null;
}

export type Sent = { fileId: string } | { error: EnvelopeError };

/** Says that the file is coming, so that one nobody imports is deleted, and sends it. */
export async function sendTable(file: TableFile, onShare: (share: number) => void): Promise<Sent> {
  const [, kind = 'xlsx'] = tables.exec(file.name) ?? [];
  const path = `registers/${newCommandId()}.${kind.toLowerCase()}`;
  const said = await call(announceRegister, { path });
  if (!said.ok) return { error: said.error };
  try {
    return { fileId: await upload(path, file.path, onShare) };
  } catch {
    return { error: notSent };
  }
}
