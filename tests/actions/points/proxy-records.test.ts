import { points } from '../../../src/contracts';
import type { DeedRecord } from '../../../src/domain/records/types';
import { codeOf, openProxyTown, type ProxyTown } from '../people/proxy-town';

let town: ProxyTown;
beforeEach(async () => {
  town = await openProxyTown();
});

const check = (number: number, recordId: string) =>
  codeOf(town.head(number), points.checkRecord, { recordId, accept: true });
const record = (recordId: string) => town.document('records', recordId) as unknown as DeedRecord;

test('whoever declared for a household, or confirmed it, decides nothing about it', async () => {
  const proxyId = await town.begin(13, 9, 3);
  const recordId = await town.declareFor(13, proxyId);
  expect(await check(3, recordId)).toBe('recorder-may-not-decide');
  const [task] = town.engine.find('tasks', { query: { subjectId: recordId } });
  expect(task?.not).toContain(`person@${town.personOf(3)}`);
  expect(await check(2, recordId)).toBe('ok');
  const own = await town.begin(2, 10, 8);
  const other = await town.declareFor(2, own);
  expect(await check(2, other)).toBe('recorder-may-not-decide');
  expect(await check(1, other)).toBe('ok');
  // Of the panel is who confirmed it: never drawn.
  const pool = (id: string) => record(id).frozen?.pool.map(({ personId }) => personId);
  expect(pool(other)).not.toContain(town.personOf(8));
  expect(pool(recordId)).toContain(town.personOf(8));
});

test('the helper takes nothing back once it is over, the household may', async () => {
  const proxyId = await town.begin(2, 9, 8);
  const [first, second] = [await declare(proxyId), await declare(proxyId)];
  const withdraw = (number: number, recordId: string, by?: string) =>
    codeOf(town.head(number), points.withdrawRecord, { recordId, ...(by && { proxyId: by }) });
  expect(await withdraw(2, first)).toBe('not-the-recorder');
  expect(await withdraw(2, first, proxyId)).toBe('ok');
  expect(await withdraw(9, second)).toBe('ok');
});

async function declare(proxyId: string): Promise<string> {
  town.clock.advanceMs(1000);
  return town.declareFor(2, proxyId);
}

test('its history and its account say that somebody declared it', async () => {
  const proxyId = await town.begin(2, 9, 8);
  const recordId = await town.declareFor(2, proxyId);
  const { timeline } = await town.head(9).must(points.readRecord, { recordId });
  expect(timeline[0]).toMatchObject({ label: '申报', by: '本户(村干部代办)' });
});

test('an objection is the household’s; helper and witness do not answer it', async () => {
  const recordId = await town.onNotice(10);
  const proxyId = await town.begin(13, 9, 4);
  const objection = { recordId, reason: '当时不在场', proxyId };
  expect(await codeOf(town.head(13), points.objectToRecord, objection)).toBe('ok');
  expect(record(recordId)).toMatchObject({
    objectorId: town.personOf(13),
    objectedByProxy: { householdId: town.of(9), secondId: town.personOf(4) },
  });
  const answer = { recordId, uphold: false, reason: '查过了' };
  const [task] = town.engine.find('tasks', { query: { subjectId: recordId } });
  expect(task?.not).toContain(`person@${town.personOf(4)}`);
  expect(await codeOf(town.head(4), points.answerObjection, answer)).toBe(
    'objector-may-not-answer',
  );
  expect(await codeOf(town.head(5), points.answerObjection, answer)).toBe('ok');
  const own = { recordId, reason: '还是不对' };
  expect(await codeOf(town.head(11), points.objectToRecord, own)).toBe('ok');
  expect(record(recordId)).not.toHaveProperty('objectedByProxy');
});
