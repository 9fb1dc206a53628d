import { Hono } from 'hono';
import { PlatformFailure, toPlatformFailure } from '../platform-failure';
import type { StorageService, Upload } from '../storage/service';
import { OPENID_HEADER, readOpenid } from './function-routes';
import { readMultipart } from './multipart';

const FILE_MAXIMUM_BYTES = 100 * 1024 * 1024;
const DEFAULT_TYPE = 'application/octet-stream';

/** What a form says around the file it carries. */
const FORM_MAXIMUM_BYTES = 64 * 1024;

function checkSize(bytes: number, maximum = FILE_MAXIMUM_BYTES): void {
  if (bytes <= maximum) return;
  throw new PlatformFailure('EXCEED_REQUEST_SIZE_LIMIT', 'a file is 100 MB at most');
}

async function readUpload(request: Request): Promise<Upload> {
  checkSize(Number(request.headers.get('content-length') ?? 0));
  const content = new Uint8Array(await request.arrayBuffer());
  checkSize(content.byteLength);
  return { contentType: request.headers.get('content-type') ?? DEFAULT_TYPE, content };
}

/** COS's form for an upload: fields, among them `key` for the path, and last the file. */
async function readForm(request: Request): Promise<{ path: string; upload: Upload }> {
  const most = FILE_MAXIMUM_BYTES + FORM_MAXIMUM_BYTES;
  checkSize(Number(request.headers.get('content-length') ?? 0), most);
  const body = Buffer.from(await request.arrayBuffer());
  checkSize(body.byteLength, most);
  const type = request.headers.get('content-type') ?? '';
  const parts = type.startsWith('multipart/form-data') ? readMultipart(type, body) : new Map();
  const file = parts.get('file');
  if (file === undefined) throw new PlatformFailure('INVALID_PARAM', 'the form carries no file');
  checkSize(file.content.byteLength);
  const upload = { contentType: file.contentType ?? DEFAULT_TYPE, content: file.content };
  return { path: parts.get('key')?.content.toString() ?? '', upload };
}

/** COS answers in XML; the SDK reads exactly these four fields. */
function cosError(error: unknown): string {
  const { code, message } = toPlatformFailure(error);
  const fields = { Code: code, Message: message, RequestId: 'local', TraceId: 'local' };
  const inner = Object.entries(fields).map(([name, text]) => `<${name}>${text}</${name}>`);
  return `<?xml version='1.0' encoding='utf-8' ?><Error>${inner.join('')}</Error>`;
}

/** Uploads from phones, and the temporary addresses that the SDKs and pictures use. */
export function storageRoutes(storage: StorageService): Hono {
  const routes = new Hono();
  routes.post('/upload', async (context) => {
    const openid = readOpenid(context.req.header(OPENID_HEADER));
    const path = context.req.query('path') ?? '';
    const upload = await readUpload(context.req.raw);
    return context.json(await storage.uploadFromClient(path, openid, upload));
  });
  routes.put('/put/:token', async (context) => {
    try {
      await storage.uploadTo(context.req.param('token'), await readUpload(context.req.raw));
      return context.body('', 200);
    } catch (error) {
      return context.body(cosError(error), 403, { 'content-type': 'application/xml' });
    }
  });
  // The way of node-sdk 2 and of wx-server-sdk up to 3.0.
  routes.post('/put/:token', async (context) => {
    try {
      const { path, upload } = await readForm(context.req.raw);
      await storage.uploadTo(context.req.param('token'), upload, path);
      return context.body(null, 204);
    } catch (error) {
      return context.body(cosError(error), 403, { 'content-type': 'application/xml' });
    }
  });
  routes.get('/download/:token', async (context) => {
    const { info, content } = await storage.download(context.req.param('token'));
    return context.body(Buffer.from(content), 200, {
      'content-type': info.contentType,
      'content-length': String(info.bytes),
      // Uploaded by anyone, shown by this origin: it must never be run as a page of it.
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
    });
  });
  return routes;
}
