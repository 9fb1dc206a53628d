import { ulid as ulidShape } from '../../../src/contracts/fields';
import { activityRecordId } from '../../../src/domain/records/activity';
import { decisionFor, saidBefore } from '../../../src/domain/records/activity-decision';
import type { DeedRecord } from '../../../src/domain/records/types';

const activityId = '01JDBX0000000000000000000C';
const householdId = (index: number) => String(index).padStart(26, '0');

test('the id of a record follows from activity and household, each its own', () => {
  const ids = Array.from({ length: 200 }, (_, index) =>
    activityRecordId(activityId, householdId(index)),
  );
  expect(new Set(ids).size).toBe(200);
  for (const id of ids) expect(ulidShape.safeParse(id).success).toBe(true);
  expect(activityRecordId(activityId, householdId(7))).toBe(ids[7]);
  // Ordered among others by when it was recorded.
  expect(new Set(ids.map((id) => id.slice(0, 10)))).toEqual(new Set([activityId.slice(0, 10)]));
});

describe('a decision about all', () => {
  const reason = '没有来';
  const [named, other] = [{ recordId: 'a' }, { recordId: 'b' }];

  test('those that are named are decided the other way round, for the reason', () => {
    const decision = { accept: true, except: ['a'], reason };
    expect(decisionFor(named, decision)).toEqual({ accept: false, reason });
    expect(decisionFor(other, decision)).toEqual({ accept: true });
  });

  test('where none is named, what is said is said of each', () => {
    expect(decisionFor(named, { accept: true, except: [], reason })).toEqual({
      ...{ accept: true, reason },
    });
    expect(decisionFor(named, { accept: false, except: [], reason })).toEqual({
      ...{ accept: false, reason },
    });
  });

  test('what somebody said before it was cut off counts as said', () => {
    const step = (action: string, state: string) => ({ action, state, personId: 'me' });
    const record = (part: object) => ({ votes: [], steps: [], ...part }) as unknown as DeedRecord;
    const checked = record({ steps: [step('check-record', 'waiting-review')] });
    const refused = record({ steps: [step('check-record', 'refused-at-check')] });
    expect(saidBefore(checked, 'check-record', 'me')).toBe(true);
    expect(saidBefore(refused, 'check-record', 'me')).toBe(false);
    expect(saidBefore(checked, 'check-record', 'other')).toBeNull();
    const voted = record({ votes: [{ personId: 'me', agree: false }] });
    expect(saidBefore(voted, 'review-record', 'me')).toBe(false);
    expect(saidBefore(voted, 'review-record', 'other')).toBeNull();
  });
});
