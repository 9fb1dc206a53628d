const prefix = 'JF.I.';

/** What the QR code of an invitation says. */
export const writeInvitationText = (code: string) => `${prefix}${code}`;

/** `ABCDE FGHJK`, to be read out. */
export const inTwo = (code: string) => `${code.slice(0, 5)} ${code.slice(5)}`;

/** A code as it was scanned or typed, whatever its spaces and look-alikes; null for no code. */
export function readInvitationText(text: string): string | null {
  const typed = text.trim().replace(prefix, '').toUpperCase().replace(/[\s-]/g, '');
  const code = typed.replace(/O/g, '0').replace(/[IL]/g, '1');
  return /^[0-9A-HJKMNP-TV-Z]{10}$/.test(code) ? code : null;
}
