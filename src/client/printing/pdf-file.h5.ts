import type { FileProblem, PdfFile } from './pdf-file';

/** The address of the file that was printed last: the one before is let go. */
let held: string | null = null;

export async function dropPdfs(): Promise<void> {
  if (held !== null) URL.revokeObjectURL(held);
  held = null;
}

const bytesOf = (base64: string) =>
  Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));

export async function savePdf(
  name: string,
  parts: readonly string[],
  bytes: number,
): Promise<PdfFile | FileProblem> {
  await dropPdfs();
  const file = new Blob(parts.map(bytesOf), { type: 'application/pdf' });
  if (file.size !== bytes) return 'incomplete';
  held = URL.createObjectURL(file);
  return { name, path: held };
}

export async function openPdf({ name, path }: PdfFile): Promise<boolean> {
  const link = document.createElement('a');
  link.href = path;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  return true;
}

/** From a browser the downloaded file is sent as any other. */
export async function sendPdf(): Promise<boolean> {
  return false;
}
