import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { parseEjson, stringifyEjson } from '../../../local-cloud/engine';
import type { Admin } from '../../../local-cloud/server/admin';
import { createApp } from '../../../local-cloud/server/app';

type Body = { action: string; collectionName: string; query: string; data: string[] };

const jsonType = 'application/json; charset=utf-8';

/**
 * The least that can stand behind the route: one libsql table, documents by id as text in the same
 * encoding, each add one commit with an fsync. No index, query, transaction, checksum or limit.
 */
function openPlainTable(directory: string): Admin {
  mkdirSync(directory, { recursive: true });
  const database = new Database(join(directory, 'plain.sqlite'));
  // As local-cloud's own folder is opened.
  database.exec('PRAGMA page_size = 4096; PRAGMA locking_mode = EXCLUSIVE');
  database.exec('PRAGMA journal_mode = PERSIST; PRAGMA synchronous = FULL');
  database.exec(`CREATE TABLE documents (
    collection TEXT NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (collection, id)
  ) WITHOUT ROWID`);
  const select = database.prepare('SELECT body FROM documents WHERE collection = ? AND id = ?');
  const insert = database.prepare('INSERT INTO documents VALUES (?, ?, ?)');

  const answer = ({ action, collectionName, query, data }: Body): object => {
    if (action === 'database.getDocument') {
      const { _id } = parseEjson(query, 0) as { _id: string };
      const row = select.get(collectionName, _id) as { body: string } | undefined;
      // As it is stored it can go out: nothing is read or written anew.
      const list = row === undefined ? [] : [row.body];
      return { data: { list }, limit: 1, offset: 0 };
    }
    const documents = data.map((text) => parseEjson(text, 0) as { _id: string });
    for (const document of documents) {
      insert.run(collectionName, document._id, stringifyEjson(document));
    }
    return { data: { insertedIds: documents.map(({ _id }) => _id) } };
  };
  return {
    async handle({ body }) {
      const requestId = crypto.randomUUID();
      const value = answer(JSON.parse(body.toString()) as Body);
      return { contentType: jsonType, body: JSON.stringify({ requestId, ...value }) };
    },
  };
}

/** The table in `directory` behind local-cloud's own route: of the whole app only it is asked. */
export function plainApp(directory: string) {
  const admin = openPlainTable(directory);
  return createApp({ admin, countRequest: () => {}, openApi: {} } as never);
}
