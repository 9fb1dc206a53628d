import { points } from '../../../src/contracts';
import type { DeedRecord, Notice } from '../../../src/domain/records/types';
import { openProofTown } from '../../proof/town';

const dayMs = 86_400_000;

test('a hundred stale notices and ten poisoned lines hold nothing up', async () => {
  const town = await openProofTown();
  const recordId = await town.onNotice(8);
  const record = town.engine.get('records', recordId) as unknown as DeedRecord;
  const notice = town.engine.get('notices', record.noticeId ?? '') as unknown as Notice;
  const [line] = notice.lines;
  if (!line) throw new Error('a notice has a line');
  const put = async (count: number, daysAgo: number, of: Partial<DeedRecord>) => {
    for (let index = 0; index < count; index += 1) {
      const id = town.newId();
      const closesAtMs = notice.closesAtMs - daysAgo * dayMs;
      const outcome = of.state === 'objected' ? ('objected' as const) : ('standing' as const);
      const lines = [{ ...line, recordId: id, outcome }];
      const toPost = outcome === 'standing';
      const own = { _id: id, noticeId: id, closesAtMs };
      await town.engine.insert('records', [{ ...record, ...own, recordId: id, ...of } as never]);
      await town.engine.insert('notices', [{ ...notice, ...own, lines, toPost } as never]);
    }
  };
  await put(100, 60, { state: 'objected' });
  // Of the very household whose good line is due, and of nobody's.
  await put(5, 0, { steps: null as never });
  await put(5, 0, { householdId: 'nobody-lives-there' });
  // And one on the very notice, of the very household.
  const torn = town.newId();
  const like = { ...record, _id: torn, recordId: torn, spendable: null, steps: null };
  await town.engine.insert('records', [like as never]);
  const lines = [{ ...line, recordId: torn }, line];
  await town.engine.set('notices', notice.noticeId, { ...notice, _id: undefined, lines } as never);
  const { notices } = await town.head(9).must(points.readBoard, { villageId: 'v01' });
  expect(notices.map(({ noticeId }) => noticeId)).toContain(notice.noticeId);
  town.clock.advanceDays(6);
  // It is said: the run ends with an error, and the rest is done.
  expect((await town.timer('jobs', 'close-notices')).ok).toBe(false);
  const after = town.engine.get('records', recordId) as unknown as DeedRecord;
  expect(after.state).toBe('posted');
  const closed = town.engine.get('notices', notice.noticeId) as unknown as Notice;
  expect(closed.lines.map(({ outcome }) => outcome)).toEqual(['standing', 'posted']);
});
