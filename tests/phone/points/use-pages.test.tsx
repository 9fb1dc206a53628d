/** @jest-environment jsdom */
import { act, renderHook, waitFor } from '@testing-library/react';
import { usePages } from '../../../src/client/use-pages';
import { listRecords } from '../../../src/contracts/records';
import { recordLine } from '../samples';
import { FakeCloud } from '../set-up/fake-cloud';

const mockCloud = new FakeCloud();
const mockShown: (() => void)[] = [];
jest.mock('@tarojs/taro', () => ({
  ...jest.requireActual('../set-up/taro').taroStub,
  useDidShow: (shown: () => void) => void mockShown.push(shown),
}));
jest.mock(
  '../../../src/client/transport',
  () => ({ send: (...call: Parameters<FakeCloud['send']>) => mockCloud.send(...call) }),
  { virtual: true },
);

const id = (last: string) => `01JDBX000000000000000000${last}`;
const page = (more: boolean, ...lasts: string[]) => ({
  records: lasts.map((last) => recordLine({ recordId: id(last) })),
  more,
});

/** The page is shown again: what is mounted now hears of it. */
async function showAgain(hooks: number): Promise<void> {
  await act(async () => {
    for (const shown of mockShown.slice(-hooks)) shown();
  });
}
const hooksOfOneRender = 2;

const own = 'own' as const;

function open(moving: boolean) {
  return renderHook(() =>
    usePages({
      contract: listRecords,
      first: { view: own },
      rowsOf: (value) => value.records,
      keyOf: (record) => record.recordId,
      after: (record) => ({ view: own, after: record.recordId }),
      moving,
    }),
  );
}

beforeEach(() => {
  mockCloud.asked = [];
  mockShown.length = 0;
});

test('a list that was mounted late is asked again on the first return to its page', async () => {
  mockCloud.answer('list-records', page(false, '0A'));
  const { result } = open(false);
  await waitFor(() => expect(result.current.rows).toHaveLength(1));
  mockCloud.answer('list-records', page(false, '0A', '0B'));
  await showAgain(hooksOfOneRender);
  await waitFor(() => expect(result.current.rows).toHaveLength(2));
});

test('rows further down are dropped once the first page has moved on: no gap', async () => {
  mockCloud.answer('list-records', page(true, '0D', '0C'));
  const { result } = open(false);
  await waitFor(() => expect(result.current.rows).toHaveLength(2));
  mockCloud.answer('list-records', page(false, '0B', '0A'));
  await act(() => result.current.loadMore());
  expect(result.current.rows.map((row) => row.recordId)).toEqual(['0D', '0C', '0B', '0A'].map(id));
  expect(result.current.more).toBe(false);

  mockCloud.answer('list-records', page(true, '0E', '0D'));
  await act(() => result.current.first.reload());
  expect(result.current.rows.map((row) => row.recordId)).toEqual(['0E', '0D'].map(id));
  expect(result.current.more).toBe(true);
});

test('where rows move out of the list, what was loaded below is let go on return', async () => {
  mockCloud.answer('list-records', page(true, '0D', '0C'));
  const { result } = open(true);
  await waitFor(() => expect(result.current.rows).toHaveLength(2));
  mockCloud.answer('list-records', page(false, '0B'));
  await act(() => result.current.loadMore());
  expect(result.current.rows).toHaveLength(3);
  mockCloud.answer('list-records', page(true, '0D', '0C'));
  await showAgain(hooksOfOneRender);
  await waitFor(() => expect(result.current.rows).toHaveLength(2));
});
