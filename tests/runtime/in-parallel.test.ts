import { eachForItself } from '../../cloudfunctions/runtime/in-parallel';
import { StoreBusy } from '../../cloudfunctions/runtime/store/store';

const busy = new StoreBusy('the database did not take it in time');
const timeIsUp = new StoreBusy('the database did not take it in time', false, true);

test('what was busy until the time went by is left to a later call, and is no fault', async () => {
  const work = async (item: number) => {
    if (item > 1) throw timeIsUp;
  };
  // There may be a moment left in which no pause fits.
  const worked = await eachForItself([1, 2, 3], 1, work, () => true);
  expect(worked).toEqual({ errors: [], left: 2 });
});

test('what was busy while there was time, or failed otherwise, is a fault', async () => {
  const broken = new Error('broken');
  const work = async (item: number) => {
    if (item === 1) throw busy;
    if (item === 3) throw broken;
  };
  const worked = await eachForItself([1, 2, 3], 1, work, () => true);
  expect(worked).toEqual({ errors: [busy, broken], left: 0 });
});
