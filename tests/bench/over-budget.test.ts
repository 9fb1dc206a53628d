import { looseBudgets, overBudget } from './over-budget';

const wanted = { unit: 'bytes', remedy: 'make it smaller' };

test('what is within its budget says nothing', () => {
  expect(overBudget({ points: 10 }, { points: 10 }, wanted)).toEqual([]);
});

test('what passes its budget is named, with both numbers and what to do', () => {
  const [sentence] = overBudget({ points: 11, lists: 1 }, { points: 10, lists: 1 }, wanted);
  expect(sentence).toMatch(/^points measures 11 bytes and may have 10: make it smaller, or/);
  expect(sentence).toContain('config/budgets.json');
});

test('what has no budget, and a budget of nothing, are named too', () => {
  const sentences = overBudget({ cases: 5 }, { lists: 1 }, wanted);
  expect(sentences).toHaveLength(2);
  expect(sentences[0]).toContain('cases measures 5 bytes and has no budget');
  expect(sentences[1]).toContain('lists has a budget and is nothing that was measured');
});

test('a budget may be a tenth above what is reached, rounded up, and no more', () => {
  const reached = { points: 10, lists: 1, cases: 0, people: 21 };
  expect(looseBudgets(reached, { points: 11, lists: 2, cases: 0, people: 24 }, 'requests')).toEqual(
    [],
  );
  const [sentence, ...others] = looseBudgets(reached, { points: 12 }, 'requests');
  expect(sentence).toMatch(/^points measures 10 requests and may have 12: write 11 into/);
  expect(others).toEqual([]);
});
