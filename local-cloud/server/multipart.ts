/** One part of a form: its bytes, and its own type where it names one. */
export type Part = { content: Buffer; contentType: string | null };

/**
 * Reads multipart/form-data as the SDKs send it. The usual web readers treat a part without a file
 * name as text and thereby destroy the protobuf bytes that wx.openApi carries.
 * Returns the parts by name; throws when the body has no boundary.
 */
export function readMultipart(contentType: string, body: Buffer): Map<string, Part> {
  const boundary = /boundary="?([^";]+)"?/.exec(contentType)?.[1];
  if (boundary === undefined) throw new Error('multipart body without a boundary');
  const parts = new Map<string, Part>();
  const delimiter = Buffer.from(`--${boundary}`);
  let from = body.indexOf(delimiter);
  while (from >= 0) {
    const start = from + delimiter.length;
    const next = body.indexOf(delimiter, start);
    if (next < 0) break;
    const headerEnd = body.indexOf('\r\n\r\n', start);
    if (headerEnd >= 0 && headerEnd < next) {
      const header = body.subarray(start, headerEnd).toString();
      const name = /[ ;]name="([^"]*)"/.exec(header)?.[1];
      const type = /^content-type: *(.+)$/im.exec(header)?.[1];
      // The line break before the next delimiter belongs to the delimiter.
      const content = body.subarray(headerEnd + 4, next - 2);
      if (name !== undefined) parts.set(name, { content, contentType: type?.trim() ?? null });
    }
    from = next;
  }
  return parts;
}
