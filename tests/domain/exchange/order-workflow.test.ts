import {
  nobodyIsHandingOver,
  noOtherKeeperIsHandingOver,
  type OrderActor,
  type OrderFacts,
  orderStateLabels,
  orderWorkflow,
} from '../../../src/domain/exchange/order-workflow';
import type { OrderState } from '../../../src/domain/exchange/types';
import { Refusal } from '../../../src/domain/kernel/refusal';
import { mustAllowMove, offeredMoves } from '../../../src/domain/kernel/workflow';
import { at } from './fixture';

const states: OrderState[] = ['placed', 'handed-over', 'cancelled', 'shop-cancelled', 'expired'];
const line = { goodsId: 'soap', name: '香皂', unit: '块', count: 1, points: 5 };
const fine: OrderFacts = {
  pastLastDay: false,
  ownHousehold: false,
  scan: null,
  missing: null,
  frozen: false,
  threeStand: true,
};
const own = { byThisKeeper: true, endsAtMs: at('2026-11-23T14:35:20') };
const others = { ...own, byThisKeeper: false };
const outcome = (action: string, state: OrderState, facts: OrderFacts) => {
  try {
    const row = mustAllowMove<OrderState, OrderActor, OrderFacts>(
      orderWorkflow,
      action,
      state,
      facts,
      (each) => orderStateLabels[each],
    );
    return row.to[0];
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
};

test('every state × action: only a placed order moves, and to one word of its own', () => {
  const ends: Record<string, OrderState> = {
    'issue-pickup-code': 'placed',
    'open-pickup': 'placed',
    'hand-over': 'handed-over',
    'cancel-order': 'cancelled',
    'cancel-for-shop': 'shop-cancelled',
  };
  for (const [action, end] of Object.entries(ends)) {
    for (const state of states) {
      const facts = action === 'hand-over' ? { ...fine, scan: own } : fine;
      expect(outcome(action, state, facts)).toBe(state === 'placed' ? end : 'wrong-state');
      expect(outcome(action, state, { ...fine, pastLastDay: true })).toBe('wrong-state');
    }
  }
  for (const state of states) {
    const over = { ...fine, pastLastDay: true };
    expect(outcome('expire-orders', state, over)).toBe(
      state === 'placed' ? 'expired' : 'wrong-state',
    );
    expect(outcome('expire-orders', state, fine)).toBe('wrong-state');
  }
  expect(outcome('no-such-action', 'placed', fine)).toBe('wrong-state');
});

test('hand-over names the first thing that is in the way', () => {
  const all = { ...fine, pastLastDay: true, ownHousehold: true, missing: line };
  expect(outcome('hand-over', 'placed', all)).toBe('wrong-state');
  expect(outcome('hand-over', 'placed', { ...all, pastLastDay: false })).toBe('own-household');
  expect(outcome('hand-over', 'placed', { ...all, pastLastDay: false, ownHousehold: false })).toBe(
    'scan-first',
  );
  expect(outcome('hand-over', 'placed', { ...fine, scan: own, missing: line })).toBe('stock-gone');
});

test('while a scan stands, only the keeper who scanned ends the order or scans it anew', () => {
  const ends = ['open-pickup', 'hand-over', 'cancel-order', 'cancel-for-shop', 'expire-orders'];
  const outcomes = (facts: Partial<OrderFacts>) =>
    ends.map((action) => outcome(action, 'placed', { ...fine, ...facts }));
  const no = 'being-handed-over';
  expect(outcomes({ scan: own })).toEqual([
    'placed',
    'handed-over',
    no,
    'shop-cancelled',
    'wrong-state',
  ]);
  expect(outcomes({ scan: others })).toEqual([no, no, no, no, 'wrong-state']);
  // Scanned in the last minutes of the last day: the goods may be across the counter at midnight.
  const over = { pastLastDay: true };
  expect(outcomes({ ...over, scan: own })).toEqual([
    ...['wrong-state', 'handed-over', 'wrong-state', 'shop-cancelled', no],
  ]);
  expect(outcomes({ ...over, scan: others })).toEqual([
    ...['wrong-state', 'wrong-state', 'wrong-state', 'wrong-state', no],
  ]);
});

test('of a frozen household nothing is handed over, and everything is given back as ever', () => {
  const frozen = { ...fine, scan: own, frozen: true };
  for (const action of ['issue-pickup-code', 'hand-over']) {
    expect(outcome(action, 'placed', frozen)).toBe('spending-frozen');
  }
  expect(outcome('cancel-order', 'placed', { ...frozen, scan: null })).toBe('cancelled');
  expect(outcome('cancel-for-shop', 'placed', frozen)).toBe('shop-cancelled');
  expect(outcome('expire-orders', 'placed', { ...fine, frozen: true, pastLastDay: true })).toBe(
    'expired',
  );
});

test('whoever has to wait for a scan is told until when', () => {
  const facts = { ...fine, scan: others };
  expect(nobodyIsHandingOver(facts)?.message).toBe(
    '店里扫了码,正在交货,现在不能退。没拿到东西的话,14:36以后再来退。',
  );
  expect(noOtherKeeperIsHandingOver(facts)?.message).toBe(
    '店里另一位扫了码,正在交这张单。请让那一位办完,或14:36以后再来。',
  );
  expect(noOtherKeeperIsHandingOver({ ...fine, scan: own })).toBeNull();
});

test('a keeper does not grant the grace of a shop at fault to the own household', () => {
  const ofOwn = { ...fine, ownHousehold: true };
  expect(outcome('cancel-for-shop', 'placed', ofOwn)).toBe('own-household');
  expect(outcome('open-pickup', 'placed', ofOwn)).toBe('own-household');
  expect(outcome('cancel-order', 'placed', ofOwn)).toBe('cancelled');
});

test('each role is offered its own buttons, and none once the order has ended', () => {
  const offered = (state: OrderState, by: OrderActor, scan: OrderFacts['scan'] = null) =>
    offeredMoves(orderWorkflow, state, [by], { ...fine, scan }).map((move) => move.label);
  expect(offered('placed', 'resident')).toEqual(['出示取货码', '不换了']);
  expect(offered('placed', 'keeper')).toEqual(['扫取货码', '货交不了,退分']);
  expect(offered('placed', 'keeper', own)).toEqual(['扫取货码', '交货', '货交不了,退分']);
  expect(offered('placed', 'keeper', others)).toEqual([]);
  expect(offered('placed', 'resident', others)).toEqual(['出示取货码']);
  for (const state of states.slice(1)) {
    for (const by of ['resident', 'keeper', 'timer'] as const)
      expect(offered(state, by)).toEqual([]);
  }
});

test('every ending has its own word', () => {
  expect(new Set(Object.values(orderStateLabels)).size).toBe(states.length);
});
