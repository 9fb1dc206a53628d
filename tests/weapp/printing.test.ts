import path from 'node:path';
import { documents } from '../../src/contracts';
import { madeHouseholdId } from '../support/household-ids';
import { openTestCloud, type TestCloud } from '../support/test-cloud';
import { openWeapp, type Weapp, type WeappOptions } from './harness';
import { tapEnabled } from './harness/tap-enabled';

/** What is printed reaches the phone as a file that opens, and old files go. */

const dist = path.resolve(__dirname, '../../dist/weapp');
const storyTimeoutMs = 300_000;
/** The function starts cold, loads its fonts and prints. */
const printingMs = 90_000;

let cloud: TestCloud;
let phone: Weapp;

beforeAll(async () => {
  cloud = await openTestCloud({ history: true });
}, storyTimeoutMs);

afterAll(() => cloud.stop());

afterEach(async () => {
  expect(await phone.errors()).toEqual([]);
  await phone.close();
});

const open = async (page: string, openid: string, options: Partial<WeappOptions> = {}) => {
  const launch = { path: page };
  phone = await openWeapp({ dist, backendUrl: cloud.url, openid, launch, ...options });
};

const button = (name: string) => phone.byRole('button', { name, exact: true });
const printed = () => phone.waitFor('再打开一次', { timeoutMs: printingMs });
const opened = async () =>
  (await phone.deviceCalls()).filter(({ api }) => api === 'openDocument').map((c) => c.options);
const printedFiles = async () =>
  (await phone.files()).filter((name) => name.startsWith('wxfile://usr/printed/'));

/** A whole PDF: its first and its last line are there. */
async function mustBePdf(file: string): Promise<void> {
  const bytes = await phone.file(file);
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
  expect(bytes.subarray(-6).toString().trim()).toBe('%%EOF');
}

test(
  'a household prints its card and its statement: two taps each, and one file is kept',
  async () => {
    const { openid, householdNumber } = cloud.cast.resident;
    const photo = 'wxfile://usr/photo.jpg';
    await open('packages/people/card/index', openid, { files: [photo] });
    await tapEnabled(phone, '打印户码卡');
    await printed();
    const card = `wxfile://usr/printed/${householdNumber}号户户码.pdf`;
    expect(await opened()).toEqual([{ filePath: card, fileType: 'pdf', showMenu: true }]);
    expect(await printedFiles()).toEqual([card]);
    await mustBePdf(card);
    await phone.openAgain({ path: 'packages/print/statement/index' });
    await phone.tap(button('去年'));
    await tapEnabled(phone, '打印');
    await printed();
    const [statement = '', ...others] = await printedFiles();
    expect(others).toEqual([]);
    expect(statement).toContain(`${householdNumber}号户积分明细`);
    await mustBePdf(statement);
    expect(await phone.files()).toContain(photo);
    await phone.tap(button('发到聊天里'));
    const last = (await phone.deviceCalls()).at(-1);
    expect(last).toMatchObject({ api: 'shareFileMessage', options: { filePath: statement } });
  },
  storyTimeoutMs,
);

test(
  'a full phone and one without a viewer are told, and there is a way on',
  async () => {
    await open('packages/people/card/index', cloud.cast.resident.openid);
    const full = 'the maximum size of the file storage limit is exceeded';
    await phone.letFail('writeFile', { message: full, errno: 1300202 });
    await phone.letFail('openDocument', { message: 'load plugin failed' });
    await tapEnabled(phone, '打印户码卡');
    await phone.waitFor('放不下这个文件', { timeoutMs: printingMs });
    expect(await printedFiles()).toEqual([]);
    await phone.tap(button('接着取'));
    await phone.waitFor('打不开 PDF');
    await phone.tap(button('再打开一次'));
    await phone.waitFor('打开后点右上角');
    expect(await opened()).toHaveLength(1);
  },
  storyTimeoutMs,
);

/** Households enough for a file of several pieces. */
async function growVillage(): Promise<void> {
  const { villageId, engine } = cloud;
  const [one] = engine.find('households', { query: { villageId } });
  for (let number = 2001; number <= 2330; number += 1) {
    const householdId = madeHouseholdId(villageId, number);
    const cardId = householdId.slice(-26);
    await engine.insert('households', { ...one, _id: householdId, householdId, cardId, number });
  }
}

test(
  'a cadre: the code of the village is drawn and printed, and all cards arrive in pieces',
  async () => {
    const { openid, villageName } = cloud.cast.cadre;
    await growVillage();
    await open('packages/print/village/index', openid);
    await phone.tap(button('村口的码'));
    await phone.waitFor('印在多大的纸上');
    await tapEnabled(phone, '打印');
    await printed();
    expect(await printedFiles()).toEqual([`wxfile://usr/printed/${villageName}村码A4.pdf`]);
    await phone.tap(button('户码'));
    await phone.waitFor('印哪些户');
    await tapEnabled(phone, '打印');
    await phone.waitFor(`${villageName}户码.pdf`, { timeoutMs: printingMs });
    const [cards = ''] = await printedFiles();
    await mustBePdf(cards);
    expect((await phone.file(cards)).length).toBeGreaterThan(300_000);
  },
  storyTimeoutMs,
);

test(
  'anybody reads what a paper is, from the board in two taps and eight digits',
  async () => {
    const cadre = cloud.client.as(cloud.cast.cadre.openid);
    const { villageId } = cloud;
    const numbers = { fromNumber: 8, toNumber: 8 };
    const print = { document: 'household-cards' as const, format: 'single' as const, ...numbers };
    await cadre.must(documents.printForVillage, { villageId, print });
    const editions = cloud.engine.find('editions');
    const card = editions.find(({ document }) => document === 'household-card');
    const checkCode = String(card?.checkCode);
    await open('pages/board/index', 'passer-by', {
      launch: { path: 'pages/board/index', query: { villageId } },
    });
    await phone.tap(phone.byRole('button', { name: '报码查', exact: false, nth: 0 }));
    await phone.input(phone.byCss('[aria-label="报码(8 个数字)"]'), checkCode);
    await phone.tap(button('查一查'));
    await phone.waitFor('是最新的');
    expect(await phone.text()).not.toContain('号户');
    const other = checkCode[7] === '0' ? '1' : '0';
    await phone.input(phone.byCss('[aria-label="报码(8 个数字)"]'), checkCode.slice(0, 7) + other);
    await phone.waitFor('有一个不对');
    await phone.scan(`JF.P.${checkCode}`);
    await phone.tap(button('扫纸上的码'));
    await phone.waitFor('是最新的');
  },
  storyTimeoutMs,
);
