import Database from 'libsql';
import type { Random } from '../../support/random';
import { collection, documentCount, goneCount } from './good-folder';

/** Damage of which no row tells: each says what was written once, under its own checksum. */
export const rowHarms = ['row-gone', 'row-older', 'row-back'] as const;
export type RowHarm = (typeof rowHarms)[number];

function within<T>(file: string, work: (database: Database.Database) => T): T {
  const database = new Database(file);
  try {
    return work(database);
  } finally {
    database.close();
  }
}

/** Takes one row out, or puts one in as it was before; says which. */
export function harmRow(random: Random, file: string, earlier: string, kind: RowHarm): string {
  // The first row says the same at both moments.
  const number =
    kind === 'row-back'
      ? documentCount + random.integer(goneCount)
      : 1 + random.integer(documentCount - 1);
  const place = [collection, JSON.stringify(`r${number}`)];
  return within(file, (database) => {
    database.prepare('ATTACH ? AS earlier').run(earlier);
    const where = 'WHERE collection = ? AND id = ?';
    const statement =
      kind === 'row-gone'
        ? `DELETE FROM main.documents ${where}`
        : `INSERT OR REPLACE INTO main.documents SELECT * FROM earlier.documents ${where}`;
    const { changes } = database.prepare(statement).run(...place);
    if (changes !== 1) throw new Error(`${kind} of r${number} changed ${changes} rows`);
    return `${kind} r${number}`;
  });
}

/** Makes the seal say what the rows say: what is refused no longer, the seal alone had found. */
export function sealAgain(file: string): void {
  within(file, (database) => {
    const rows = database.prepare('SELECT checksum FROM documents').all() as {
      checksum: string;
    }[];
    const digest = rows.reduce((all, { checksum }) => all ^ BigInt(`0x${checksum}`), 0n);
    const text = digest.toString(16).padStart(16, '0');
    database.prepare('UPDATE seal SET documents = ?, digest = ?').run(rows.length, text);
  });
}
