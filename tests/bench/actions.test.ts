import { growsWithHistory, isFlat, perAction } from './actions/growth';
import { measureActions } from './actions/measure';

/** A page is full at the larger size; it grows less by that than a history does. */
const sizes = [30, 600];

test('no action but the named ones costs more in a village with a longer past', async () => {
  const measured = [];
  for (const size of sizes) measured.push(await measureActions(size));
  const actions = perAction(measured);
  const growing = actions.filter((costs) => !isFlat(costs)).map(([cost]) => cost?.action ?? '');
  expect(growing.filter((action) => !(action in growsWithHistory))).toEqual([]);
  // The measure itself must see growth where there is some.
  expect(growing).toEqual(expect.arrayContaining(['verify-account', 'seal-day']));
  expect(Object.keys(growsWithHistory).filter((name) => !namesOf(actions).has(name))).toEqual([]);
}, 300_000);

const namesOf = (actions: ReturnType<typeof perAction>) =>
  new Set(actions.map(([cost]) => cost?.action ?? ''));
