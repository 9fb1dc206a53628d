import { fork, type Prepared, prepare, sendPrepared } from './crash/prepared';
import { everyWritten, put, type Written } from './words';

const turned = '好\u202E事';
const unseen = '\u3164\u200B\u2800';

async function answered(prepared: Prepared, path: string, text: string) {
  const { call } = prepared;
  const input = structuredClone(call.input);
  expect(put(input, path.split('.'), text)).toBe(true);
  const town = await fork(prepared);
  const before = JSON.stringify(town.engine.collections().map((name) => town.engine.find(name)));
  const answer = await sendPrepared(town, { ...prepared, call: { ...call, input } });
  const now = JSON.stringify(town.engine.collections().map((name) => town.engine.find(name)));
  const { code, message, details } = answer.ok ? ({ code: 'ok' } as never) : answer.error;
  return { code, message, fields: details?.fields, wrote: now !== before };
}

test.each(everyWritten.map((each) => [each.name, each] as const))(
  '%s: a text that turns the direction is refused, one nobody sees is empty',
  async (_name, each: Written) => {
    const prepared = await prepare(each);
    for (const { path } of each.texts) {
      const fields = [path.replace(/\[\]/g, '.0')];
      const message = expect.stringContaining('换向符号');
      const refused = { code: 'text-turned', message, fields, wrote: false };
      expect(await answered(prepared, path, turned)).toEqual(refused);
      const empty = { code: 'input-invalid', fields, wrote: false };
      expect(await answered(prepared, path, unseen)).toMatchObject(empty);
    }
  },
  60_000,
);
