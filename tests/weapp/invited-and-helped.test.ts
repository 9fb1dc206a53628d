import path from 'node:path';
import { roleWords } from '../../src/components/role-words';
import { people, points } from '../../src/contracts';
import { openTestCloud, type TestCloud } from '../support/test-cloud';
import { openWeapp, type Weapp, type WeappOptions } from './harness';
import { tapEnabled } from './harness/tap-enabled';
import { eventually } from './harness/weapp';

/** Who has no household comes in by an invitation; who has no phone is helped by two. */

const dist = path.resolve(__dirname, '../../dist/weapp');
const storyTimeoutMs = 180_000;
const guide = { openid: 'walk-guide', phoneNumber: '13900009911' };

let cloud: TestCloud;

beforeAll(async () => {
  cloud = await openTestCloud({ history: true });
}, storyTimeoutMs);

afterAll(() => cloud.stop());

/** Each picks up a phone of their own, and lays it down without an error on it. */
async function withPhone(
  options: Partial<WeappOptions> & { openid: string },
  work: (phone: Weapp) => Promise<void>,
): Promise<void> {
  const phone = await openWeapp({ dist, backendUrl: cloud.url, ...options });
  try {
    await work(phone);
    expect(await phone.errors()).toEqual([]);
  } finally {
    await phone.close();
  }
}

const at = (page: string, query: Record<string, string> = {}) => ({
  launch: { path: page, query },
});
const type = (phone: Weapp, label: string, text: string) =>
  phone.input(phone.byCss(`[aria-label="${label}"]`), text);
const codeShown = /[0-9A-Z]{5} [0-9A-Z]{5}/;

test(
  'the guiding office: entered by one administrator, agreed to by another, taken up by a number',
  async () => {
    const { townAdministrator, secondAdministrator } = cloud.cast;
    const asFirst = { openid: townAdministrator.openid };
    await withPhone({ ...asFirst, ...at('packages/offices/invite/index') }, async (phone) => {
      await phone.tap(phone.byRole('button', { name: roleWords.guide }));
      // What is sent is what is shown: nobody goes on before they see it chosen.
      await eventually(async () => {
        const chosen = await phone.find(phone.byCss('.chip-chosen'));
        expect(chosen.map(({ text }) => text)).toContain(roleWords.guide);
      });
      await type(phone, '姓名', '旗样导');
      await type(phone, '单位', '旗民政局');
      await type(phone, '手机号', guide.phoneNumber);
      await type(phone, '写在哪里', '旗民政局派驻函');
      await tapEnabled(phone, '登记,等另一个人确认');
      await phone.waitFor('要另一位镇管理员确认');
    });
    // One alone invites nobody: there is no code yet.
    await withPhone({ ...asFirst, ...at('packages/offices/invitations/index') }, async (phone) => {
      await phone.waitFor('没有等着用的邀请码');
    });
    const asSecond = { openid: secondAdministrator.openid };
    await withPhone({ ...asSecond, ...at('packages/offices/acts/index') }, async (phone) => {
      await phone.waitFor(`邀请码只给手机号 ${guide.phoneNumber}`);
      await tapEnabled(phone, '同意');
      await phone.waitFor('先看清楚是不是这个单位、这个手机号');
      await tapEnabled(phone, '同意,给邀请码');
      await phone.waitFor('没有等您确认的任职和离任');
    });
    let code = '';
    await withPhone({ ...asFirst, ...at('packages/offices/invitations/index') }, async (phone) => {
      await phone.tap(phone.byRole('button', { name: '给本人看码' }));
      await phone.waitFor('收起码');
      code = codeShown.exec(await phone.text())?.[0] ?? '';
      expect(code).toMatch(codeShown);
    });
    // The code alone is not enough: it is for one number.
    const stranger = { openid: 'walk-stranger', phoneNumber: '13900009922' };
    const invited = at('packages/join/invited/index');
    await withPhone({ ...stranger, ...invited }, async (phone) => {
      await type(phone, '或者输邀请码', code);
      await phone.tap(phone.byRole('button', { name: '用微信手机号核对' }));
      await phone.one(phone.byRole('alert'));
    });
    await withPhone({ ...guide, ...invited }, async (phone) => {
      await type(phone, '或者输邀请码', code);
      await phone.tap(phone.byRole('button', { name: '用微信手机号核对' }));
      await phone.waitFor(`您现在是${roleWords.guide}`);
      await phone.openAgain({ path: 'pages/me/index' });
      await phone.waitFor(roleWords.guide);
    });
    // Used once, also by whom it is for.
    await withPhone({ ...guide, ...invited }, async (phone) => {
      await type(phone, '或者输邀请码', code);
      await phone.tap(phone.byRole('button', { name: '用微信手机号核对' }));
      await phone.one(phone.byRole('alert'));
    });
    const { roles } = await cloud.client.as(guide.openid).must(people.whoAmI, {});
    expect(roles.map(({ role }) => role)).toEqual(['guide']);
  },
  storyTimeoutMs,
);

test(
  'somebody without a phone: card, a second person who stands there, a deed, who helped',
  async () => {
    const { resident, cadre, supervisors } = cloud.cast;
    const home = cloud.client.as(resident.openid);
    const { cardText } = await home.must(people.readHouseholdCard, {});
    const witness = supervisors[1];
    if (!witness) throw new Error('nobody stands there');
    await withPhone(
      { openid: cadre.openid, ...at('packages/people/proxy/index') },
      async (phone) => {
        await phone.waitFor('扫这一户的户码卡');
        await phone.scan(cardText);
        await phone.tap(phone.byRole('button', { name: '扫户码卡' }));
        await phone.waitFor('17号户');
        await tapEnabled(phone, '没有密码,请在场的人确认');
        await phone.waitFor('请在场的另一个人打开');
        const [asked] = cloud.engine.find('proxies');
        const proxyId = String(asked?._id);
        // Nothing is done for anybody by one alone.
        expect(asked).toMatchObject({ state: 'asked' });
        const confirming = at('packages/people/confirm/index', { proxyId });
        await withPhone({ openid: witness.openid, ...confirming }, async (other) => {
          await other.waitFor('的人在您旁边吗');
          await tapEnabled(other, '在场,我确认');
          await other.waitFor('您确认过了');
        });
        await phone.waitFor('正在替 17号户 代办');
        await phone.tap(phone.byRole('button', { name: '申报好事', exact: false, nth: 0 }));
        await phone.waitForPage('packages/record/declare/index');
        await phone.waitFor('正在替 17号户 代办');
        await phone.tap(phone.byRole('button', { name: '邻里代办', exact: false, nth: 0 }));
        await tapEnabled(phone, '申报 2 分');
        await phone.waitForPage('packages/record/detail/index');
        await phone.waitFor('等核对');
        await phone.waitFor('正在替 17号户 代办');
        await phone.tap(phone.byRole('button', { name: '结束' }));
      },
    );
    const { pending } = await home.must(points.readAccount, {});
    expect(pending.map(({ itemName }) => itemName)).toContain('邻里代办');
    await withPhone(
      { openid: resident.openid, ...at('packages/people/card/index') },
      async (phone) => {
        await phone.waitFor('代办');
        await phone.waitFor('申报');
      },
    );
  },
  storyTimeoutMs,
);
