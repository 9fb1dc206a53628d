import type { SentMessage } from '../../../local-cloud/wechat/subscribe-messages';
import { people, points } from '../../../src/contracts';
import { dayOf } from '../../../src/domain/kernel/time';
import { testPhoto } from '../../support/photo';
import { testTemplatesText } from '../../support/post-office';
import { openTestCloud, type TestCloud } from '../../support/test-cloud';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await openTestCloud({ history: false, templates: testTemplatesText });
}, 240_000);
afterAll(() => cloud.stop());

const minuteMs = 60_000;
const templateId = 'template-result';

const ofWeChat = async (path: string, body?: object): Promise<unknown> => {
  const posted = body && { method: 'POST', body: JSON.stringify(body) };
  return (await fetch(`${cloud.url}/wechat/${path}`, posted)).json();
};
const sent = async () =>
  ((await ofWeChat('messages')) as SentMessage[]).map(({ openid, data, page }) => ({
    to: openid,
    says: Object.values(data),
    page,
  }));

/** The phone's own count of what it may still be told. */
async function remindersLeft(openid: string): Promise<number | undefined> {
  const { reminders } = await cloud.client.as(openid).must(people.whoAmI, {});
  return reminders.find(({ template }) => template === 'result')?.left;
}

/** What the phone says after the tap; WeChat counts for itself. */
async function remindMe(openid: string, isTrue = true): Promise<void> {
  if (isTrue) await ofWeChat('tickets', { openid, templateId });
  await cloud.client.as(openid).must(people.addTickets, { accepted: ['result'] });
}

/** Something the resident did that a cadre does not accept: the household is to hear of it. */
async function refuseDeed(name: string): Promise<string> {
  const { client, cast, villageId } = cloud;
  const resident = client.as(cast.resident.openid);
  const photo = await resident.upload(`evidence/${name}.png`, testPhoto(`evidence/${name}.png`));
  const day = dayOf(await client.nowMs());
  const { items } = await resident.must(points.listItems, { villageId });
  const item = items.find(
    ({ caps, declarers, standard }) =>
      caps.length === 0 && declarers.includes('resident') && standard.kind === 'fixed',
  );
  const deed = { itemId: item?.id ?? '', day, photos: [photo], note: name };
  const { recordId } = await resident.must(points.declareDeed, deed);
  const input = { recordId, accept: false, reason: '照片看不清' };
  await client.as(cast.cadre.openid).must(points.checkRecord, input);
  return recordId;
}

/** The function's own trigger comes every five minutes. */
const untilTheTimer = (minutes = 6) => cloud.client.advance(minutes * minuteMs);

test('against a ticket a message goes out once, by the function’s own timer', async () => {
  const { openid } = cloud.cast.resident;
  await remindMe(openid);
  await remindMe(openid);
  const recordId = await refuseDeed('first');
  expect(await sent()).toEqual([]);
  await untilTheTimer();
  const told = [
    {
      to: openid,
      says: [expect.any(String), '没有通过', expect.stringMatching(/^\d+年\d+月\d+日$/)],
      page: `packages/record/detail/index?recordId=${recordId}`,
    },
  ];
  expect(await sent()).toEqual(told);
  // A ticket is left: whoever told it twice would find one.
  expect(await ofWeChat('tickets')).toEqual([{ openid, templateId, left: 1 }]);
  expect(await remindersLeft(openid)).toBe(1);
  await untilTheTimer(60);
  expect(await sent()).toEqual(told);
  await refuseDeed('another');
  await untilTheTimer();
  expect(await sent()).toHaveLength(2);
  expect(await ofWeChat('tickets')).toEqual([]);
  expect(await remindersLeft(openid)).toBe(0);
});

test('without a ticket of WeChat’s nothing goes out, and ours is none either', async () => {
  const { openid } = cloud.cast.resident;
  const before = await sent();
  for (const isTrue of [false, false]) await remindMe(openid, isTrue);
  expect(await remindersLeft(openid)).toBe(2);
  await refuseDeed('second');
  await untilTheTimer();
  expect(await sent()).toEqual(before);
  expect(await remindersLeft(openid)).toBe(0);
});

test('what WeChat turned away for today is told later; what may have gone out is not', async () => {
  const { openid } = cloud.cast.resident;
  const before = (await sent()).length;
  await remindMe(openid);
  await ofWeChat('failures', { errcode: 45009 });
  await refuseDeed('third');
  await untilTheTimer();
  expect(await sent()).toHaveLength(before);
  expect(await remindersLeft(openid)).toBe(1);
  await untilTheTimer(20);
  expect(await sent()).toHaveLength(before + 1);
  await remindMe(openid);
  await ofWeChat('failures', { errcode: -1, sendsFirst: true });
  await refuseDeed('fourth');
  await untilTheTimer();
  await untilTheTimer(60);
  expect(await sent()).toHaveLength(before + 2);
  expect(await remindersLeft(openid)).toBe(0);
});
