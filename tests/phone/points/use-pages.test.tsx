import { act, renderHook, waitFor } from '@testing-library/react';
import { usePages } from '../../../src/client/use-pages';
import { listRecords } from '../../../src/contracts/records';
import { recordLine } from '../samples';
import { cloud, phone } from '../set-up';

const id = (last: string) => `01JDBX000000000000000000${last}`;
const page = (more: boolean, ...lasts: string[]) => ({
  records: lasts.map((last) => recordLine({ recordId: id(last) })),
  more,
  next: more ? `behind-${lasts.at(-1)}` : null,
});

const comeBack = () => act(async () => phone.comeBack());
const own = 'own' as const;

function open(moving: boolean) {
  return renderHook(() =>
    usePages({
      contract: listRecords,
      first: { view: own },
      rowsOf: (value) => value.records,
      keyOf: (record) => record.recordId,
      after: (_, { next }) => ({ view: own, ...(next !== null && { after: next }) }),
      moving,
    }),
  );
}

test('a list that was mounted late is asked again on the first return to its page', async () => {
  cloud.answer(listRecords, page(false, '0A'));
  const { result } = open(false);
  await waitFor(() => expect(result.current.rows).toHaveLength(1));
  cloud.answer(listRecords, page(false, '0A', '0B'));
  await comeBack();
  await waitFor(() => expect(result.current.rows).toHaveLength(2));
});

test('rows further down are dropped once the first page has moved on: no gap', async () => {
  cloud.answer(listRecords, page(true, '0D', '0C'));
  const { result } = open(false);
  await waitFor(() => expect(result.current.rows).toHaveLength(2));
  cloud.answer(listRecords, page(false, '0B', '0A'));
  await act(() => result.current.loadMore());
  expect(result.current.rows.map((row) => row.recordId)).toEqual(['0D', '0C', '0B', '0A'].map(id));
  expect(cloud.of(listRecords).at(-1)?.input).toEqual({ view: own, after: 'behind-0C' });
  expect(result.current.more).toBe(false);

  cloud.answer(listRecords, page(true, '0E', '0D'));
  await act(() => result.current.first.reload());
  expect(result.current.rows.map((row) => row.recordId)).toEqual(['0E', '0D'].map(id));
  expect(result.current.more).toBe(true);
});

test('where rows move out of the list, what was loaded below is let go on return', async () => {
  cloud.answer(listRecords, page(true, '0D', '0C'));
  const { result } = open(true);
  await waitFor(() => expect(result.current.rows).toHaveLength(2));
  cloud.answer(listRecords, page(false, '0B'));
  await act(() => result.current.loadMore());
  expect(result.current.rows).toHaveLength(3);
  cloud.answer(listRecords, page(true, '0D', '0C'));
  await comeBack();
  await waitFor(() => expect(result.current.rows).toHaveLength(2));
});
