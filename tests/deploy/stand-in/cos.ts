import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Account } from './account';

const xml = (name: string, fields: Record<string, string>) =>
  `<${name}>${Object.entries(fields)
    .map(([key, value]) => `<${key}>${value}</${key}>`)
    .join('')}</${name}>`;

/** One page of what is stored, in order of the keys, as the interface gives it. */
function listing({ stored }: Account, asked: URLSearchParams): string {
  const [prefix, marker] = [asked.get('prefix') ?? '', asked.get('marker') ?? ''];
  const keys = [...stored.keys()].filter((key) => key.startsWith(prefix) && key > marker).sort();
  const page = keys.slice(0, Number(asked.get('max-keys')));
  const isLast = page.length === keys.length;
  const contents = page.map((Key) => {
    const LastModified = new Date(stored.get(Key) ?? 0).toISOString();
    return xml('Contents', { Key, LastModified, Size: '1' });
  });
  const more = xml('Page', {
    IsTruncated: String(!isLast),
    ...(!isLast && { NextMarker: page.at(-1) ?? '' }),
  }).replace(/<\/?Page>/g, '');
  return `<ListBucketResult>${more}${contents.join('')}</ListBucketResult>`;
}

/**
 * An upload in parts, as the library's COS client makes it for bundles that are too large for a
 * call: begin, every part, finish; one without parts is put in one piece.
 */
export function receiveUpload(
  account: Account,
  request: IncomingMessage,
  response: ServerResponse,
  body: Buffer,
): void {
  const { pathname, searchParams } = new URL(request.url ?? '', 'http://stand-in');
  const key = decodeURIComponent(pathname);
  const { parts } = account;
  const uploadId = searchParams.get('uploadId');
  response.setHeader('content-type', 'application/xml');
  response.setHeader('etag', `"${body.byteLength}"`);
  if (request.method === 'POST' && searchParams.has('uploads')) {
    parts.set(key, new Map());
    response.end(xml('InitiateMultipartUploadResult', { Key: key.slice(1), UploadId: 'one' }));
  } else if (request.method === 'PUT' && uploadId !== null) {
    parts.get(key)?.set(Number(searchParams.get('partNumber')), body);
    response.end();
  } else if (request.method === 'POST' && uploadId !== null) {
    const all = [...(parts.get(key) ?? [])].sort(([left], [right]) => left - right);
    account.uploads.set(key, Buffer.concat(all.map(([, part]) => part)));
    response.end(xml('CompleteMultipartUploadResult', { Key: key.slice(1), ETag: '"all"' }));
  } else if (request.method === 'DELETE') {
    response.statusCode = account.stored.delete(key.slice(1)) ? 204 : 404;
    response.end();
  } else if (request.method === 'GET' && searchParams.has('max-keys')) {
    response.end(listing(account, searchParams));
  } else if (request.method === 'PUT') {
    account.uploads.set(key, body);
    response.end();
  } else {
    // Which uploads were begun before: none.
    response.end(xml('ListMultipartUploadsResult', { IsTruncated: 'false' }));
  }
}
