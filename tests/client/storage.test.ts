import Taro from '@tarojs/taro';
import { phone } from '../phone/set-up/taro';

// One phone, however often its app is opened.
jest.mock('@tarojs/taro', () => jest.requireActual('../phone/set-up/taro'));

type Storage = typeof import('../../src/client/storage');

/** What a phone does when its app is opened: everything in memory is new, storage is not. */
function openApp(): Storage {
  let storage: Storage | undefined;
  jest.isolateModules(() => {
    storage = jest.requireActual<Storage>('../../src/client/storage');
  });
  if (!storage) throw new Error('storage did not load');
  return storage;
}

beforeEach(() => phone.reset());

test('what is kept is there when the app is opened again, until it is forgotten', () => {
  const storage = openApp();
  expect(storage.readKept('village')).toBeNull();
  expect(storage.keep('village', { villageId: 'v03' })).toBe(true);
  expect(openApp().readKept('village')).toEqual({ villageId: 'v03' });
  storage.forget('village');
  expect(storage.readKept('village')).toBeNull();
  expect(openApp().readKept('village')).toBeNull();
});

test('a full phone throws nothing: it holds the new value as long as the app lives', () => {
  const storage = openApp();
  storage.keep('village', 'old');
  phone.full = true;
  expect(storage.keep('village', 'new')).toBe(false);
  expect(storage.readKept('village')).toBe('new');
  expect(openApp().readKept('village')).toBe('old');
  phone.full = false;
  expect(storage.keep('village', 'newest')).toBe(true);
  expect(openApp().readKept('village')).toBe('newest');
});

test('storage that cannot be read or emptied throws nothing, and what is forgotten is gone', () => {
  const storage = openApp();
  storage.keep('me', 'somebody');
  const taro = Taro as unknown as Record<string, () => unknown>;
  const broken = jest.spyOn(taro, 'removeStorageSync').mockImplementation(() => {
    throw new Error('removeStorageSync:fail');
  });
  storage.forget('me');
  expect(storage.readKept('me')).toBeNull();
  expect(openApp().readKept('me')).toBeNull();
  broken.mockRestore();
  const unread = jest.spyOn(taro, 'getStorageSync').mockImplementation(() => {
    throw new Error('getStorageSync:fail');
  });
  expect(openApp().readKept('me')).toBeNull();
  unread.mockRestore();
});
