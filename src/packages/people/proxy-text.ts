const prefix = 'JF.P.';

/** What the helper's screen shows to whoever stands there: which visit it is, and nothing more. */
export const writeProxyText = (proxyId: string) => `${prefix}${proxyId}`;

/** Null for any other code. */
export function readProxyText(text: string): string | null {
  const id = text.trim().startsWith(prefix) ? text.trim().slice(prefix.length) : '';
  return /^[0-9A-HJKMNP-TV-Z]{26}$/.test(id) ? id : null;
}
