import { useOutbox } from '../../../src/client/outbox';
import { sendDeed } from '../../../src/packages/record/form/send-deed';
import { FakeCloud } from '../set-up/fake-cloud';
import { phone } from '../set-up/taro';

const mockCloud = new FakeCloud();
const mockKept = new Set<string>();
let mockStorageFull = false;
jest.mock('@tarojs/taro', () => jest.requireActual('../set-up/taro').taroStub);
jest.mock(
  '../../../src/client/transport',
  () => ({
    send: (...call: Parameters<FakeCloud['send']>) => mockCloud.send(...call),
    upload: (path: string) => mockCloud.upload(path),
  }),
  { virtual: true },
);
jest.mock(
  '../../../src/client/photos',
  () => ({
    async keepPhoto(path: string) {
      if (mockStorageFull) throw new Error('full');
      mockKept.add(`kept ${path}`);
      return `kept ${path}`;
    },
    openPhoto: async (name: string) => (mockKept.has(name) ? name : null),
    async dropPhoto(name: string) {
      mockKept.delete(name);
    },
  }),
  { virtual: true },
);

const deed = {
  kind: 'declare' as const,
  input: { itemId: 'clean-pasture', day: '2026-11-20' },
  photoPaths: ['one.jpg'],
  label: '清理草场垃圾 +3',
};

beforeEach(() => {
  mockCloud.online = true;
  mockCloud.asked = [];
  mockKept.clear();
  mockStorageFull = false;
  phone.reset();
  useOutbox.setState({ items: [] });
});

test('what is taken in is known by its command id, with the photos it was sent with', async () => {
  mockCloud.answer('declare-deed', {});
  const sent = await sendDeed(deed);
  const [event] = mockCloud.of('declare-deed');
  expect(sent).toEqual({ state: 'in', recordId: event?.commandId });
  expect(event?.input).toMatchObject({
    itemId: 'clean-pasture',
    photos: [expect.stringMatching(/^cloud:\/\/.*\/evidence\/[0-9A-Z]{26}\.jpg$/)],
  });
  expect(mockKept.size).toBe(0);
});

test('a refusal comes back as it was said, and nothing stays behind', async () => {
  mockCloud.refuse('declare-deed', 'cap-reached', '这一项本季记满了。');
  const sent = await sendDeed(deed);
  expect(sent).toMatchObject({ state: 'refused', error: { message: '这一项本季记满了。' } });
  expect(useOutbox.getState().items).toEqual([]);
  expect(mockKept.size).toBe(0);
});

test.each(['no network', 'busy'])('%s: it stays on the phone, to be sent again', async (why) => {
  if (why === 'busy') mockCloud.refuse('declare-deed', 'busy', '现在用的人多。');
  else mockCloud.online = false;
  expect(await sendDeed(deed)).toEqual({ state: 'kept' });
  const [item] = useOutbox.getState().items;
  expect(item).toMatchObject({ state: 'waiting', label: deed.label });
  expect(mockKept.has('kept one.jpg')).toBe(true);
});

test('a photo that cannot be kept is said before anything is sent', async () => {
  mockStorageFull = true;
  expect(await sendDeed(deed)).toMatchObject({
    state: 'refused',
    error: { code: 'phone-full' },
  });
  expect(mockCloud.asked).toEqual([]);
});

test('a deed that a full phone cannot keep is told at once, and nothing is sent', async () => {
  phone.full = true;
  const told = expect.stringMatching(/手机空间满了.*还没有交上/);
  expect(await sendDeed(deed)).toMatchObject({ state: 'refused', error: { message: told } });
  expect(mockCloud.asked).toEqual([]);
  expect(useOutbox.getState().items).toEqual([]);
  expect(mockKept.size).toBe(0);
});

test('one that waits already does not hold up the next', async () => {
  mockCloud.online = false;
  await sendDeed({ ...deed, label: 'first' });
  mockCloud.online = true;
  mockCloud.answer('declare-deed', {});
  expect((await sendDeed({ ...deed, label: 'second' })).state).toBe('in');
});
