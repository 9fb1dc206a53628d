import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fireEvent, render, screen } from '@testing-library/react';
import { scanCode } from '../../../src/client/scan';
import { takePhotos } from '../../../src/client/take-photos';
import { listShops } from '../../../src/contracts/exchange';
import { listMatters } from '../../../src/contracts/lists';
import { PhoneButton } from '../../../src/packages/join/phone-button';
import { shop } from '../exchange/samples';
import { camera, cloud, phone, phoneButton, scan } from '.';
import { FakeCloud } from './fake-cloud';

const ask = (asked: FakeCloud, villageId: string) =>
  asked.send('lists', { action: 'list-matters', input: { villageId } });
const wall = { counts: [], matters: [] };

describe('what no contract knows is named and fails the test', () => {
  test('an answer, at once where it is taught', () => {
    const teach = (shops: (typeof shop)[]) => () => cloud.answer(listShops, { shops });
    expect(teach([shop])).not.toThrow();
    const answer = 'the answer of exchange.list-shops does not fit: shops.0.';
    expect(teach([{ ...shop, shopId: 'Shop 3' }])).toThrow(`${answer}shopId: invalid_format`);
    const richer = { ...shop, stars: 5 };
    expect(teach([richer])).toThrow(`${answer}stars is not in it`);
  });

  test('an answer made of what was asked, when the test ends', async () => {
    const other = new FakeCloud();
    other.answer(listMatters, () => ({ ...wall, wallVersion: 1.5 }));
    const answer = 'the answer of lists.list-matters does not fit: wallVersion: ';
    await expect(ask(other, 'v03')).rejects.toThrow(answer);
    expect(() => other.mustHaveFitted()).toThrow(answer);
    expect(() => other.mustHaveFitted()).not.toThrow();
  });

  test('a question of the phone', async () => {
    const other = new FakeCloud();
    other.answer(listMatters, { ...wall, wallVersion: 1 });
    await ask(other, 'v03');
    const question = 'what lists.list-matters is asked does not fit: villageId: ';
    await expect(ask(other, '示例三嘎查')).rejects.toThrow(question);
    expect(other.of(listMatters)).toHaveLength(1);
    expect(() => other.mustHaveFitted()).toThrow(question);
    const more = { action: 'list-matters', input: { villageId: 'v03', color: 1 } };
    await expect(other.send('lists', more)).rejects.toThrow(
      'does not fit: color: unrecognized_keys',
    );
    await expect(other.send('lists', { action: 'no-such' })).rejects.toThrow('no action');
  });
});

test('a common refusal has its own sentence', async () => {
  cloud.refuse(listMatters, 'busy');
  const error = { code: 'busy', message: expect.stringContaining('过一会儿再点一次') };
  expect(await ask(cloud, 'v03')).toMatchObject({ ok: false, error });
});

describe('all is as at first before each test', () => {
  test('one test changes it', () => {
    cloud.online = false;
    scan.says('JF1.code');
    camera.taken = [];
    phone.storage.set('me', '{}');
  });

  test('the next one finds nothing of that', async () => {
    expect(await scanCode()).toEqual({ text: null, problem: null });
    expect((await takePhotos(3)).photos).toEqual(['one.jpg']);
    expect(phone.storage.size).toBe(0);
    expect(await ask(cloud, 'v03')).toMatchObject({ error: { code: 'not-available' } });
  });
});

test('the button for the phone number gives what it was told to', () => {
  const [onCode, onProblem] = [jest.fn(), jest.fn()];
  render(<PhoneButton onCode={onCode} onProblem={onProblem} busy={false} />);
  phoneButton.gives(null);
  fireEvent.click(screen.getByRole('button'));
  expect([onCode.mock.calls, onProblem.mock.calls.length]).toEqual([[], 1]);
  phoneButton.gives('one-use');
  fireEvent.click(screen.getByRole('button'));
  expect([onCode.mock.calls, onProblem.mock.calls.length]).toEqual([[['one-use']], 1]);
});

const source = '../../../src';
const ofEachPlatform = readdirSync(path.join(__dirname, source), {
  recursive: true,
  encoding: 'utf8',
})
  .filter((name) => /\.weapp\.tsx?$/.test(name))
  .map((name) => name.replaceAll('\\', '/').replace(/\.weapp\.tsx?$/, ''))
  .filter((name) => existsSync(path.join(__dirname, source, `${name}.d.ts`)));

test.each(ofEachPlatform)('what stands in for %s has all of its functions', (name) => {
  const types = readFileSync(path.join(__dirname, source, `${name}.d.ts`), 'utf8');
  const standIn: Record<string, unknown> = jest.requireActual(`${source}/${name}`);
  for (const [, each] of types.matchAll(/^export function (\w+)/gm))
    expect([each, typeof standIn[`${each}`]]).toEqual([each, 'function']);
});
