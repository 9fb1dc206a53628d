import { send } from './call';
import { cardOf, everyAction } from './cards';
import { violationsOf } from './invariants';
import { freshId, openProofTown } from './town';

test('nothing is violated in a town after every action has been done in it', async () => {
  for (const name of everyAction) {
    const { functionName, action } = name;
    const town = await openProofTown();
    const call = await cardOf(name).call(town);
    await send(town, functionName, action, call, freshId(town));
    expect({ action, violations: violationsOf(town.engine) }).toEqual({ action, violations: [] });
  }
  // A town for each of the actions there are.
}, 120_000);

/** What somebody who can write to the database might do, and the sentence that names it. */
const tamperings: [what: string, collection: string, change: object, named: RegExp][] = [
  ['points in a purse', 'accounts', { $inc: { spendable: 1 } }, /^account .* spendable/],
  ['held points', 'accounts', { $inc: { held: 1 } }, /^account .* held/],
  ['an entry amount', 'entries', { $inc: { honour: 1 } }, /^entry .* hash/],
  ['why an entry stands', 'entries', { $set: { 'cause.title': '别的事' } }, /^entry .* hash/],
  ['the root of a seal', 'seals', { $set: { root: '0' } }, /^seal .* root/],
  ['when a seal was made', 'seals', { $inc: { sealedAtMs: 1 } }, /^seal .* hash/],
  ['the number of a seal', 'seals', { $inc: { number: 1 } }, /^seal .* number/],
  ['what a seal follows', 'seals', { $set: { previousHash: '0' } }, /^seal .* previous hash/],
  ['points issued', 'rollups', { $inc: { pointsIssued: 1 } }, /^totals .* issued/],
  ['points redeemed', 'rollups', { $inc: { redeemed: 1 } }, /^totals .* redeemed/],
  ['who earned most', 'rollups', { $set: { standings: [] } }, /^totals .* standings/],
  ['a sealed head', 'seals', { $set: { 'leaves.0.headHash': '0' } }, /^seal .* head/],
  ['goods on the shelf', 'stock', { $inc: { onHand: 1 } }, /^stock .* on hand/],
  ['goods set aside', 'stock', { $inc: { held: 1 } }, /^stock .* open orders/],
  ['the price of an order', 'orders', { $inc: { points: 1 } }, /^order .* price/],
  ['the state of an order', 'orders', { $set: { state: 'expired' } }, /^order .* entries/],
  ['what goods had cost', 'stock', { $inc: { valueFen: 1 } }, /^stock .* value/],
  ['what was given had cost', 'stock', { $inc: { handedOutFen: -1 } }, /^stock .* handed out/],
  ['what was lost had cost', 'stock', { $inc: { lostFen: -1 } }, /^stock .* value lost/],
  ['money spent on goods', 'funds', { $inc: { spentOnGoodsFen: 1 } }, /^funds of .* spent/],
  ['money', 'funds', { $inc: { balanceFen: 1 } }, /^funds of/],
  ['the state of a record', 'records', { $set: { state: 'posted' } }, /in the ledger/],
  ['a use of a cap', 'allowances', { $set: { uses: [] } }, /^uses of all years/],
  ['a line of a notice', 'notices', { $set: { 'lines.0.outcome': 'upheld' } }, /^notice/],
  ['who joined', 'persons', { $set: { memberId: 'somebody else' } }, /^person/],
  ['whom a task waits for', 'tasks', { $set: { waitsFor: ['cadre@v02'] } }, /^task .* waits for/],
  ['whom a task leaves out', 'tasks', { $set: { not: ['person@nobody'] } }, /^task .* leaves out/],
  ['when a task is due', 'tasks', { $set: { dueDay: '2027-12-31' } }, /^task .* due/],
  ['who runs the town', 'persons', { $set: { roles: [] } }, /^town-admin@town .* nobody$/],
  ['which office is held', 'offices', { $set: { role: 'panel' } }, /stands in no list$/],
];

test('a town that nobody looks after is named', async () => {
  const town = await openProofTown();
  await town.engine.update('persons', {}, { $set: { roles: [] } });
  expect(violationsOf(town.engine)).toContain('no administrator is left');
});

test('one person who stands for money and goods is named', async () => {
  const town = await openProofTown();
  const query = { source: 'spent-on-goods' };
  const [spent] = town.engine.find('fund-movements', { query });
  await town.engine.update(
    'movements',
    { kind: 'bought-in' },
    {
      $set: { byPersonId: spent?.byPersonId },
    },
  );
  expect(violationsOf(town.engine)).toContainEqual(
    expect.stringMatching(/^movement .* is by somebody who booked money for goods/),
  );
});

test.each(tamperings)('%s cannot be changed unnoticed', async (_, collection, change, named) => {
  const town = await openProofTown();
  await town.order(8);
  await town.onNotice(9);
  town.clock.advanceDays(1);
  await town.timer('jobs', 'seal-day');
  expect(violationsOf(town.engine)).toEqual([]);
  const [target] = town.engine.find(collection, {
    query: collection === 'records' ? { state: 'on-notice' } : {},
  });
  await town.engine.update(collection, { _id: target?._id }, change as Record<string, unknown>);
  expect(violationsOf(town.engine)).toContainEqual(expect.stringMatching(named));
});
