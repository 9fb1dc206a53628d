import {
  type Account,
  award,
  type Entry,
  hold,
  openAccount,
  redeem,
  release,
} from '../../../src/domain/ledger/ledger';
import { statementLineOf } from '../../../src/domain/ledger/statement';
import { eventsOf } from '../../../src/domain/ledger/statement-events';
import { randomFrom } from '../../support/random';

const startMs = Date.parse('2026-03-01T09:00:00+08:00');
const dayMs = 86_400_000;
const record = { kind: 'record' as const, id: 'record-1', title: '植树治沙', ruleVersion: 1 };
const orderOf = (id: string) => ({
  ...{ kind: 'order' as const, id, title: '超市 香皂×1', ruleVersion: 0 },
});

const opened = openAccount('v01-1', 'v01', startMs);
const given = award(opened.account, { honour: 9, spendable: 7 }, record, startMs);
const held = hold(given.account, 5, orderOf('one'), startMs + dayMs);
const linesOf = (...steps: { entries: readonly Entry[] }[]) =>
  steps
    .flatMap(({ entries }) => entries)
    .map(statementLineOf)
    .reverse();

test('a deed and the first day are an event each, with what they did to both purses', () => {
  expect(eventsOf(linesOf(opened, given))).toMatchObject([
    { title: '植树治沙', note: null, spendable: 7, honour: 9, day: '2026-03-01' },
    { note: '开户', spendable: 0, honour: 100 },
  ]);
});

test('an order is one event, from the day its points were held to what became of it', () => {
  const order = orderOf('one');
  expect(eventsOf(linesOf(given, held))[0]).toMatchObject({
    ...{ title: '下单 超市 香皂×1', note: null, spendable: -5, honour: 0, day: '2026-03-02' },
  });
  const redeemed = redeem(held.account, held.shares, order, startMs + 3 * dayMs);
  const events = eventsOf(linesOf(given, held, redeemed));
  expect(events).toHaveLength(2);
  expect(events[0]).toMatchObject({
    ...{ title: '换了 超市 香皂×1', note: null, spendable: -5, day: '2026-03-04' },
    lines: [{ kind: '兑换' }, { kind: '下单占用' }],
  });
  const later = startMs + 3 * dayMs;
  const released = release(held.account, held.shares, order, later, { shopAtFault: false });
  expect(eventsOf(linesOf(given, held, released))[0]).toMatchObject({
    ...{ title: '没换成 超市 香皂×1', note: '占住的 5 分退回来了', spendable: 0 },
  });
});

test('what was spent is told also where the line that held it stands on an older page', () => {
  const redeemed = redeem(held.account, held.shares, orderOf('one'), startMs + 3 * dayMs);
  expect(eventsOf(linesOf(redeemed))).toMatchObject([{ title: '换了 超市 香皂×1', spendable: -5 }]);
});

test.each([1, 2, 3, 4, 5])(
  'events tell every line once and come to what the purses hold, %i',
  (seed) => {
    const random = randomFrom(seed);
    let account: Account = opened.account;
    const steps: { entries: readonly Entry[] }[] = [opened];
    const open = new Map<string, ReturnType<typeof hold>['shares']>();
    const take = (step: { account: Account; entries: readonly Entry[] }) => {
      account = step.account;
      steps.push(step);
    };
    for (let turn = 0; turn < 60; turn += 1) {
      const atMs = startMs + turn * dayMs;
      const [waiting] = [...open.keys()];
      if (waiting !== undefined && random.chance(0.5)) {
        const shares = open.get(waiting) ?? [];
        const order = orderOf(waiting);
        open.delete(waiting);
        if (random.chance(0.5)) take(redeem(account, shares, order, atMs));
        else take(release(account, shares, order, atMs, { shopAtFault: false }));
      } else if (account.spendable >= 3 && random.chance(0.5)) {
        const step = hold(account, 3, orderOf(`order-${turn}`), atMs);
        open.set(`order-${turn}`, step.shares);
        take(step);
      } else take(award(account, { honour: 2, spendable: 2 }, record, atMs));
    }
    const lines = linesOf(...steps);
    const events = eventsOf(lines);
    expect(events.flatMap((event) => event.lines).sort((a, b) => b.sequence - a.sequence)).toEqual(
      lines,
    );
    const sum = (key: 'spendable' | 'honour') => events.reduce((all, each) => all + each[key], 0);
    expect(sum('spendable')).toBe(account.spendable);
    expect(sum('honour')).toBe(account.honour);
  },
);
