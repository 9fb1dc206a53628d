import type { Engine } from '../../../../local-cloud/engine';
import { link, openMedici } from '../../medici/driver';
import { account, bookName, source } from '../medici';
import { type Intent, type Keeper, type Row, startPoints } from './intents';

type Medici = Awaited<ReturnType<typeof openMedici>>;
type MediciBook = InstanceType<Medici['Book']>;
type Session = Parameters<Parameters<Medici['mongoTransaction']>[0]>[0];

/** Plain: no transaction. Safe: as the README shows. Looked up: safe, each intent once by hand. */
export type MediciManner = 'plain' | 'safe' | 'looked up';

type MediciRow = { credit: number; debit: number; meta: { intent: string } };

function entryOf(book: MediciBook, { id, kind, points }: Intent) {
  const [from, to] = kind === 'award' ? [source, account] : [account, source];
  const intent = { intent: id };
  return book.entry(kind).debit(from, points, intent).credit(to, points, intent);
}

async function performPlain(book: MediciBook, intent: Intent): Promise<boolean> {
  if (intent.kind === 'spend') {
    const { balance } = await book.balance({ account });
    if (balance < intent.points) return false;
  }
  await entryOf(book, intent).commit();
  return true;
}

/** Where an intent stands already, it is not written again; medici itself knows no intents. */
async function standsAlready(book: MediciBook, intent: Intent, session: Session) {
  const { results } = await book.ledger({ account, intent: intent.id }, { session });
  return results.length > 0;
}

async function performSafe(
  medici: Medici,
  book: MediciBook,
  intent: Intent,
  lookUp: boolean,
): Promise<boolean> {
  let done = true;
  await medici
    .mongoTransaction(async (session) => {
      done = true;
      if (lookUp && (await standsAlready(book, intent, session))) return;
      await entryOf(book, intent).commit({ session });
      if (intent.kind === 'spend') {
        const { balance } = await book.balance({ account }, { session });
        done = balance >= 0;
        if (!done) throw new RangeError('not enough');
      }
      await book.writelockAccounts([account], { session });
    })
    .catch((error: unknown) => {
      if (!(error instanceof RangeError)) throw error;
    });
  return done;
}

export async function keepMedici(
  engine: Engine,
  faulty: Engine,
  manner: MediciManner,
  pause: () => Promise<void>,
): Promise<Keeper> {
  const medici = await openMedici();
  link.current = faulty;
  link.pause = pause;
  const book = new medici.Book(bookName);
  const start: Intent = { id: 'start', kind: 'award', points: startPoints };
  await entryOf(book, start).commit();
  const rows: Row[] = [];
  engine.onCommit(({ writes }) => {
    for (const { collection, document } of writes) {
      if (collection !== 'medici_transactions' || document?.accounts !== account) continue;
      const { credit, debit, meta } = document as unknown as MediciRow;
      rows.push({ intentId: meta.intent, points: credit - debit });
    }
  });
  return {
    name: `medici, ${manner}`,
    perform: (intent) =>
      manner === 'plain'
        ? performPlain(book, intent)
        : performSafe(medici, book, intent, manner === 'looked up'),
    rows: () => rows,
    balance: async () => (await book.balance({ account })).balance,
  };
}
