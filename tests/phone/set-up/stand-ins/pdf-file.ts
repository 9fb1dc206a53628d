import type { FileProblem, PdfFile } from '../../../../src/client/printing/pdf-file';

type Module = typeof import('../../../../src/client/printing/pdf-file');

/** Where the phone keeps what was printed for it, and what shows it. */
export const pdfFile = {
  /** What keeps the next file from being kept, once. */
  problem: null as FileProblem | null,
  opens: true,
  /** What lies there now, and of what parts it was put together. */
  kept: null as { name: string; parts: readonly string[]; bytes: number } | null,
  log: [] as string[],
  reset() {
    pdfFile.problem = null;
    pdfFile.opens = true;
    pdfFile.kept = null;
    pdfFile.log = [];
  },
};

export const savePdf: Module['savePdf'] = async (name, parts, bytes) => {
  const { problem } = pdfFile;
  pdfFile.problem = null;
  if (problem) return problem;
  pdfFile.kept = { name, parts: [...parts], bytes };
  return { name, path: `kept ${name}` };
};

const done =
  (what: string) =>
  async ({ name }: PdfFile) => {
    pdfFile.log.push(`${what} ${name}`);
    return pdfFile.opens;
  };

export const openPdf: Module['openPdf'] = done('open');
export const sendPdf: Module['sendPdf'] = done('send');

export const dropPdfs: Module['dropPdfs'] = async () => {
  pdfFile.kept = null;
};
