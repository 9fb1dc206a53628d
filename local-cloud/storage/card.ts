import { createHash } from 'node:crypto';
import { PlatformFailure } from '../platform-failure';
import type { FileInfo } from './file-info';

/** What is kept of a file beside its bytes; cards of before the checksums have none. */
export type Card = FileInfo & {
  /** Name of the file with the bytes. */
  content: string;
  sha256?: string;
};

/** In hex. */
export function sha256(bytes: string | Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

export function fileDamaged(): PlatformFailure {
  return new PlatformFailure('SYS_ERR', '这个文件在磁盘上已损坏,请从备份恢复数据目录里的 files。');
}

export function makeCard(
  info: Omit<FileInfo, 'bytes'>,
  content: string,
  bytes: Uint8Array,
): Required<Card> {
  return { ...info, bytes: bytes.byteLength, content, sha256: sha256(bytes) };
}

/** One line of JSON and, below it, the line's own checksum. */
export function printCard(card: Required<Card>): string {
  const line = JSON.stringify(card);
  return `${line}\n${sha256(line)}`;
}

/** @throws PlatformFailure when the text is not what was written */
export function parseCard(text: string): Card {
  const [line = '', checksum] = text.split('\n');
  let card: Card;
  try {
    card = JSON.parse(line) as Card;
  } catch {
    throw fileDamaged();
  }
  const old = card.sha256 === undefined && checksum === undefined;
  if (!old && checksum !== sha256(line)) throw fileDamaged();
  return card;
}

/** @throws PlatformFailure when the bytes are not those that were stored */
export function checkContent(card: Card, bytes: Uint8Array): void {
  const sound =
    bytes.byteLength === card.bytes && (card.sha256 === undefined || card.sha256 === sha256(bytes));
  if (!sound) throw fileDamaged();
}
