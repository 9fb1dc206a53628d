import {
  type OrderActor,
  type OrderFacts,
  orderStateLabels,
  orderWorkflow,
} from '../../../src/domain/exchange/order-workflow';
import type { OrderState } from '../../../src/domain/exchange/types';
import { Refusal } from '../../../src/domain/kernel/refusal';
import { checkMove, offeredMoves } from '../../../src/domain/kernel/workflow';

const states: OrderState[] = ['placed', 'handed-over', 'cancelled', 'shop-cancelled', 'expired'];
const line = { goodsId: 'soap', name: '香皂', unit: '块', count: 1, points: 5 };
const fine: OrderFacts = {
  pastLastDay: false,
  ownHousehold: false,
  scannedByThisKeeper: true,
  missing: null,
};
const outcome = (action: string, state: OrderState, facts: OrderFacts) => {
  try {
    const row = checkMove<OrderState, OrderActor, OrderFacts>(
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
      expect(outcome(action, state, fine)).toBe(state === 'placed' ? end : 'wrong-state');
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
  const all = { pastLastDay: true, ownHousehold: true, scannedByThisKeeper: false, missing: line };
  expect(outcome('hand-over', 'placed', all)).toBe('wrong-state');
  expect(outcome('hand-over', 'placed', { ...all, pastLastDay: false })).toBe('own-household');
  expect(outcome('hand-over', 'placed', { ...all, pastLastDay: false, ownHousehold: false })).toBe(
    'scan-first',
  );
  expect(outcome('hand-over', 'placed', { ...fine, missing: line })).toBe('stock-gone');
});

test('a keeper does not grant the grace of a shop at fault to the own household', () => {
  const own = { ...fine, ownHousehold: true };
  expect(outcome('cancel-for-shop', 'placed', own)).toBe('own-household');
  expect(outcome('cancel-order', 'placed', own)).toBe('cancelled');
});

test('each role is offered its own buttons, and none once the order has ended', () => {
  const offered = (state: OrderState, by: OrderActor) =>
    offeredMoves(orderWorkflow, state, [by], fine).map((move) => move.label);
  expect(offered('placed', 'resident')).toEqual(['出示取货码', '不换了']);
  expect(offered('placed', 'keeper')).toEqual(['扫取货码', '交货', '货交不了,退分']);
  for (const state of states.slice(1)) {
    for (const by of ['resident', 'keeper', 'timer'] as const)
      expect(offered(state, by)).toEqual([]);
  }
});

test('every ending has its own word', () => {
  expect(new Set(Object.values(orderStateLabels)).size).toBe(states.length);
});
