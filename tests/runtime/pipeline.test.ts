import { ulid } from 'ulid';
import { fitsData } from '../../cloudfunctions/runtime/fits-data';
import { commonRefusals } from '../../src/contracts/refusals';
import { dataVersion } from '../../src/domain/kernel/data-version';
import { failing, nobody, openPipeline, type Pipeline, timer, user } from './fixture';

let pipeline: Pipeline;
beforeEach(async () => {
  pipeline = await openPipeline();
});

const send = (event: unknown, identity = user('ann')) => pipeline.handle(event, identity, 'r-1');
const codeOf = (answer: Awaited<ReturnType<typeof send>>) => (answer.ok ? 'ok' : answer.error.code);
const readOne = { action: 'read-till', input: { name: 'one' } };

test('whatever comes in, an envelope with the request’s id comes out', async () => {
  const events: [unknown, string][] = [
    [null, 'event-malformed'],
    [undefined, 'event-malformed'],
    ['read-till', 'event-malformed'],
    [[], 'event-malformed'],
    [{}, 'event-malformed'],
    [{ action: 7 }, 'event-malformed'],
    [{ action: { $ne: '' } }, 'event-malformed'],
    [{ action: 'x'.repeat(61) }, 'event-malformed'],
    [{ ...readOne, commandId: { $gt: '' } }, 'event-malformed'],
    [{ ...readOne, commandId: 'not-a-ulid' }, 'event-malformed'],
    [{ action: 'no-such-thing' }, 'action-unknown'],
    [{ action: 'constructor' }, 'action-unknown'],
    [{ action: '__proto__' }, 'action-unknown'],
    [{ action: 'read-till' }, 'input-invalid'],
    [{ action: 'read-till', input: { name: { $ne: '' } } }, 'input-invalid'],
    [{ action: 'read-till', input: { name: 'one', more: 1 } }, 'input-invalid'],
    [{ action: 'read-till', input: { name: ['one'] } }, 'input-invalid'],
    [{ action: 'read-till', input: { name: 'x'.repeat(1_000_000) } }, 'input-too-large'],
    [readOne, 'ok'],
  ];
  for (const [event, code] of events) {
    const answer = await send(event);
    expect([JSON.stringify(event)?.slice(0, 80), codeOf(answer)]).toEqual([
      JSON.stringify(event)?.slice(0, 80),
      code,
    ]);
    expect(answer.requestId).toBe('r-1');
    if (!answer.ok) expect(answer.error.message).toMatch(/[\u4e00-\u9fff].*。$/);
  }
});

test('an answer over 500 KB is refused and logged, not left to be cut off', async () => {
  const label = (bytes: number) => '村'.repeat(Math.floor(bytes / 3));
  const about = { coins: 7, inner: { shown: '' } };
  const room = 500_000 - JSON.stringify(about).length;
  const read = { action: 'read-till', input: { name: 'two' } };
  await pipeline.engine.set('tills', 'two', { coins: 7, label: label(room) });
  expect(codeOf(await send(read))).toBe('ok');
  await pipeline.engine.set('tills', 'two', { coins: 7, label: label(room + 3) });
  expect(codeOf(await send(read))).toBe('not-available');
  const [, line] = pipeline.log;
  expect(line).toMatchObject({ action: 'read-till', code: 'not-available' });
  expect([line?.at].flat()[0]).toBe('AnswerTooLarge');
  // A command was done by then: nobody is told that nothing has changed.
  await pipeline.engine.set('tills', 'two', { coins: 7, label: label(room + 90) });
  const take = { action: 'take-coins', commandId: ulid(), input: { name: 'two', coins: 2 } };
  expect(codeOf(await send(take))).toBe('unclear');
  expect(pipeline.coins('two')).toBe(5);
});

test('an event nested deeper than can be written again is too large, not a failure', async () => {
  const event = JSON.parse(`${'['.repeat(40_000)}${']'.repeat(40_000)}`);
  expect(codeOf(await send(event))).toBe('input-too-large');
  expect(codeOf(await send({ ...readOne, input: event }))).toBe('input-too-large');
  expect(JSON.stringify(pipeline.log)).not.toContain('RangeError');
});

test('an invalid input names the fields, not what was typed into them', async () => {
  const event = {
    action: 'take-coins',
    commandId: ulid(),
    input: { name: 'Bad Name', coins: 'x' },
  };
  const answer = await send(event);
  expect(answer).toMatchObject({
    ok: false,
    error: { code: 'input-invalid', details: { fields: ['name', 'coins'] } },
  });
  expect(JSON.stringify(answer)).not.toContain('Bad Name');
});

test('the answer holds what its contract names and nothing else, at any depth', async () => {
  expect(await send(readOne)).toEqual({
    ok: true,
    value: { coins: 10, inner: { shown: 'yes' } },
    requestId: 'r-1',
  });
});

test('identity comes from the platform only, never from the event', async () => {
  const forged = {
    action: 'take-coins',
    commandId: ulid(),
    input: { name: 'one', coins: 1 },
    openid: 'rich',
    userInfo: { openId: 'rich' },
    identity: { kind: 'wechat', openid: 'rich' },
    personId: pipeline.personId('rich'),
  };
  const answer = await send(forged);
  expect(answer).toMatchObject({ ok: true, value: { by: pipeline.personId('ann') } });
  expect(codeOf(await send(forged, nobody))).toBe('log-in-first');
});

test('a person stands in the log by a keyed hash, never by the openid', async () => {
  await pipeline.take('ann', 1, ulid());
  const [command] = pipeline.engine.find('commands');
  expect(command?.personId).toMatch(/^[0-9a-f]{32}$/);
  expect(JSON.stringify(command)).not.toContain('ann"');
  expect(JSON.stringify(pipeline.log)).not.toContain('ann');
});

test('only the timer starts a job, and the timer starts nothing else', async () => {
  const fired = { Type: 'Timer', TriggerName: 'nightly' };
  expect(await send(fired, timer)).toMatchObject({ ok: true, value: { done: 1 } });
  for (const identity of [user('ann'), nobody]) {
    const asked = await send({ action: 'nightly', input: {} }, identity);
    expect(['not-your-job', 'log-in-first']).toContain(codeOf(asked));
    expect(codeOf(await send(fired, identity))).toBe('event-malformed');
  }
  expect(codeOf(await send(readOne, timer))).toBe('log-in-first');
  expect(codeOf(await send({ Type: 'Timer', TriggerName: 'take-coins' }, timer))).not.toBe('ok');
});

test('a role counts at its own place only', async () => {
  const cadre = { role: 'cadre' as const, place: 'v01', placeName: '一' };
  await pipeline.addPerson('cadre', [cadre]);
  await pipeline.addPerson('resident', [{ ...cadre, role: 'resident' }]);
  const close = (openid: string, villageId: string) =>
    send({ action: 'close-village', commandId: ulid(), input: { villageId } }, user(openid));
  expect(codeOf(await close('cadre', 'v01'))).toBe('ok');
  expect(codeOf(await close('cadre', 'v02'))).toBe('not-yours');
  expect(codeOf(await close('resident', 'v01'))).toBe('not-your-job');
  expect(codeOf(await close('stranger', 'v01'))).toBe('not-your-job');
});

test('an office that is taken away while a command waits decides nothing any more', async () => {
  const cadre = { role: 'cadre' as const, place: 'v01', placeName: '一' };
  await pipeline.addPerson('cadre', [cadre]);
  const commandId = ulid();
  const holder = pipeline.engine.begin();
  holder.set('commands', `${pipeline.personId('cadre')}.${commandId}`, { held: true });
  const event = { action: 'close-village', commandId, input: { villageId: 'v01' } };
  const closing = send(event, user('cadre'));
  await new Promise((resolve) => setTimeout(resolve, 30));
  await pipeline.addPerson('cadre', []);
  holder.abort();
  expect(codeOf(await closing)).toBe('not-your-job');
  expect(pipeline.engine.find('commands')).toEqual([]);
});

test('an unexpected error says nothing of the inside and writes nothing', async () => {
  const event = { action: 'break-till', commandId: ulid(), input: {} };
  expect(await send(event)).toEqual({
    ok: false,
    error: { code: 'not-available', message: commonRefusals['not-available'] },
    requestId: 'r-1',
  });
  expect(pipeline.coins('broken')).toBeNull();
  expect(pipeline.engine.find('commands')).toEqual([]);
  const line = pipeline.log.at(-1);
  expect(line).toMatchObject({ action: 'break-till', code: 'not-available', requestId: 'r-1' });
  expect(JSON.stringify(line)).not.toContain('13800001111');
  expect(line?.at).toEqual(expect.arrayContaining(['Error']));
});

test('every call is logged once, with its code and without its input', async () => {
  await send(readOne);
  await send({ action: 'made-up-by-a-stranger' });
  expect(pipeline.log.map(({ action, code }) => [action, code])).toEqual([
    ['read-till', 'ok'],
    ['(unknown)', 'action-unknown'],
  ]);
});

test('a run that was cut off goes on when the same command comes again', async () => {
  const event = { action: 'fill-tills', commandId: ulid(), input: { stopAt: 2 } };
  expect(codeOf(await send(event))).toBe('not-available');
  expect(pipeline.coins('sum')).toBe(2);
  failing.on = false;
  expect(await send(event)).toMatchObject({ ok: true, value: { filled: 3 } });
  expect(pipeline.coins('sum')).toBe(3);
  expect(await send(event)).toMatchObject({ ok: true, value: { filled: 3 } });
  expect(pipeline.coins('sum')).toBe(3);
  const other = { ...event, input: {} };
  expect(codeOf(await send(other))).toBe('command-reused');
});

describe('data of another version', () => {
  const founded = (town: Record<string, unknown>) => pipeline.engine.set('towns', 'town', town);

  test('is refused with a sentence before anything is written, until it fits', async () => {
    await founded({ dataVersion: dataVersion + 1 });
    const take = { action: 'take-coins', commandId: ulid(), input: { name: 'one', coins: 1 } };
    const before = JSON.stringify(pipeline.engine.find('tills'));
    const answer = await send(take);
    expect(answer).toMatchObject({
      error: { code: 'data-version', message: expect.stringContaining('换版本') },
    });
    expect(codeOf(await send(readOne))).toBe('data-version');
    // A reading that fails on such data says the same.
    const noTill = { ...readOne, input: { name: '' } };
    expect(codeOf(await send(noTill))).toBe('data-version');
    expect(codeOf(await send({ TriggerName: 'nightly' }, timer))).toBe('data-version');
    expect(JSON.stringify(pipeline.engine.find('tills'))).toBe(before);
    expect(pipeline.engine.find('commands')).toEqual([]);
    await founded({ dataVersion });
    expect(codeOf(await send(take))).toBe('ok');
  });

  test('is asked for until a town stands, then never again by this process', async () => {
    let asked = 0;
    let town: { dataVersion: number } | null = null;
    const fits = fitsData({
      get: async <T>() => {
        asked += 1;
        return town as T;
      },
    });
    expect([await fits(), await fits()]).toEqual([true, true]);
    town = { dataVersion };
    expect([await fits(), await fits(), asked]).toEqual([true, true, 3]);
  });
});
