import { decideMoreOnNotice } from '../../../src/domain/records/activity-notice';
import { refusalOf } from '../kernel/refusal-of';
import { recordWith } from './fixture';

const nowMs = Date.parse('2026-11-23T12:00:00+08:00');
const dayMs = 86_400_000;
const mover = { personId: 'cadre-1', ofTheHousehold: false, nearRelative: false, ownIds: [] };
const at = (atMs: number) => ({ noticeId: 'notice-1', villageId: 'v01', mover, nowMs: atMs });
const reviewed = (recordId: string) => recordWith({ recordId, state: 'waiting-notice' });
const first = () => decideMoreOnNotice(null, [reviewed('r1')], at(nowMs)).notice;

test('what comes on the same day stands beside what was there', () => {
  const { notice, records } = decideMoreOnNotice(first(), [reviewed('r2')], at(nowMs + 60_000));
  expect(notice.lines.map(({ recordId }) => recordId)).toEqual(['r1', 'r2']);
  expect(notice).toMatchObject({ state: 'open', toPost: true, openedAtMs: nowMs });
  expect(records[0]).toMatchObject({ noticeId: 'notice-1', closesAtMs: notice.closesAtMs });
});

test('what comes a day later would not stand its five days: it needs a notice of its own', () => {
  const late = () => decideMoreOnNotice(first(), [reviewed('r2')], at(nowMs + dayMs));
  expect(refusalOf(late).code).toBe('wrong-state');
});

test('only what passed goes on it', () => {
  const waiting = recordWith({ recordId: 'r2', state: 'waiting-check' });
  expect(refusalOf(() => decideMoreOnNotice(first(), [waiting], at(nowMs))).code).toBe(
    'wrong-state',
  );
});
