import { eraseEach } from '../../../cloudfunctions/jobs/erase/part';

const due = Array.from({ length: 30 }, (_, number) => number);
const unhurried = { hasTime: () => true };
const failing = (most: number) => async (number: number) => {
  if (number < most) throw new Error('storage is down');
};

test('what fails again and again keeps nobody behind it waiting', async () => {
  const part = await eraseEach(unhurried, due, 10, failing(15));
  expect(part).toMatchObject({ done: 10, left: 5 });
  expect(part.errors).toHaveLength(15);
});

test('no more is done than one call may, and all of it where all fails', async () => {
  expect(await eraseEach(unhurried, due, 10, failing(0))).toEqual({
    done: 10,
    left: 20,
    errors: [],
  });
  expect(await eraseEach(unhurried, due, 10, failing(30))).toMatchObject({ done: 0, left: 0 });
});

test('what there is no time for is left to the next call', async () => {
  let begun = 0;
  const part = await eraseEach({ hasTime: () => begun < 7 }, due, 20, async () => {
    begun += 1;
  });
  expect(part).toEqual({ done: 7, left: 23, errors: [] });
});
