import { cardOf, everyAction } from '../proof/cards';
import { isFlat, perAction, reasonToGrow } from './actions/growth';
import { type ActionCost, measureActions } from './actions/measure';
import { looseBudgets, overBudget } from './over-budget';

/** A page is full at the larger size; it grows less by that than a history does. */
const sizes = [30, 600];

const measured: ActionCost[][] = [];

beforeAll(async () => {
  for (const size of sizes) measured.push(await measureActions(size));
}, 300_000);

test('no action but those whose cards say why costs more in a village with a longer past', () => {
  const growing = perAction(measured).flatMap((costs) => (isFlat(costs) ? [] : costs.slice(0, 1)));
  const unexplained = growing.filter((cost) => reasonToGrow(cost) === null);
  expect(unexplained.map(({ action }) => action)).toEqual([]);
  // The measure itself must see growth where there is some.
  expect(growing.map(({ action }) => action)).toContain('verify-account');
});

/** By name, in the older village. */
const figuresOf = (pick: (cost: ActionCost) => number) =>
  Object.fromEntries(
    (measured.at(-1) ?? []).map((cost) => [`${cost.functionName}.${cost.action}`, pick(cost)]),
  );
const documentsOf = () => figuresOf(({ examined, written }) => examined + written);
const requestsOf = () => figuresOf((cost) => cost.requests);

const budgets = everyAction.map((each) => [each.name, cardOf(each).costs] as const);
const requestsAllowed = Object.fromEntries(budgets.map(([name, costs]) => [name, costs.requests]));
const documentsAllowed = Object.fromEntries(
  budgets.map(([name, costs]) => [name, costs.documents]),
);
const place = 'its card';

test('every action keeps its budget of requests and documents, in the older village', () => {
  const [documents, requests] = [documentsOf(), requestsOf()];
  const remedy = 'read what is needed by id, once';
  const asked = overBudget(requests, requestsAllowed, { unit: 'requests', remedy, place });
  const read = overBudget(documents, documentsAllowed, { unit: 'documents', remedy, place });
  expect([...asked, ...read]).toEqual([]);
});

/** A phone takes a megabyte; half of it is left for a larger village than this. */
const largestAnswerBytes = 500_000;
const tooLarge = (costs: readonly ActionCost[]) =>
  costs.filter(({ answerBytes }) => answerBytes > largestAnswerBytes).map(({ action }) => action);

test('no answer in the older village is over 500 KB', () => {
  const costs = measured.at(-1) ?? [];
  expect(tooLarge(costs)).toEqual([]);
  const [board] = costs.filter(({ action }) => action === 'read-board');
  expect(board?.answerBytes).toBeGreaterThan(1000);
  // The measure itself must see one that is.
  const grown = costs.map((cost) => ({ ...cost, answerBytes: cost.answerBytes + 500_000 }));
  expect(tooLarge(grown)).toHaveLength(costs.length);
});

test('no budget of an action is more than 10 % above what it is for', () => {
  const asked = looseBudgets(requestsOf(), requestsAllowed, 'requests', place);
  const read = looseBudgets(documentsOf(), documentsAllowed, 'documents', place);
  expect([...asked, ...read]).toEqual([]);
});
