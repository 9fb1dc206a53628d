import { brighten } from '../../../src/packages/exchange/brightness.weapp';

const mockDone: string[] = [];
let mockBefore: Promise<{ value: number }>;
let mockPlatform: string;
let mockFollows: boolean;
// Only here somebody asks the screen itself, and each phone answers in its own way.
jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: {
    getScreenBrightness: () => mockBefore,
    getDeviceInfo: () => ({ platform: mockPlatform }),
    async setScreenBrightness({ value }: { value: number }) {
      if (value < 0 && !mockFollows) throw new Error('invalid data');
      mockDone.push(`bright ${value}`);
    },
    setKeepScreenOn: async ({ keepScreenOn }: { keepScreenOn: boolean }) =>
      mockDone.push(keepScreenOn ? 'stays on' : 'may go off'),
  },
}));

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

beforeEach(() => {
  mockDone.length = 0;
  mockBefore = Promise.resolve({ value: 0.3 });
  mockPlatform = 'ios';
  mockFollows = true;
});

test('the screen is bright while the code shows, and as before afterwards', async () => {
  const undo = brighten();
  await settled();
  expect(mockDone).toEqual(['stays on', 'bright 1']);
  undo();
  expect(mockDone.slice(2)).toEqual(['may go off', 'bright 0.3']);
});

test('Android gets its screen back to adjust by itself', async () => {
  mockPlatform = 'android';
  const undo = brighten();
  await settled();
  undo();
  expect(mockDone.slice(2)).toEqual(['may go off', 'bright -1']);
});

test('an Android that does not take it back gets what could be read', async () => {
  mockPlatform = 'android';
  mockFollows = false;
  const undo = brighten();
  await settled();
  undo();
  await settled();
  expect(mockDone.slice(2)).toEqual(['may go off', 'bright 0.3']);
});

test('taken away before the phone answered, the screen stays as it was', async () => {
  const undo = brighten();
  undo();
  await settled();
  expect(mockDone).toEqual(['stays on', 'may go off']);
});

test('a phone that does not tell its brightness keeps it', async () => {
  mockBefore = Promise.reject(new Error('not supported'));
  const undo = brighten();
  await settled();
  undo();
  expect(mockDone).toEqual(['stays on', 'may go off']);
});
