import path from 'node:path';
import type { SentMessage } from '../../local-cloud/wechat/subscribe-messages';
import { points } from '../../src/contracts';
import { dayOf } from '../../src/domain/kernel/time';
import { testTemplatesText } from '../support/post-office';
import { openTestCloud, type TestCloud } from '../support/test-cloud';
import { openWeapp, type Weapp, type WeappOptions } from './harness';

/** From the tap on the phone to the message that WeChat sends. */

const dist = path.resolve(__dirname, '../../dist/weapp');
const storyTimeoutMs = 300_000;
const minuteMs = 60_000;
const title = '有事要办时提醒我';

let cloud: TestCloud;
let phone: Weapp;

beforeAll(async () => {
  cloud = await openTestCloud({ history: false, templates: testTemplatesText });
}, storyTimeoutMs);

afterAll(() => cloud.stop());

afterEach(async () => {
  expect(await phone.errors()).toEqual([]);
  await phone.close();
});

const open = async (openid: string, options: Partial<WeappOptions> = {}) => {
  const launch = { path: 'pages/me/index' };
  phone = await openWeapp({ dist, backendUrl: cloud.url, openid, launch, ...options });
  await phone.waitFor(title);
};

const ofWeChat = async (route: string, body?: object): Promise<unknown> => {
  const posted = body && { method: 'POST', body: JSON.stringify(body) };
  return (await fetch(`${cloud.url}/wechat/${route}`, posted)).json();
};
const askedFor = async () =>
  (await phone.deviceCalls())
    .filter(({ api }) => api === 'requestSubscribeMessage')
    .flatMap(({ options }) => (options as { tmplIds: string[] }).tmplIds);
const tapIt = () => phone.tap(phone.byRole('button', { name: title, exact: false }));

test(
  'a cadre lets WeChat remind them once, and is told once when something waits',
  async () => {
    const { client, cast } = cloud;
    const { openid } = cast.secondCadre;
    await open(openid);
    await phone.waitFor('在微信里提醒,点一次加一次');
    await tapIt();
    await phone.waitFor('还能提醒 1 次');
    expect(await askedFor()).toEqual(['template-to-do']);
    // What WeChat counts for itself at 允许.
    await ofWeChat('tickets', { openid, templateId: 'template-to-do' });
    const day = dayOf(await client.nowMs());
    const deed = { itemId: 'errand-for-neighbour', day, photos: [] };
    for (let times = 0; times < 2; times += 1) {
      const note = `第 ${times + 1} 家`;
      await client.as(cast.resident.openid).must(points.declareDeed, { ...deed, note });
      await client.advance(6 * minuteMs);
    }
    const sent = ((await ofWeChat('messages')) as SentMessage[]).filter(
      (message) => message.openid === openid,
    );
    expect(sent.map(({ data }) => Object.values(data))).toEqual([
      ['核对', cast.secondCadre.villageName, expect.stringMatching(/^20\d\d年\d+月\d+日$/)],
    ]);
    await phone.tab('公开');
    await phone.openAgain({ path: sent[0]?.page?.split('?')[0] ?? '', query: queryOf(sent) });
    await phone.waitFor('等核对');
  },
  storyTimeoutMs,
);

function queryOf([message]: readonly SentMessage[]): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(message?.page?.split('?')[1]));
}

test(
  'who does not let it through loses nothing, and is told so once',
  async () => {
    const { openid } = cloud.cast.cadre;
    await open(openid, { reminders: { 'template-to-do': 'reject' } });
    await tapIt();
    await phone.waitFor('这次没有加上提醒,不影响办事。');
  },
  storyTimeoutMs,
);
