import { addToOutbox, useOutbox } from '../../src/client/outbox';
import { restOutbox, startOutbox, wakeOutbox } from '../../src/client/outbox-pace';
import type { ActionEvent } from '../../src/contracts/contract';
import { network } from '../phone/set-up/stand-ins/network';
import { phone } from '../phone/set-up/taro';

type Send = (functionName: string, event: ActionEvent) => Promise<unknown>;
let send: jest.MockedFunction<Send>;
let upload: jest.Mock;

jest.mock('../../src/client/transport', () => ({
  send: (...call: Parameters<Send>) =>
    call[1].action === 'announce-photos' ? Promise.resolve(mockAnnounced) : send(...call),
  upload: (...call: unknown[]) => upload(...call),
}));
jest.mock('../../src/client/photos', () => ({
  keepPhoto: async (path: string) => path,
  openPhoto: async (path: string) => path,
  dropPhoto: async () => undefined,
}));

const mockAnnounced = { ok: true, value: { photosLeft: 9 }, requestId: '1' };
const taken = { ok: true, value: {}, requestId: '1' };
const offline: Send = async () => {
  throw new Error('no network');
};
const deed = (photoPaths: string[] = []) =>
  addToOutbox({
    kind: 'declare',
    input: { itemId: 'plant-trees', day: '2026-11-20' },
    label: 'plant-trees',
    photoPaths,
  });
const states = () => useOutbox.getState().items.map(({ state }) => state);
const pass = (ms: number) => jest.advanceTimersByTimeAsync(ms);

jest.useFakeTimers();
startOutbox();

beforeEach(() => {
  phone.reset();
  useOutbox.setState({ items: [] });
  send = jest.fn(offline);
  upload = jest.fn(async (path: string) => `cloud://env.bucket/${path}`);
});

test('what did not arrive is tried again by itself, each time after a longer while', async () => {
  await deed();
  wakeOutbox();
  await pass(0);
  expect(send).toHaveBeenCalledTimes(1);
  for (const [afterMs, times] of [
    [4_999, 1],
    [1, 2],
    [9_999, 2],
    [1, 3],
    [20_000, 4],
  ] as const) {
    await pass(afterMs);
    expect(send).toHaveBeenCalledTimes(times);
  }
  send.mockImplementation(async () => taken);
  await pass(40_000);
  expect(states()).toEqual(['done']);
  await pass(3_600_000);
  expect(send).toHaveBeenCalledTimes(5);
});

test('in the background nothing is tried; back again at once', async () => {
  await deed();
  wakeOutbox();
  await pass(0);
  restOutbox();
  await pass(3_600_000);
  network.comesBack();
  await pass(0);
  expect(send).toHaveBeenCalledTimes(1);
  send.mockImplementation(async () => taken);
  wakeOutbox();
  await pass(0);
  expect(states()).toEqual(['done']);
});

test('what was being sent when WeChat cut it off does not stay so', async () => {
  send.mockImplementation(() => new Promise(() => undefined));
  const { commandId } = await deed();
  wakeOutbox();
  await pass(0);
  expect(states()).toEqual(['sending']);
  restOutbox();
  await pass(5_000);
  send.mockImplementation(async () => taken);
  wakeOutbox();
  await pass(0);
  expect(states()).toEqual(['done']);
  expect(send.mock.calls.map(([, event]) => event.commandId)).toEqual([commandId, commandId]);
});

test('a short look elsewhere ends nothing that is under way', async () => {
  send.mockImplementation(() => new Promise(() => undefined));
  await deed();
  wakeOutbox();
  await pass(0);
  restOutbox();
  await pass(1_000);
  wakeOutbox();
  await pass(0);
  expect(send).toHaveBeenCalledTimes(1);
});

test('a try that was given up sends no second name for its photo', async () => {
  let arrive: (fileId: string) => void = () => undefined;
  upload.mockImplementationOnce(() => new Promise((resolve) => (arrive = resolve)));
  send.mockImplementation(async () => taken);
  await deed(['/tmp/a.jpg']);
  wakeOutbox();
  await pass(1);
  restOutbox();
  await pass(6_000);
  wakeOutbox();
  await pass(1);
  arrive('cloud://env.bucket/late.jpg');
  await pass(0);
  expect(states()).toEqual(['done']);
  expect(send).toHaveBeenCalledTimes(1);
  expect(JSON.stringify(send.mock.calls[0])).not.toContain('late.jpg');
});
