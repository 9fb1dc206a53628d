import { createHash } from 'node:crypto';
import type Database from 'libsql';
import { parseEjson, stringifyEjson } from './ejson';
import { FolderRefused } from './errors';
import type { Document, Write } from './types';

// Read as bytes: the driver ends the whole process on a text that damage made invalid.
type Cell = ArrayBuffer | Uint8Array | null;
type Row = { collection: Cell; id: Cell; body: Cell; checksum: Cell };
const rowsAsBytes = `SELECT CAST(collection AS BLOB) AS collection, CAST(id AS BLOB) AS id,
  CAST(body AS BLOB) AS body, CAST(checksum AS BLOB) AS checksum FROM documents`;
const namesAsBytes = 'SELECT CAST(name AS BLOB) AS name FROM collections';
const sealAsBytes = `SELECT CAST(documents AS BLOB) AS documents, CAST(digest AS BLOB) AS digest
  FROM seal`;

const zero = '0'.repeat(16);

/** First 8 bytes of SHA-256 over where a document stands and what it says, in hex. */
type Bytes = string | Buffer;

/** The driver gives an ArrayBuffer or a Buffer, depending on how rows are asked for. */
function bytesOf(cell: Cell | undefined): Buffer {
  if (cell === null || cell === undefined) throw damaged('缺了一个值');
  return cell instanceof Uint8Array ? Buffer.from(cell) : Buffer.from(cell as ArrayBuffer);
}

function checksumOf(collection: Bytes, id: Bytes, body: Bytes): string {
  const hash = createHash('sha256');
  hash.update(collection).update('\0').update(id).update('\0').update(body);
  return hash.digest('hex').slice(0, 16);
}

function combine(left: string, right: string): string {
  return (BigInt(`0x${left}`) ^ BigInt(`0x${right}`)).toString(16).padStart(16, '0');
}

export const schema = `
  CREATE TABLE collections (name TEXT PRIMARY KEY) WITHOUT ROWID;
  CREATE TABLE documents (
    collection TEXT NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL, checksum TEXT NOT NULL,
    PRIMARY KEY (collection, id)
  ) WITHOUT ROWID;
  CREATE TABLE seal (one INTEGER PRIMARY KEY, documents INTEGER NOT NULL, digest TEXT NOT NULL);
  INSERT INTO seal VALUES (1, 0, '${zero}');
`;

/**
 * A commit of one new document, the commonest, as one statement: with its seal it is all or nothing
 * without a BEGIN and a COMMIT. Temporary things live in the connection, not in the file.
 */
const additions = `
  PRAGMA temp_store = MEMORY;
  CREATE TEMP VIEW additions AS
    SELECT collection, id, body, checksum, documents, digest FROM documents, seal;
  CREATE TEMP TRIGGER seal_addition INSTEAD OF INSERT ON additions BEGIN
    INSERT INTO documents VALUES (NEW.collection, NEW.id, NEW.body, NEW.checksum);
    UPDATE seal SET documents = NEW.documents, digest = NEW.digest;
  END;
`;

function isKnownKey(error: unknown): boolean {
  return String((error as { code?: unknown } | null)?.code).startsWith('SQLITE_CONSTRAINT');
}

/**
 * The durable copy. Every row carries a checksum and the seal carries the number and the
 * combined checksum of all rows, so that a flipped bit or a lost row is found when opening.
 */
export class Disk {
  private count = 0;
  private digest = zero;
  private readonly statements;

  constructor(private readonly database: Database.Database) {
    database.exec(additions);
    this.statements = {
      addAlone: database.prepare('INSERT INTO additions VALUES (?, ?, ?, ?, ?, ?)'),
      known: database.prepare('SELECT checksum FROM documents WHERE collection = ? AND id = ?'),
      add: database.prepare('INSERT OR IGNORE INTO documents VALUES (?, ?, ?, ?)'),
      put: database.prepare('INSERT OR REPLACE INTO documents VALUES (?, ?, ?, ?)'),
      drop: database.prepare('DELETE FROM documents WHERE collection = ? AND id = ?'),
      seal: database.prepare('UPDATE seal SET documents = ?, digest = ?'),
      collection: database.prepare('INSERT OR IGNORE INTO collections VALUES (?)'),
      // Prepared too: as texts each would be read anew with every commit.
      begin: database.prepare('BEGIN IMMEDIATE'),
      commit: database.prepare('COMMIT'),
    };
  }

  /**
   * Reads everything back.
   * @throws FolderRefused when what is stored is not what was written
   */
  load(): Map<string, Document[]> {
    const found = new Map<string, Document[]>();
    for (const row of this.database.prepare(namesAsBytes).all()) {
      found.set(String(bytesOf((row as { name: Cell }).name)), []);
    }
    for (const raw of this.database.prepare(rowsAsBytes).iterate()) {
      const row = raw as Row;
      const checksum = String(bytesOf(row.checksum));
      const collection = bytesOf(row.collection);
      const body = bytesOf(row.body);
      if (checksum !== checksumOf(collection, bytesOf(row.id), body)) {
        throw damaged('有文档被改动');
      }
      this.count += 1;
      this.digest = combine(this.digest, checksum);
      const documents = found.get(String(collection));
      if (documents === undefined) throw damaged('缺了一个集合');
      // Bodies were written from decoded documents, so no server date can be left in them.
      documents.push(parseEjson(String(body), 0) as Document);
    }
    const seal = this.database.prepare(sealAsBytes).get() as
      | { documents: Cell; digest: Cell }
      | undefined;
    const sealed = `${bytesOf(seal?.documents)} ${bytesOf(seal?.digest)}`;
    if (sealed !== `${this.count} ${this.digest}`) {
      throw damaged('有文档丢失,或不是同一时刻的');
    }
    return found;
  }

  /** Writes all or nothing, and returns only when the disk holds it (fsync on commit). */
  write(writes: readonly Write[], collections: readonly string[]): void {
    const [first] = writes;
    const isOne = writes.length === 1 && collections.length === 0;
    if (isOne && first !== undefined && this.addAlone(first)) return;
    const before = { count: this.count, digest: this.digest };
    this.statements.begin.run();
    try {
      for (const name of collections) this.statements.collection.run(name);
      for (const write of writes) this.writeOne(write);
      this.statements.seal.run(this.count, this.digest);
      this.statements.commit.run();
    } catch (error) {
      this.count = before.count;
      this.digest = before.digest;
      if (this.database.inTransaction) this.database.exec('ROLLBACK');
      throw error;
    }
  }

  close(): void {
    letGo(this.database);
  }

  /** @returns false where it is not a new document: nothing is written then */
  private addAlone({ collection, id, document }: Write): boolean {
    if (document === null) return false;
    const key = stringifyEjson(id);
    const body = stringifyEjson(document);
    const checksum = checksumOf(collection, key, body);
    const digest = combine(this.digest, checksum);
    try {
      this.statements.addAlone.run(collection, key, body, checksum, this.count + 1, digest);
    } catch (error) {
      if (isKnownKey(error)) return false;
      throw error;
    }
    this.count += 1;
    this.digest = digest;
    return true;
  }

  private writeOne({ collection, id, document }: Write): void {
    // Numbers, ObjectIds and texts that look like them are different ids.
    const key = stringifyEjson(id);
    if (document === null) {
      this.forget(collection, key);
      this.statements.drop.run(collection, key);
      return;
    }
    const body = stringifyEjson(document);
    const checksum = checksumOf(collection, key, body);
    // Mostly it is new: looking for an older one first would cost as much as writing it.
    if (this.statements.add.run(collection, key, body, checksum).changes === 0) {
      this.forget(collection, key);
      this.statements.put.run(collection, key, body, checksum);
    }
    this.count += 1;
    this.digest = combine(this.digest, checksum);
  }

  /** Takes what stands there out of the seal's sums. */
  private forget(collection: string, key: string): void {
    const known = this.statements.known.get(collection, key) as { checksum: string } | undefined;
    if (known === undefined) return;
    this.count -= 1;
    this.digest = combine(this.digest, known.checksum);
  }
}

/** Closes a database so that its folder is free at once. */
export function letGo(database: Database.Database): void {
  try {
    // The driver may keep the file open until its statements are collected; the lock must not.
    database.exec('PRAGMA locking_mode = NORMAL');
    database.prepare('SELECT count(*) FROM seal').get();
  } finally {
    database.close();
  }
}

export function damaged(what: string): FolderRefused {
  return new FolderRefused(
    `数据目录已损坏(${what})。请停下来,用备份换掉它;没有备份时把它移到别处,从空目录重新开始。`,
  );
}
