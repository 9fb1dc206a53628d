import type { Movement, Order, Stock } from '../../../src/domain/exchange/types';
import { type Account, type Entry, verifyChain } from '../../../src/domain/points/ledger';
import { type Database, readWhole } from './wire';

export type Books = { accounts: number; entries: number; orders: number; movements: number };

function groupBy<T>(list: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of list) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

function withoutId<T>(document: T & { _id: string }): T {
  const { _id, ...rest } = document;
  return rest as T;
}

type Whole = {
  accounts: (Account & { _id: string })[];
  entries: (Entry & { _id: string })[];
  orders: Order[];
  stock: Stock[];
  movements: Movement[];
};

/** Each chain recomputes to its purse, and what is held is what its open orders cost. */
function checkAccounts({ accounts, entries, orders }: Whole): string[] {
  const faults: string[] = [];
  const chains = groupBy(entries, (entry) => entry.householdId);
  const open = groupBy(
    orders.filter((order) => order.state === 'placed'),
    (order) => order.householdId,
  );
  for (const account of accounts) {
    const { householdId } = account;
    const chain = (chains.get(householdId) ?? [])
      .sort((left, right) => left.sequence - right.sequence)
      .map((entry) => withoutId<Entry>(entry));
    chains.delete(householdId);
    const verdict = verifyChain(withoutId<Account>(account), chain);
    if (!verdict.sound) faults.push(`purse ${householdId}: ${JSON.stringify(verdict)}`);
    const held = (open.get(householdId) ?? []).reduce((sum, order) => sum + order.points, 0);
    if (account.held !== held) faults.push(`${householdId} holds ${account.held}, not ${held}`);
    const least = Math.min(account.held, account.spendable, account.honour);
    if (least < 0) faults.push(`${householdId} is below zero`);
  }
  for (const householdId of chains.keys()) faults.push(`${householdId} has entries, no account`);
  return faults;
}

/** Each shelf is the sum of its movements, and what it holds is what open orders wait for. */
function checkShelves({ orders, stock, movements }: Whole): string[] {
  const faults: string[] = [];
  const moved = groupBy(movements, (movement) => movement.stockId);
  const lines = groupBy(
    orders
      .filter((order) => order.state === 'placed')
      .flatMap((order) =>
        order.lines.map((line) => ({ ...line, stockId: `${order.shopId}.${line.goodsId}` })),
      ),
    (line) => line.stockId,
  );
  for (const shelf of stock) {
    const stockId = `${shelf.shopId}.${shelf.goodsId}`;
    const own = moved.get(stockId) ?? [];
    const sum = (field: 'onHandChange' | 'heldChange') =>
      own.reduce((total, movement) => total + movement[field], 0);
    const wanted = (lines.get(stockId) ?? []).reduce((total, line) => total + line.count, 0);
    const found = [shelf.onHand, shelf.held, shelf.sequence, shelf.held].join(' ');
    const right = [sum('onHandChange'), sum('heldChange'), own.length, wanted].join(' ');
    if (found !== right) faults.push(`stock ${stockId}: ${found}, movements say ${right}`);
    if (shelf.onHand < 0) faults.push(`stock ${stockId} is below zero`);
  }
  return faults;
}

/** What does not hold in a whole township's points, orders and shelves; empty when all does. */
export function faultsOfBooks(whole: Whole): string[] {
  return [...checkAccounts(whole), ...checkShelves(whole)];
}

/** Reads the books of a running cloud. @throws Error that names the first faults */
export async function checkBooks(db: Database): Promise<Books> {
  const whole: Whole = {
    accounts: await readWhole<Account>(db, 'accounts'),
    entries: await readWhole<Entry>(db, 'entries'),
    orders: await readWhole<Order>(db, 'orders'),
    stock: await readWhole<Stock>(db, 'stock'),
    movements: await readWhole<Movement>(db, 'movements'),
  };
  const faults = faultsOfBooks(whole);
  if (faults.length > 0) throw new Error(`the books: ${faults.slice(0, 5).join('; ')}`);
  const { accounts, entries, orders, movements } = whole;
  return {
    accounts: accounts.length,
    entries: entries.length,
    orders: orders.length,
    movements: movements.length,
  };
}
