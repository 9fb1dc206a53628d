import { rmSync } from 'node:fs';
import { openWeapp, type Weapp, type WeappOptions } from './harness';
import { writeFixture } from './harness/fixture';

/** What the host's phone refuses, as WeChat does: told by kind, and remembered. */

const apis = [
  'getLocation',
  'openSetting',
  'chooseMedia',
  'compressImage',
  'previewImage',
  'scanCode',
];

const page = {
  'pages/first/index.wxml': `
    ${apis.map((api) => `<button bindtap="run" data-api="${api}">${api}</button>`).join('')}
    <button bindtap="store">setStorageSync</button>
    <button open-type="getPhoneNumber" bindgetphonenumber="phone">phone</button>
    <text>{{answer}}</text>
  `,
  'pages/first/index.js': `
    const options = {
      chooseMedia: { count: 2 },
      compressImage: { get src() { return getApp().photo; } },
      previewImage: { urls: ['wxfile://tmp_99.jpg'] },
    };
    Page({
      data: { answer: '' },
      run(event) {
        const { api } = event.currentTarget.dataset;
        const show = (answer) => {
          const { tempFiles } = answer;
          if (tempFiles) getApp().photo = tempFiles[0].tempFilePath;
          this.setData({ answer: JSON.stringify(tempFiles ? tempFiles.length : answer) });
        };
        wx[api]({ ...options[api], success: show, fail: show });
      },
      store() {
        try {
          wx.setStorageSync('key', 'value');
          this.setData({ answer: 'kept' });
        } catch (error) {
          this.setData({ answer: error.message });
        }
      },
      phone(event) { this.setData({ answer: JSON.stringify(event.detail) }); },
    });
  `,
};

let dist: string;
let phone: Weapp;

beforeAll(() => {
  dist = writeFixture(page);
});

afterAll(() => rmSync(dist, { recursive: true }));

async function open(options: Partial<WeappOptions> = {}): Promise<void> {
  phone = await openWeapp({ dist, openid: 'someone', ...options });
}

afterEach(async () => {
  expect(await phone.errors()).toEqual([]);
  await phone.close();
});

async function answers(api: string, answer: string): Promise<void> {
  await phone.tap(phone.byText(api));
  await phone.waitFor(answer);
}

const askedFor = async () => (await phone.deviceCalls()).filter(({ api }) => api === 'asked for');

test('a permission refused once is not asked for again, until the settings change it', async () => {
  await open({ declines: ['scope.userLocation'], location: { latitude: 39, longitude: 109 } });
  await answers('getLocation', 'getLocation:fail auth deny');
  await answers('getLocation', 'getLocation:fail auth deny');
  expect(await askedFor()).toHaveLength(1);
  await phone.changeInSettings({ 'scope.userLocation': true });
  await answers('openSetting', '"scope.userLocation":true');
  await answers('getLocation', '"latitude":39');
  expect(await askedFor()).toHaveLength(1);
});

test('a phone that does not find out where it is says so in other words', async () => {
  await open();
  await answers('getLocation', 'LOCATIONSWITCHOFF');
});

test('a failure that lies ready comes once, with its number', async () => {
  await open();
  const message = 'privacy permission is not authorized';
  await phone.letFail('chooseMedia', { message, errno: 104 });
  await answers('chooseMedia', `chooseMedia:fail ${message}","errno":104`);
  await phone.chooseImages(null);
  await answers('chooseMedia', 'chooseMedia:fail cancel');
});

test('nobody takes more photos than were asked for', async () => {
  await open();
  const photo = { name: 'a.jpg', bytes: new Uint8Array([1]) };
  await phone.chooseImages([photo, photo, photo]);
  await answers('chooseMedia', '2');
});

test.each([
  ['ios', 'compressImage:fail'],
  ['android', 'compressImage:ok'],
] as const)('on %s a PNG answers %s', async (platform, answer) => {
  await open({ platform });
  await phone.chooseImages([{ name: 'a.png', bytes: new Uint8Array([1]) }]);
  await answers('chooseMedia', '1');
  await answers('compressImage', answer);
});

test('a photo that is gone does not open', async () => {
  await open();
  await answers('previewImage', 'previewImage:fail no such file');
});

test("only the mini-program's own code has a path; a scanner may not work at all", async () => {
  await open();
  await phone.scan('JF1.text');
  await answers('scanCode', '"result":"JF1.text"');
  expect(await phone.text()).not.toContain('"path"');
  await phone.scan({ path: 'pages/first/index?scene=v%3Dv01', scanType: 'WX_CODE' });
  await answers('scanCode', '"result":"","path":"pages/first/index?scene=v%3Dv01"');
  await phone.letFail('scanCode', { message: '' });
  await answers('scanCode', '{"errMsg":"scanCode:fail"}');
});

test('a full phone throws when it should keep something', async () => {
  await open();
  await answers('setStorageSync', 'kept');
  await phone.storageFull(true);
  await answers('setStorageSync', 'setStorageSync:fail exceed storage max size');
});

test('the phone number is refused in as many ways as WeChat has', async () => {
  await open({ phoneNumber: '10012345678' });
  await phone.letFail('getPhoneNumber', { message: 'no quota', errno: 1400001 });
  await answers('phone', '"errno":1400001');
  await phone.letFail('getPhoneNumber', { message: 'no code' });
  await answers('phone', '"errMsg":"getPhoneNumber:ok","encryptedData"');
  await answers('phone', '"code":"phone:10012345678"');
});
