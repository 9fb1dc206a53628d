import type { ActionEvent, Envelope } from '../../src/contracts/contract';
import { phone } from '../phone/set-up/taro';

// One phone, however often its app is opened.
jest.mock('@tarojs/taro', () => jest.requireActual('../phone/set-up/taro'));
jest.mock('../../src/client/transport', () => mockTransport);
jest.mock('../../src/client/photos', () => mockPhotos);

type Send = (functionName: string, event: ActionEvent) => Promise<unknown>;
type Outbox = typeof import('../../src/client/outbox');

const kept = new Set<string>();
let send: jest.MockedFunction<Send>;
let announce: jest.MockedFunction<Send>;
let upload: jest.MockedFunction<(path: string, file: string) => Promise<string>>;

const mockTransport = {
  send: (name: string, event: ActionEvent) =>
    event.action === 'announce-photos' ? announce(name, event) : send(name, event),
  upload: (path: string, file: string) => upload(path, file),
};
const mockPhotos = {
  async keepPhoto(path: string) {
    if (path === 'gone') return null;
    kept.add(`kept ${path}`);
    return `kept ${path}`;
  },
  openPhoto: async (name: string) => (kept.has(name) ? name : null),
  async dropPhoto(name: string) {
    kept.delete(name);
  },
};

/** What a phone does when its app is opened: everything in memory is new, storage is not. */
function openApp(): Outbox {
  let outbox: Outbox | undefined;
  jest.isolateModules(() => {
    outbox = jest.requireActual<Outbox>('../../src/client/outbox');
  });
  if (!outbox) throw new Error('outbox did not load');
  return outbox;
}

/** A cloud that holds one record per command id, as the real one does. */
function cloud() {
  const records = new Map<string, unknown>();
  const take: Send = async (_name, { commandId, input }) => {
    if (commandId && !records.has(commandId)) records.set(commandId, input);
    return envelope({ ok: true, value: {}, requestId: '1' });
  };
  return { records, take };
}

const envelope = (answer: Envelope<unknown>) => answer;
const refusal = (code: string, message: string) =>
  envelope({ ok: false, error: { code, message }, requestId: '1' });
const offline: Send = async () => {
  throw new Error('no network');
};

const deed = (itemId: string, photoPaths: string[] = []) => ({
  kind: 'declare' as const,
  input: { itemId, day: '2026-11-20' },
  label: itemId,
  photoPaths,
});

const states = ({ useOutbox }: Outbox) => useOutbox.getState().items.map((item) => item.state);

beforeEach(() => {
  jest.useFakeTimers();
  phone.reset();
  kept.clear();
  send = jest.fn(offline);
  announce = jest.fn<Promise<unknown>, Parameters<Send>>(async () =>
    envelope({ ok: true, value: { photosLeft: 9 }, requestId: '1' }),
  );
  upload = jest.fn(async (path: string, _file: string) => `cloud://env.bucket/${path}`);
});

test('without network an item waits, and is taken in when the network is back', async () => {
  const { records, take } = cloud();
  const outbox = openApp();
  const { commandId } = await outbox.addToOutbox(deed('plant-trees'));
  await outbox.sendOutbox();
  expect(states(outbox)).toEqual(['waiting']);
  expect(outbox.useOutbox.getState().items[0]?.error?.code).toBe('no-network');
  expect(outbox.notSentCount(outbox.useOutbox.getState().items)).toBe(1);

  send.mockImplementation(take);
  await outbox.sendOutbox();
  expect(states(outbox)).toEqual(['done']);
  expect(outbox.notSentCount(outbox.useOutbox.getState().items)).toBe(0);
  expect([...records.keys()]).toEqual([commandId]);
});

test('an answer lost after the commit: the same command id again has one effect', async () => {
  const { records, take } = cloud();
  send.mockImplementationOnce(async (name, event) => {
    await take(name, event);
    throw new Error('answer lost');
  });
  send.mockImplementation(take);
  const outbox = openApp();
  const { commandId } = await outbox.addToOutbox(deed('plant-trees'));
  await outbox.sendOutbox();
  await outbox.sendOutbox();
  expect(send.mock.calls.map(([, event]) => event.commandId)).toEqual([commandId, commandId]);
  expect(records.size).toBe(1);
  expect(states(outbox)).toEqual(['done']);
});

test('a refused item stays with its sentence and is not sent again by itself', async () => {
  send.mockImplementation(async () => refusal('day-not-allowed', '日期要在 10月24日 到今天之间。'));
  const outbox = openApp();
  const { commandId } = await outbox.addToOutbox(deed('plant-trees'));
  await outbox.sendOutbox();
  await outbox.sendOutbox();
  expect(send).toHaveBeenCalledTimes(1);
  const [item] = outbox.useOutbox.getState().items;
  expect(item).toMatchObject({
    state: 'refused',
    error: { message: '日期要在 10月24日 到今天之间。' },
  });

  const { take } = cloud();
  send.mockImplementation(take);
  await outbox.retryOutboxItem(commandId);
  expect(states(outbox)).toEqual(['done']);
  expect(send.mock.calls[1]?.[1].commandId).not.toBe(commandId);
});

test('one stuck item holds up no other', async () => {
  const { records, take } = cloud();
  send.mockImplementation((name, event) =>
    (event.input as { itemId: string }).itemId === 'stuck'
      ? new Promise(() => undefined)
      : take(name, event),
  );
  const outbox = openApp();
  await outbox.addToOutbox(deed('stuck'));
  for (const item of ['one', 'two', 'three', 'four']) await outbox.addToOutbox(deed(item));
  void outbox.sendOutbox();
  await jest.advanceTimersByTimeAsync(20);
  expect(states(outbox)).toEqual(['sending', 'done', 'done', 'done', 'done']);
  expect(records.size).toBe(4);

  // A request that hangs for a minute counts as no answer; the item is not lost.
  await jest.advanceTimersByTimeAsync(60_000);
  expect(states(outbox)).toEqual(['waiting', 'done', 'done', 'done', 'done']);
});

test('where nothing gets through the rest is not tried; what failed stands behind it', async () => {
  const outbox = openApp();
  const names = Array.from({ length: 9 }, (_, number) => `item-${number}`);
  for (const name of names) await outbox.addToOutbox(deed(name, [`photo of ${name}`]));
  upload.mockRejectedValue(new Error('request:fail'));
  await outbox.sendOutbox();
  expect(upload).toHaveBeenCalledTimes(3);
  await outbox.sendOutbox();
  await outbox.sendOutbox();
  // Three that fail for reasons of their own would otherwise hold up the others for ever.
  const tried = upload.mock.calls.map(([, address]) => address);
  expect(tried).toEqual(names.map((name) => `kept photo of ${name}`));
});

test('a refusal of the first item leaves the later ones to be taken in', async () => {
  const { take } = cloud();
  send.mockImplementation(async (name, event) =>
    (event.input as { itemId: string }).itemId === 'bad'
      ? refusal('item-not-found', '没有这一项。')
      : take(name, event),
  );
  const outbox = openApp();
  await outbox.addToOutbox(deed('bad'));
  await outbox.addToOutbox(deed('good'));
  await outbox.sendOutbox();
  expect(states(outbox)).toEqual(['refused', 'done']);
});

test('what waits survives a restart, also one in the middle of sending', async () => {
  const first = openApp();
  send.mockImplementation(() => new Promise(() => undefined));
  const { commandId } = await first.addToOutbox(deed('plant-trees', ['/tmp/a.jpg']));
  void first.sendOutbox();
  await jest.advanceTimersByTimeAsync(5);
  expect(states(first)).toEqual(['sending']);

  const { records, take } = cloud();
  send.mockImplementation(take);
  const second = openApp();
  expect(states(second)).toEqual(['waiting']);
  await second.sendOutbox();
  expect([...records.keys()]).toEqual([commandId]);
  expect(states(openApp())).toEqual([]);
});

test('photos go first, each once, and are dropped from the phone when the item is in', async () => {
  const { records, take } = cloud();
  const outbox = openApp();
  const { commandId } = await outbox.addToOutbox(deed('tidy-yard', ['/tmp/a.jpg', '/tmp/b.jpg']));
  expect(kept.size).toBe(2);
  upload.mockImplementationOnce(async (path) => `cloud://env.bucket/${path}`);
  upload.mockImplementationOnce(async () => {
    throw new Error('no network');
  });
  await outbox.sendOutbox();
  expect(send).not.toHaveBeenCalled();
  expect(states(outbox)).toEqual(['waiting']);

  send.mockImplementation(take);
  await outbox.sendOutbox();
  expect(upload.mock.calls.map(([, file]) => file)).toEqual([
    'kept /tmp/a.jpg',
    'kept /tmp/b.jpg',
    'kept /tmp/b.jpg',
  ]);
  const { photos } = records.get(commandId) as { photos: string[] };
  expect(photos).toHaveLength(2);
  expect(new Set(photos).size).toBe(2);
  expect(kept.size).toBe(0);
});

test('an item can be taken off the phone, but not while it may just be arriving', async () => {
  const outbox = openApp();
  const first = await outbox.addToOutbox(deed('one', ['/tmp/a.jpg']));
  expect(await outbox.removeFromOutbox(first.commandId)).toBe(true);
  expect(states(outbox)).toEqual([]);
  expect(kept.size).toBe(0);

  send.mockImplementation(() => new Promise(() => undefined));
  const second = await outbox.addToOutbox(deed('two'));
  void outbox.sendOutbox();
  expect(await outbox.removeFromOutbox(second.commandId)).toBe(false);
  expect(states(outbox)).toEqual(['sending']);
});

test('on a full phone nothing is sent that the phone would not know of afterwards', async () => {
  const { records, take } = cloud();
  const outbox = openApp();
  const { commandId } = await outbox.addToOutbox(deed('tidy-yard', ['/tmp/a.jpg']));
  send.mockImplementation(take);
  // It becomes full while the photo is on its way.
  upload.mockImplementationOnce(async (path) => {
    phone.full = true;
    return `cloud://env.bucket/${path}`;
  });
  await outbox.sendOutbox();
  expect(upload).toHaveBeenCalledTimes(1);
  expect(records.size).toBe(0);
  const [item] = outbox.useOutbox.getState().items;
  expect(item).toMatchObject({ state: 'waiting', error: { code: 'phone-full' } });

  phone.full = false;
  await outbox.sendOutbox();
  expect([...records.keys()]).toEqual([commandId]);
});

test('a refused one is not sent anew under an id that a full phone would forget', async () => {
  send.mockImplementation(async () => refusal('day-not-allowed', '日期要在 10月24日 到今天之间。'));
  const outbox = openApp();
  const { commandId } = await outbox.addToOutbox(deed('plant-trees'));
  await outbox.sendOutbox();
  phone.full = true;
  await outbox.retryOutboxItem(commandId);
  expect(send).toHaveBeenCalledTimes(1);
  const [item] = outbox.useOutbox.getState().items;
  expect(item).toMatchObject({ commandId, state: 'refused', error: { code: 'phone-full' } });
});

test('what was taken in while the phone was full is sent once more and counts once', async () => {
  const { records, take } = cloud();
  const outbox = openApp();
  await outbox.addToOutbox(deed('plant-trees'));
  send.mockImplementation(take);
  phone.full = true;
  await outbox.sendOutbox();
  expect(states(outbox)).toEqual(['done']);
  phone.full = false;
  const again = openApp();
  expect(states(again)).toEqual(['waiting']);
  await again.sendOutbox();
  expect(records.size).toBe(1);
  expect(states(again)).toEqual(['done']);
});

test('a photo that is gone stops its item; it goes without when its person says so', async () => {
  const { records, take } = cloud();
  send.mockImplementation(take);
  const outbox = openApp();
  const { commandId } = await outbox.addToOutbox(deed('tidy-yard', ['/tmp/a.jpg', '/tmp/b.jpg']));
  kept.delete('kept /tmp/a.jpg');
  await outbox.sendOutbox();
  const [item] = outbox.useOutbox.getState().items;
  expect(records.size).toBe(0);
  const told = expect.stringMatching(/^有 1 张照片在手机里找不到了/);
  expect(item).toMatchObject({ state: 'refused', error: { message: told } });

  await outbox.retryOutboxItem(commandId);
  expect(states(outbox)).toEqual(['done']);
  const [input] = [...records.values()] as { photos: string[] }[];
  expect(input?.photos).toHaveLength(1);
  expect(upload).toHaveBeenCalledTimes(1);
});

test('a photo that did not arrive is told in other words than a call without network', async () => {
  const outbox = openApp();
  await outbox.addToOutbox(deed('tidy-yard', ['/tmp/a.jpg']));
  upload.mockRejectedValueOnce(new Error('refused'));
  await outbox.sendOutbox();
  const [item] = outbox.useOutbox.getState().items;
  expect(item).toMatchObject({ state: 'waiting', error: { code: 'photo-not-sent' } });
});

test('a photo that is gone before it is kept is named, and none of the others stays', async () => {
  const outbox = openApp();
  const added = outbox.addToOutbox(deed('tidy-yard', ['/tmp/a.jpg', 'gone']));
  await expect(added).rejects.toMatchObject({
    error: { message: expect.stringMatching(/^第2张/) },
  });
  expect(kept.size).toBe(0);
  expect(states(outbox)).toEqual([]);
});

describe('recorded without network, by a number or a card', () => {
  const told = { villageId: 'v03', found: '12', householdNumber: 12 };
  const recorded = {
    kind: 'record' as const,
    household: told,
    input: { itemId: 'plant-trees', day: '2026-11-20' },
    label: '12号户 植树治沙 +5',
    photoPaths: [],
  };
  const found = (householdNumber: number) =>
    envelope({
      ok: true,
      value: { households: [{ householdId: `id of ${householdNumber}`, householdNumber }] },
      requestId: '1',
    });
  /** Answers who lives at a number; records come to nothing. */
  const asked =
    (answer: Envelope<unknown>): Send =>
    async (_name, { action }) => {
      if (action === 'find-households') return answer;
      throw new Error('no network');
    };

  test('whose it is, is asked before it is sent, once: the same id, the same body', async () => {
    const outbox = openApp();
    const { commandId } = await outbox.addToOutbox(recorded);
    send.mockImplementation(asked(found(12)));
    await outbox.sendOutbox();
    expect(states(outbox)).toEqual(['waiting']);
    // The number is another household's by now.
    const { records, take } = cloud();
    send.mockClear();
    send.mockImplementation(take);
    await openApp().sendOutbox();
    expect(send.mock.calls.map(([, { action }]) => action)).toEqual(['record-deed']);
    expect(records.get(commandId)).toMatchObject({ householdId: 'id of 12' });
  });

  test.each([
    ['nobody', envelope({ ok: true, value: { households: [] }, requestId: '1' })],
    ['another household than the screen said', found(17)],
    ['a refusal', refusal('card-not-ours', '这张码不是本村的户码。')],
  ])('%s is found: refused with what to do, nothing recorded', async (_what, answer) => {
    const outbox = openApp();
    await outbox.addToOutbox(recorded);
    send.mockImplementation(asked(answer));
    await outbox.sendOutbox();
    expect(states(outbox)).toEqual(['refused']);
    expect(outbox.useOutbox.getState().items[0]?.error?.message).toMatch(/户/);
    expect(send.mock.calls.map(([, { action }]) => action)).toEqual(['find-households']);
  });

  test('nobody answers: it goes on waiting', async () => {
    const outbox = openApp();
    await outbox.addToOutbox(recorded);
    await outbox.sendOutbox();
    expect(states(outbox)).toEqual(['waiting']);
  });
});

describe('photos are announced before they are uploaded', () => {
  const pathsOf = () => announce.mock.calls.map(([, { input }]) => (input as Paths).paths);
  const uploads = () => upload.mock.calls.map(([path]) => path);
  type Paths = { paths: string[] };

  test('all of an item at once, and not again for a try that follows', async () => {
    const { take } = cloud();
    send.mockImplementation(take);
    const outbox = openApp();
    await outbox.addToOutbox(deed('tidy-yard', ['/tmp/a.jpg', '/tmp/b.jpg']));
    announce.mockRejectedValueOnce(new Error('no network'));
    await outbox.sendOutbox();
    expect([states(outbox), uploads()]).toEqual([['waiting'], []]);
    upload.mockRejectedValueOnce(new Error('cut off'));
    await outbox.sendOutbox();
    await outbox.sendOutbox();
    expect(states(outbox)).toEqual(['done']);
    const [first, second] = pathsOf();
    expect([pathsOf().length, first]).toEqual([2, second]);
    const [one, two] = first ?? [];
    expect(uploads()).toEqual([one, one, two]);
  });

  test('again where the announcement is nearly over', async () => {
    const { take } = cloud();
    send.mockImplementation(take);
    const outbox = openApp();
    await outbox.addToOutbox(deed('tidy-yard', ['/tmp/a.jpg']));
    upload.mockRejectedValueOnce(new Error('cut off'));
    await outbox.sendOutbox();
    jest.setSystemTime(Date.now() + 21 * 3_600_000);
    await outbox.sendOutbox();
    expect(pathsOf()).toHaveLength(2);
    expect(states(outbox)).toEqual(['done']);
  });

  test('what is refused there stays with its sentence, and nothing is uploaded', async () => {
    const outbox = openApp();
    await outbox.addToOutbox(deed('tidy-yard', ['/tmp/a.jpg']));
    announce.mockResolvedValueOnce(refusal('too-many-photos', '今天的用完了。请明天再交。'));
    await outbox.sendOutbox();
    const [item] = outbox.useOutbox.getState().items;
    expect(item).toMatchObject({
      state: 'refused',
      error: { message: '今天的用完了。请明天再交。' },
    });
    expect(uploads()).toEqual([]);
  });

  test('a photo that was swept in the cloud is sent anew, under a name of its own', async () => {
    const { records, take } = cloud();
    const outbox = openApp();
    const { commandId } = await outbox.addToOutbox(deed('tidy-yard', ['/tmp/a.jpg']));
    send.mockResolvedValueOnce(refusal('photo-not-yours', '有一张照片没有传上来。'));
    await outbox.sendOutbox();
    expect(states(outbox)).toEqual(['refused']);
    send.mockImplementation(take);
    await outbox.retryOutboxItem(commandId);
    expect(states(outbox)).toEqual(['done']);
    const [before, anew] = uploads();
    expect([uploads().length, before === anew]).toEqual([2, false]);
    const [input] = [...records.values()] as { photos: string[] }[];
    expect(input?.photos).toEqual([`cloud://env.bucket/${anew}`]);
    expect(pathsOf()).toEqual([[before], [anew]]);
  });
});
