import { PlatformFailure } from '../platform-failure';

type Body = Record<string, unknown>;

const denied = (why: string) => new PlatformFailure('DATABASE_PERMISSION_DENIED', why);

function readObject(text: unknown): Record<string, unknown> {
  const value: unknown = (() => {
    try {
      return typeof text === 'string' ? JSON.parse(text) : (text ?? {});
    } catch {
      return null;
    }
  })();
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return value as Record<string, unknown>;
  }
  throw new PlatformFailure('INVALID_PARAM', 'data and query are objects');
}

function signed(text: unknown, openid: string): string {
  const fields = readObject(text);
  if ('_openid' in fields) throw denied('_openid is written by the platform');
  return JSON.stringify({ ...fields, _openid: openid });
}

const known = /^database\.(getDocument|calculateDocument|modifyDocument|removeDocument)$/;

/**
 * What a phone asks of a collection under 仅创建者可读写: what it adds is its own, and of the rest it
 * reaches what is. Throws PlatformFailure for whoever did not sign in and for anything else.
 */
export function asCreator(body: Body, openid: string | null): Body {
  if (openid === null) throw denied('sign in first');
  const { action, collectionName, data } = body;
  if (action === 'database.insertDocument') {
    const list = Array.isArray(data) ? data : [data];
    return { action, collectionName, data: list.map((text) => signed(text, openid)) };
  }
  if (typeof action !== 'string' || !known.test(action) || body.merge === false) {
    throw new PlatformFailure('INVALID_ACTION', 'this cloud speaks no such call of clients');
  }
  const query = JSON.stringify({ $and: [readObject(body.query), { _openid: openid }] });
  const one = body.queryType === 'DOC' ? { limit: 1, multi: false } : {};
  const { transactionId: _, ...rest } = body;
  return { ...rest, ...one, query, queryType: 'WHERE', upsert: false };
}
