import { points } from '../../../src/contracts';
import { householdId } from '../../support/household-ids';
import { codeOf, type DeedInput, messageOf, openPointsTown, type PointsTown } from './points-town';

let town: PointsTown;
beforeEach(async () => {
  town = await openPointsTown();
});
afterEach(() => {
  town.checkBooks();
});

const record = (cadre: number, household: number, deed: DeedInput) =>
  town.head(cadre).call(points.recordDeed, {
    ...{ householdId: householdId(town, `v01-${household}`), day: town.today(), photos: [] },
    ...{ itemId: 'village-clean-up', ...deed },
  });

test('what counts once a day: of two recorders at once one is refused', async () => {
  const answers = await Promise.all([record(2, 9, {}), record(3, 9, { note: '我也记了' })]);
  expect(answers.map(codeOf).sort()).toEqual(['ok', 'same-deed']);
  expect(answers.map(messageOf).join('')).toContain('一户一天只记一回,不用再记。');
  expect(town.engine.find('records')).toHaveLength(1);
  // Another household, and one whose record was taken back, are recorded.
  expect(codeOf(await record(2, 10, {}))).toBe('ok');
  const [first] = answers.flatMap((each) => (each.ok ? [each.value] : []));
  const recorder = answers[0]?.ok ? 2 : 3;
  await town.head(recorder).must(points.withdrawRecord, { recordId: first?.recordId ?? '' });
  expect(codeOf(await record(3, 9, {}))).toBe('ok');
});

test('of anything else the note says which it is, and who checks is told', async () => {
  const deed = { itemId: 'settle-dispute' };
  const ask = () =>
    town.head(2).must(points.readAllowance, {
      ...{ householdId: householdId(town, 'v01-9'), day: town.today(), ...deed },
    });
  expect((await ask()).sameDay).toBe(0);
  expect(codeOf(await record(2, 9, deed))).toBe('ok');
  expect((await ask()).sameDay).toBe(1);
  const again = await record(3, 9, deed);
  expect(codeOf(again)).toBe('same-deed-reason');
  expect(messageOf(again)).toContain('请在“说明”里写一句是哪一件。');
  // No other day and no other item is suggested.
  expect(messageOf(again)).not.toMatch(/换一|改天/);
  const told = await record(3, 9, { ...deed, note: '李家和王家的草场边界' });
  if (!told.ok) throw new Error(told.error.message);
  const seen = await town.head(2).must(points.readRecord, { recordId: told.value.recordId });
  expect(seen).toMatchObject({ sameDay: 1, note: '李家和王家的草场边界' });
});

test('together: who has it that day is left out and said', async () => {
  await record(2, 9, {});
  const together = await town.head(3).must(points.recordActivity, {
    ...{ villageId: 'v01', itemId: 'village-clean-up', day: town.today(), photos: [] },
    householdIds: [9, 10].map((number) => householdId(town, `v01-${number}`)),
  });
  expect(together).toMatchObject({ recorded: 1, left: [{ code: 'same-deed' }] });
  expect(together.left[0]?.message).toContain('一户一天只记一回');
});
