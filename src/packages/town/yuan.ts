/** What is typed as yuan, in fen; null where it is no such amount. Full-width digits are digits. */
export function readYuan(typed: string): number | null {
  const text = typed.normalize('NFKC').replace(/[,\s元]/g, '');
  const [, yuan, , fen = ''] = /^(\d{1,7})(\.(\d{1,2}))?$/.exec(text) ?? [];
  return yuan === undefined ? null : Number(yuan) * 100 + Number(fen.padEnd(2, '0'));
}

export const yuanInWords = (fen: number) => `${(fen / 100).toFixed(2)} 元`;
