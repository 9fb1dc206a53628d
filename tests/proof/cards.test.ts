import { readdirSync } from 'node:fs';
import path from 'node:path';
import { registry } from '../../config/run/registry';
import { people } from '../../src/contracts';
import { nothing } from '../../src/contracts/fields';
import { mustBeDone, send } from './call';
import { onlyThoseWhoMay } from './card';
import { problemsOfCard } from './card-problems';
import { cardOf, type EveryAction, everyAction, isCommanded } from './cards';
import { freshId, openProofTown } from './town';

/** What takes no input has one body only. */
/** For whom somebody acts is no body of its own: the same caller has no other one. */
const hasOtherBody = ({ contract }: EveryAction) =>
  (contract.input as unknown) !== nothing && contract !== (people.freezeSpending as unknown);

test.each(Object.keys(registry))('every card of %s is of an action there is', (functionName) => {
  const files = readdirSync(path.join(__dirname, 'actions', functionName));
  const actions = everyAction.filter((each) => each.functionName === functionName);
  const names = actions.map(({ action }) => `${action}.ts`);
  const list = `cloudfunctions/${functionName}/actions/index.ts`;
  const strays = files.filter((file) => !names.includes(file));
  const problems = strays.map((file) => `${file} is of no action that stands in ${list}`);
  expect(problems).toEqual([]);
});

test.each(everyAction)('$name: its card says all there is to say', (each) => {
  expect(problemsOfCard(each, cardOf(each))).toEqual([]);
});

test.each(everyAction)('$name is answered with ok', async (each) => {
  const town = await openProofTown();
  const call = await cardOf(each).call(town);
  const commandId = isCommanded(each) ? freshId(town) : undefined;
  const answer = await send(town, each.functionName, each.action, call, commandId);
  mustBeDone(town, answer);
});

test.each(everyAction.filter((each) => isCommanded(each) && hasOtherBody(each)))(
  '$name names another body that would succeed too',
  async (each) => {
    const town = await openProofTown();
    const call = await cardOf(each).call(town);
    expect(call.otherInput).toBeDefined();
    const other = { ...call, input: call.otherInput };
    const answer = await send(town, each.functionName, each.action, other, freshId(town));
    mustBeDone(town, answer);
  },
);

const found = (name: string) => {
  const each = everyAction.find((every) => every.name === name);
  if (!each) throw new Error(`no action ${name}`);
  return { each, card: cardOf(each) };
};

test('an action without a card is named, with the file and the page', () => {
  expect(() => cardOf({ functionName: 'points', action: 'added-later' })).toThrow(
    'points.added-later has no card: write tests/proof/actions/points/added-later.ts ' +
      '(docs/CONTRIBUTING.md#proof-cards)',
  );
});

test('each part that a card leaves empty is named', () => {
  const { each, card } = found('points.declare-deed');
  const { move, ...still } = card;
  const empty = { ...still, who: '', may: {}, publishes: onlyThoseWhoMay };
  const said = problemsOfCard(each, empty).join('\n');
  for (const part of ['(who)', '(may)', '(publishes.texts)', '(move)'])
    expect(said).toContain(part);
  expect(said).toContain('the card of points.declare-deed does not say');
  const none = { ...card, move: { none: '' } };
  expect(problemsOfCard(each, none).join()).toContain('why there is none');
  const stranger = found('points.read-board');
  const { asked, ...publishes } = stranger.card.publishes;
  const silent = { ...stranger.card, publishes };
  expect(problemsOfCard(stranger.each, silent).join()).toContain('(publishes.asked)');
});

test('a field that is answered and that no card allows is named', () => {
  const { each, card } = found('points.read-board');
  const { publishes } = card;
  if (publishes.apart === 'about-the-caller') throw new Error('the board is for everybody');
  const insiders = publishes.insiders.filter((line) => !line.startsWith('notices'));
  const closed = { ...card, publishes: { ...publishes, insiders } };
  expect(problemsOfCard(each, closed)).toEqual([
    'the card of points.read-board answers with notices[].lines[].household, which its card ' +
      'lets nobody see (docs/CONTRIBUTING.md#proof-cards)',
  ]);
  const stale = { ...card, publishes: { ...publishes, insiders: ['notices[]: phone'] } };
  expect(problemsOfCard(each, stale).join()).toContain(
    'notices[].phone be seen, which is no field',
  );
});
