/** A printed file on this phone. */
export type PdfFile = { name: string; path: string };

/** `full`: no room for it; `incomplete`: it is not as long as it was printed. */
export type FileProblem = 'full' | 'incomplete' | 'not-kept';

/**
 * Puts a file together and keeps it until the next one, which takes its place.
 * @param parts what is in it, each as base64 by itself
 * @param bytes how long it must be
 */
export function savePdf(
  name: string,
  parts: readonly string[],
  bytes: number,
): Promise<PdfFile | FileProblem>;
/** Shows it; in a browser it is downloaded. Answers false when the phone cannot. */
export function openPdf(file: PdfFile): Promise<boolean>;
/** Hands it on into a chat, from where a computer prints it. Answers false when that failed. */
export function sendPdf(file: PdfFile): Promise<boolean>;
/** Removes every printed file from this phone. */
export function dropPdfs(): Promise<void>;
