/**
 * Reads multipart/form-data as the SDK sends it. The usual web readers treat a part without a file
 * name as text and thereby destroy the protobuf bytes that wx.openApi carries.
 * Returns each part's bytes by name; throws when the body has no boundary.
 */
export function readMultipart(contentType: string, body: Buffer): Map<string, Buffer> {
  const boundary = /boundary="?([^";]+)"?/.exec(contentType)?.[1];
  if (boundary === undefined) throw new Error('multipart body without a boundary');
  const parts = new Map<string, Buffer>();
  const delimiter = Buffer.from(`--${boundary}`);
  let from = body.indexOf(delimiter);
  while (from >= 0) {
    const start = from + delimiter.length;
    const next = body.indexOf(delimiter, start);
    if (next < 0) break;
    const headerEnd = body.indexOf('\r\n\r\n', start);
    if (headerEnd >= 0 && headerEnd < next) {
      const header = body.subarray(start, headerEnd).toString();
      const name = /name="([^"]*)"/.exec(header)?.[1];
      // The line break before the next delimiter belongs to the delimiter.
      if (name !== undefined) parts.set(name, body.subarray(headerEnd + 4, next - 2));
    }
    from = next;
  }
  return parts;
}
