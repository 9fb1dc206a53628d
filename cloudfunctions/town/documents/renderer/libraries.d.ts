/** What is used of libraries that say nothing of their types. */
declare module 'pdfmake/js/Printer' {
  import type { TDocumentDefinitions } from 'pdfmake/interfaces';

  type Files = { existsSync(name: string): boolean; readFileSync(name: string): Uint8Array };
  type Resolver = { resolve(): void; resolved(): Promise<void> };

  /** Of pdfmake: sets a document and hands over pdfkit's, not yet ended. */
  class Printer {
    constructor(
      fonts: Record<string, { normal: string }>,
      files: Files,
      resolver: Resolver,
      mayRead: (path: string) => boolean,
    );
    createPdfKitDocument(
      definition: TDocumentDefinitions,
      options: { bufferPages: boolean },
    ): Promise<PDFKit.PDFDocument>;
  }

  export { Printer as default };
}

declare module 'fontkit' {
  export type OpenedFont = { hasGlyphForCodePoint(codePoint: number): boolean };
  export function create(bytes: Uint8Array): OpenedFont;
}
