import { differences, effectsOf } from '../proof/crash/outcome';
import { everyAction, fork, mutatingActions, prepare, sendPrepared } from '../proof/crash/prepared';

/** Texts that whoever works for village, shop or town writes for everybody to read. */
const publishing: Readonly<Record<string, readonly string[]>> = {
  'lists.publish-matter': ['matter.conditions.0', 'matter.fee', 'matter.steps.0.text'],
  'town.open-shop': ['name', 'address', 'hours'],
  'town.open-village': ['name'],
  'town.found-town': ['townName', 'owner'],
  'exchange.offer-goods': ['name'],
};

/** Writes that carry free text which no public answer shows; the public answers' test says so. */
const notPublic = [
  'people.join',
  'people.answer-join',
  'people.set-names-shown',
  'people.erase-me',
  'people.erase-member',
  'points.declare-deed',
  'points.record-deed',
  'points.withdraw-record',
  'points.check-record',
  'points.cosign-record',
  'points.review-record',
  'points.redraw-panel',
  'points.open-notice',
  'points.object-to-record',
  'points.answer-objection',
  'exchange.place-order',
  'exchange.cancel-order',
  'exchange.open-pickup',
  'exchange.hand-over',
  'exchange.cancel-for-shop',
  'exchange.move-stock',
  'town.grant-role',
  'town.import-register',
  'town.add-funds',
];

const nameOf = ({ functionName, action }: { functionName: string; action: string }) =>
  `${functionName}.${action}`;

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

test('every action that writes either publishes its texts or does not', () => {
  const commanded = mutatingActions.filter(({ kind }) => kind !== 'job').map(nameOf);
  expect([...Object.keys(publishing), ...notPublic].sort()).toEqual([...commanded].sort());
});

const cells = Object.entries(publishing).flatMap(([name, paths]) =>
  paths.map((path) => ({ name, path })),
);

test.each(cells)('$name refuses a private number in $path', async ({ name, path }) => {
  const action = everyAction.find((each) => nameOf(each) === name);
  if (!action) throw new Error(`no action ${name}`);
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
  const action = everyAction.find((each) => nameOf(each) === 'lists.publish-matter');
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
