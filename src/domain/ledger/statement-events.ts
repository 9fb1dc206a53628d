import { kindWords, type StatementLine } from './statement';

/** What a household lived through: a deed, an order with all that came of it, a date. */
export type StatementEvent = {
  /** Of its newest line: a name among the events. */
  sequence: number;
  day: string;
  title: string;
  /** What it was beside its title: `到期失效`; null where the title says it. */
  note: string | null;
  /** Points, signed: what it came to for the household. */
  spendable: number;
  honour: number;
  /** Its lines in the book, newest first. */
  lines: StatementLine[];
};

/** Where it has one line, the title tells these by itself. */
const untold = new Set<string>([kindWords.award, kindWords.hold]);

const isOf = (kind: 'hold' | 'redeem' | 'release') => (line: StatementLine) =>
  line.kind === kindWords[kind];

/**
 * What an order has come to: the line that held its points may stand on an older page, so what
 * was spent is read from the line that spent it.
 */
function orderSoFar(lines: readonly StatementLine[]): { told: string; spendable: number } {
  const redeemed = lines.filter(isOf('redeem'));
  if (redeemed.length > 0) {
    return { told: '换了', spendable: redeemed.reduce((sum, { held }) => sum + held, 0) };
  }
  if (lines.some(isOf('release'))) return { told: '没换成', spendable: 0 };
  return { told: '下单', spendable: lines.reduce((sum, { spendable }) => sum + spendable, 0) };
}

function eventOf(lines: StatementLine[]): StatementEvent {
  const [newest] = lines as [StatementLine, ...StatementLine[]];
  const { sequence, day, kind, title, honour, spendable, orderId } = newest;
  const common = { sequence, day, lines };
  if (orderId !== null) {
    const { told, spendable: spent } = orderSoFar(lines);
    const returned = lines.find(isOf('release'));
    const note = returned ? `占住的 ${returned.spendable} 分退回来了` : null;
    return { ...common, title: `${told} ${title}`, note, spendable: spent, honour: 0 };
  }
  const note = untold.has(kind) || kind === title ? null : kind;
  return { ...common, title, note, spendable, honour };
}

/**
 * The lines of a household's book as events, one a line: what was held for an order and then
 * handed over or given back is one event, told where its newest line stands.
 * @param lines newest first; where older ones are not there yet, an event has fewer of them
 */
export function eventsOf(lines: readonly StatementLine[]): StatementEvent[] {
  const events = new Map<string, StatementLine[]>();
  for (const line of lines) {
    const key = line.orderId === null ? String(line.sequence) : `order ${line.orderId}`;
    const known = events.get(key);
    if (known) known.push(line);
    else events.set(key, [line]);
  }
  return [...events.values()].map(eventOf);
}
