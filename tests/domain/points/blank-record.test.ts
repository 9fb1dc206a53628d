import {
  gaveItsEvidence,
  withoutEvidence,
  withoutTraces,
} from '../../../src/domain/points/blank-record';
import type { RecordStep } from '../../../src/domain/points/types';
import { recordWith } from './fixture';

const location = { latitude: 1, longitude: 2, accuracyMetres: 3 };
const evidence = { note: '种树', photos: ['cloud://a/b'], location, evidenceHeld: true };
const vote = { personId: 'p', agree: false, reason: '张三没来', atMs: 1 };
const stepWith = (reason: string | null): RecordStep => ({
  action: 'check-record',
  by: 'cadre',
  personId: 'p',
  atMs: 1,
  state: 'waiting-check',
  reason,
});

test('evidence goes, points, votes and steps stay', () => {
  const record = recordWith({ ...evidence, votes: [vote] });
  expect(withoutEvidence(record)).toEqual({
    ...record,
    note: null,
    photos: [],
    location: null,
    evidenceHeld: false,
  });
});

test('what somebody declared is theirs, what a cadre noted is the village’s', () => {
  const traced = { personId: 'recorder', name: null };
  expect(gaveItsEvidence(recordWith({}), traced)).toBe(true);
  expect(gaveItsEvidence(recordWith({ byCadre: true }), traced)).toBe(false);
  expect(gaveItsEvidence(recordWith({ recorderId: 'other' }), traced)).toBe(false);
  expect(gaveItsEvidence(recordWith({}), { personId: null, name: '张三' })).toBe(false);
});

test('texts that name somebody go, whoever wrote them; the others stay', () => {
  const steps = [stepWith('张 三 那天不在'), stepWith('没有照片'), stepWith(null)];
  const record = recordWith({ ...evidence, note: '张三种的', votes: [vote], steps });
  const left = withoutTraces(record, { personId: 'other', name: '张三' });
  expect(left).toEqual({
    ...record,
    note: null,
    votes: [{ ...vote, reason: null }],
    steps: steps.map((each, index) => ({ ...each, reason: index === 1 ? '没有照片' : null })),
  });
  expect(withoutTraces(record, { personId: 'other', name: null })).toEqual(record);
  expect(withoutTraces(record, { personId: 'recorder', name: null }).photos).toEqual([]);
});
