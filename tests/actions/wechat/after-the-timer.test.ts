import { wechat } from '../../../src/contracts';
import { openTestCloud, type TestCloud } from '../../support/test-cloud';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await openTestCloud({ history: false });
}, 240_000);
afterAll(() => cloud.stop());

test('WeChat answers for somebody also where the timer was the last to call', async () => {
  const guest = cloud.client.as('taps-once');
  const ask = (number: number) =>
    guest.call(wechat.readPhoneNumber, { code: `phone:1390000003${number}` });
  expect(await ask(1)).toMatchObject({ ok: true });
  // A day passes, and whatever has a timer is called by it, on the same warm instance.
  await cloud.client.advance(86_400_000);
  expect(await ask(2)).toMatchObject({ ok: true });
});
