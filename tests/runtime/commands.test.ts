import { ulid } from 'ulid';
import type { CommandRecord } from '../../cloudfunctions/runtime/command-log';
import { openPipeline, type Pipeline, user } from './fixture';

let pipeline: Pipeline;
beforeEach(async () => {
  pipeline = await openPipeline();
});

const commands = () => pipeline.engine.find('commands') as unknown as CommandRecord[];

test('a command carries its id; without one nothing happens', async () => {
  const event = { action: 'take-coins', input: { name: 'one', coins: 1 } };
  const answer = await pipeline.handle(event, user('ann'), 'r');
  expect(answer).toMatchObject({ ok: false, error: { code: 'command-id-missing' } });
  expect([pipeline.coins('one'), commands()]).toEqual([10, []]);
});

test('the same command again gives the stored answer and no second effect', async () => {
  const commandId = ulid();
  const first = await pipeline.take('ann', 3, commandId);
  expect(first).toMatchObject({ ok: true, value: { coins: 7 } });
  await pipeline.take('ann', 1, ulid());
  expect(await pipeline.take('ann', 3, commandId)).toEqual(first);
  expect(pipeline.coins('one')).toBe(6);
  expect(commands()).toHaveLength(2);
});

test('the same id for something else is refused', async () => {
  const commandId = ulid();
  await pipeline.take('ann', 3, commandId);
  const other = await pipeline.take('ann', 4, commandId);
  expect(other).toMatchObject({ ok: false, error: { code: 'command-reused' } });
  const action = { action: 'break-till', commandId, input: {} };
  const another = await pipeline.handle(action, user('ann'), 'r');
  expect(another).toMatchObject({ ok: false, error: { code: 'command-reused' } });
  expect(pipeline.coins('one')).toBe(7);
});

test('the same id of somebody else is their own command', async () => {
  const commandId = ulid();
  await pipeline.take('ann', 3, commandId);
  expect(await pipeline.take('bob', 3, commandId)).toMatchObject({ ok: true, value: { coins: 4 } });
});

test('fifty copies at once have one effect and one answer', async () => {
  const commandId = ulid();
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => pipeline.take('ann', 3, commandId)),
  );
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(answers[0]).toMatchObject({ ok: true, value: { coins: 7 } });
  expect([pipeline.coins('one'), commands().length]).toEqual([7, 1]);
});

test('twenty different commands at once all happen, one after the other', async () => {
  pipeline = await openPipeline(100);
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => pipeline.take('ann', 2, ulid())),
  );
  expect(answers.every((answer) => answer.ok)).toBe(true);
  expect(pipeline.coins('one')).toBe(60);
});

test('a refusal writes nothing of its own, is remembered, and stays a refusal', async () => {
  const commandId = ulid();
  const refused = await pipeline.take('ann', 11, commandId);
  expect(refused).toMatchObject({
    ok: false,
    error: { code: 'till-empty', details: { coins: 10 } },
  });
  expect(pipeline.coins('one')).toBe(10);
  expect(commands()).toMatchObject([{ outcome: { ok: false, error: { code: 'till-empty' } } }]);
  await pipeline.engine.set('tills', 'one', { coins: 100 });
  // A late duplicate cannot succeed where the first was refused; a new attempt is a new id.
  expect(await pipeline.take('ann', 11, commandId)).toEqual(refused);
  expect(await pipeline.take('ann', 11, ulid())).toMatchObject({ ok: true, value: { coins: 89 } });
});

test('only what the action keeps on refusal stays', async () => {
  await pipeline.take('ann', 11, ulid());
  const ann = pipeline.personId('ann');
  const kept = pipeline.engine.find('attempts').map(({ _id }) => _id);
  expect(kept.sort()).toEqual([ann, `refused.${ann}`].sort());
});

test('of one person a hundred refusals a day leave a line, and all are answered', async () => {
  const refusals = async (who: string, times: number) => {
    for (let time = 0; time < times; time += 1) {
      expect(await pipeline.take(who, 11, ulid())).toMatchObject({ error: { code: 'till-empty' } });
    }
    return commands().length;
  };
  expect(await refusals('ann', 120)).toBe(100);
  expect(await refusals('bob', 1)).toBe(101);
  expect(await pipeline.take('ann', 1, ulid())).toMatchObject({ ok: true, value: { coins: 9 } });
  pipeline.advanceMs(86_400_000);
  expect(await refusals('ann', 1)).toBe(103);
});

test('the log entry says who, what, when, what came of it, the body as a hash', async () => {
  const commandId = ulid();
  await pipeline.take('ann', 3, commandId);
  const [entry] = commands();
  expect(entry).toMatchObject({
    _id: `${pipeline.personId('ann')}.${commandId}`,
    personId: pipeline.personId('ann'),
    commandId,
    action: 'points.take-coins',
    atMs: Date.parse('2026-11-23T12:00:00+08:00'),
    requestId: 'request',
    asked: { coins: 3 },
    outcome: { ok: true, value: { coins: 7, by: pipeline.personId('ann') } },
  });
  expect(entry?.bodyHash).toMatch(/^[0-9a-f]{64}$/);
});
