import { cardOf, everyAction } from '../proof/cards';
import { differences, effectsOf } from '../proof/crash/outcome';
import { fork, prepare, sendPrepared } from '../proof/crash/prepared';

/** A copy of an input with another text at a path. */
function withText(input: unknown, path: string, text: string): unknown {
  const copy = structuredClone(input) as Record<string, unknown>;
  const fields = path.split('.');
  const last = fields.pop() ?? '';
  let holder = copy;
  for (const field of fields) holder = holder[field] as Record<string, unknown>;
  holder[last] = text;
  return copy;
}

/** Texts that whoever works for village, shop or town writes for everybody to read. */
const cells = everyAction.flatMap((each) =>
  (cardOf(each).publishes.texts ?? []).map((path) => ({ ...each, path })),
);

test('some texts are there for everybody to read', () => {
  expect(cells.length).toBeGreaterThan(8);
});

test.each(cells)('$name refuses a private number in $path', async ({ path, ...action }) => {
  const prepared = await prepare(action);
  const { call, nowMs } = prepared;
  const town = await fork(prepared);
  const during = { fromMs: nowMs, untilMs: nowMs };
  const before = effectsOf(town.engine, during);
  const input = withText(call.input, path, '问13900001111');
  const answer = await sendPrepared(town, { ...prepared, call: { ...call, input } });
  expect(answer).toMatchObject({ ok: false, error: { code: 'private-number' } });
  expect(JSON.stringify(answer)).not.toContain('13900001111');
  const changed = differences(before, effectsOf(town.engine, during));
  // The command and its refusal, and a guess of the founding secret that was counted.
  expect(changed.filter((each) => !/^(commands|attempts)\//.test(each))).toEqual([]);
  const office = { ...call, input: withText(call.input, path, '问0477-7210000') };
  expect(await sendPrepared(await fork(prepared), { ...prepared, call: office })).toMatchObject({
    ok: true,
  });
});

test('the telephone of supervision may be a mobile one, and nothing else', async () => {
  const action = everyAction.find((each) => each.name === 'lists.publish-matter');
  if (!action) throw new Error('matters are published');
  const prepared = await prepare(action);
  const { call } = prepared;
  const publish = async (phone: string) => {
    const input = withText(call.input, 'matter.supervision.phone', phone);
    const answer = await sendPrepared(await fork(prepared), {
      ...{ ...prepared, call: { ...call, input } },
    });
    return answer.ok ? 'ok' : answer.error.code;
  };
  expect(await publish('13900001111')).toBe('ok');
  expect(await publish('990102197503052316')).toBe('private-number');
});
