import path from 'node:path';
import { neighbourNumber } from '../../config/run/pictures/sample-cloud';
import { quickSeed } from '../../config/run/quick-seed';
import { buildCast, buildSampleTown, sampleSeed } from '../../config/run/sample';
import { joinWithPhone } from '../../config/run/seed/township';
import { pageParamShapes } from '../../src/client/page-params';
import { people as contracts, exchange, points } from '../../src/contracts';
import { appPages } from '../support/app-pages';
import { openTestCloud, type TestCloud } from '../support/test-cloud';
import { openWeapp, type Weapp } from './harness';
import type { SharedCard } from './harness/types';
import { eventually } from './harness/weapp';

/** What holds for every page of the built mini-program; a new page is in here by itself. */

const dist = path.resolve(__dirname, '../../dist/weapp');
const allPages = appPages();
const timeoutMs = 240_000;

/** `npm run prove` tries every page with everything; here each takes its turn, by the seed. */
const isWhole = process.env.EVERY_PAGE === 'whole';
const turn = (of: number, at: number) => (quickSeed + at) % of;
const taken = <Each>(all: readonly Each[], at: number): readonly Each[] =>
  isWhole ? all : all.filter((_, index) => index === turn(all.length, at));

type Params = Record<string, string>;
const names = Object.keys(pageParamShapes);
/** What fits the shape of an id and is nowhere. */
const nowhere = '01ARZ3NDEKTSV4RRFFQ69G5FAV';
const withAll = (value: string): Params => Object.fromEntries(names.map((name) => [name, value]));

/** Each byte as %XX: encoding an id of plain letters would otherwise leave it as it is. */
const escaped = (text: string) =>
  [...Buffer.from(text)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');

/** Somebody of another village. */
const neighbour = buildCast(buildSampleTown(sampleSeed), neighbourNumber).resident;

let cloud: TestCloud;
/** Parameters of things that are there, for whichever page reads them. */
let real: Params;

beforeAll(async () => {
  cloud = await openTestCloud({ history: true });
  await joinWithPhone(cloud.client, neighbour);
  const resident = cloud.client.as(cloud.cast.resident.openid);
  const { records } = await resident.must(points.listRecords, { view: 'own' });
  const { orders } = await resident.must(exchange.listOrders, {});
  const board = await resident.must(points.readBoard, { villageId: cloud.villageId });
  const { offices } = await resident.must(contracts.listOffices, { villageId: cloud.villageId });
  const { me } = await resident.must(contracts.whoAmI, {});
  const known: Params = {
    villageId: cloud.villageId,
    householdId: me?.householdId ?? '',
    key: 'subsistence-allowance',
    version: '1',
    recordId: records[0]?.recordId ?? '',
    orderId: orders[0]?.orderId ?? '',
    officeId: offices[0]?.officeId ?? '',
    rollId: '01JDBX0000000000000000000R',
    activityId: '01JDBX0000000000000000000D',
    noticeId: board.notices[0]?.noticeId ?? '',
    queue: 'to-check',
    view: 'to-review',
    scanned: 'no',
    sent: 'yes',
    checkCode: '12345678',
    proxyId: '01JDBX0000000000000000000P',
    commandId: '01JDBX0000000000000000000C',
    cardText: (await resident.must(contracts.readHouseholdCard, {})).cardText,
  };
  // A scan leads away from the board: it has tests of its own.
  real = Object.fromEntries(Object.entries(known).filter(([name]) => name !== 'scene'));
}, timeoutMs);

afterAll(() => cloud.stop());

let phone: Weapp;
let opened: Weapp | null = null;

afterEach(() => opened?.close());

const open = async (openid: string) => {
  await opened?.close();
  phone = await openWeapp({ dist, backendUrl: cloud.url, openid });
  opened = phone;
};

/** Longer than the pause before a long list grows by its next part. */
const grownLooks = 10;

async function settled(stillLooks = 3): Promise<string> {
  return eventually(async () => {
    expect(await phone.asking()).toBe(0);
    const html = await phone.html();
    expect(html).not.toContain('skeleton');
    const text = html
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim();
    expect(text).not.toBe('');
    for (let looks = 0; looks < stillLooks; looks += 1) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      expect([await phone.asking(), await phone.html()]).toEqual([0, html]);
    }
    return text;
  });
}

async function openedWith(page: string, query: Params): Promise<string> {
  await phone.openAgain({ path: page, query });
  const text = await settled();
  expect(await phone.errors()).toEqual([]);
  return text;
}

/** Words enough to be told something, and none of those meant for forms and for our own faults. */
function mustTell(page: string, text: string): void {
  const told = { page, text, words: (text.match(/\p{Script=Han}/gu) ?? []).length };
  expect({ ...told, enough: told.words >= 8 }).toEqual({ ...told, enough: true });
  expect(told.text).not.toMatch(/标红|没有说清楚|undefined|NaN|null|\[object/);
}

const people = () => ['nobody-yet', cloud.cast.resident.openid, cloud.cast.cadre.openid];

test('the names that a page may read are all tried', () => {
  expect(allPages.length).toBeGreaterThanOrEqual(22);
  expect([...Object.keys(real), 'scene'].sort()).toEqual([...names].sort());
  for (const [name, value] of Object.entries(real)) expect([name, value]).not.toEqual([name, '']);
});

test(
  'opened without parameters every page says what is missing or shows what it is for',
  async () => {
    for (const openid of people()) {
      await open(openid);
      for (const page of allPages) mustTell(page, await openedWith(page, {}));
    }
  },
  timeoutMs,
);

test(
  'opened with parameters that are not ours every page says so, and asks nothing it cannot ask',
  async () => {
    const ids = { recordId: nowhere, orderId: nowhere, noticeId: nowhere };
    const foreign = ['<b>%</b>', '%E4%BD%A0%', 'x'.repeat(900)].map(withAll);
    await open(cloud.cast.resident.openid);
    for (const [at, page] of allPages.entries()) {
      for (const query of [{ ...withAll('not-there'), ...ids }, ...taken(foreign, at)]) {
        mustTell(page, await openedWith(page, query));
      }
    }
  },
  timeoutMs,
);

test(
  'opened with what is another village’s every page says so, and shows nothing of a person',
  async () => {
    const { name, phone: number } = cloud.cast.resident;
    await open(neighbour.openid);
    for (const page of allPages) {
      const text = await openedWith(page, real);
      mustTell(page, text);
      expect([page, text]).not.toEqual([page, expect.stringMatching(`${name}|${number}`)]);
    }
  },
  timeoutMs,
);

test(
  'parameters encoded once or twice are the same parameters',
  async () => {
    await open(cloud.cast.resident.openid);
    for (const [at, page] of allPages.entries()) {
      await openedWith(page, real);
      const plain = await settled(grownLooks);
      const once = (query: Params) =>
        Object.fromEntries(Object.entries(query).map(([name, value]) => [name, escaped(value)]));
      for (const query of taken([once(real), once(once(real))], at)) {
        await openedWith(page, query);
        await eventually(async () => expect([page, await settled()]).toEqual([page, plain]));
      }
    }
  },
  timeoutMs,
);

test(
  'pulled down every page springs back, with network and without',
  async () => {
    await open(cloud.cast.resident.openid);
    for (const page of allPages) {
      await phone.online(true);
      await openedWith(page, real);
      for (const online of [true, false]) {
        await phone.online(online);
        await phone.pullDown();
        await eventually(async () => {
          expect({ ...(await phone.page()), query: {} }).toMatchObject({
            path: page,
            refreshing: false,
          });
        });
      }
    }
  },
  timeoutMs,
);

/** Anybody may read these; what stands on all others is somebody's. */
const publicPages = [
  'pages/board/index',
  'pages/lists/index',
  'packages/work/notice/index',
  'packages/matters/matter/index',
  'packages/matters/certificates/index',
];

test(
  'public pages can be shared with nothing of a person in the address, all others not at all',
  async () => {
    const cards: Record<string, SharedCard> = {};
    await open(cloud.cast.resident.openid);
    for (const page of allPages) {
      await openedWith(page, real);
      const card = await phone.share();
      if (card) cards[page] = card;
    }
    expect(Object.keys(cards).sort()).toEqual([...publicPages].sort());
    await open('somebody-of-the-group');
    for (const [page, { title, path: address }] of Object.entries(cards)) {
      expect(title).toMatch(/\p{Script=Han}/u);
      expect(title).not.toContain(cloud.cast.resident.name);
      const [to, search = ''] = address.slice(1).split('?');
      const query = Object.fromEntries(new URLSearchParams(search));
      expect(to).toBe(page);
      expect(['villageId', 'key', 'noticeId']).toEqual(expect.arrayContaining(Object.keys(query)));
      const text = await openedWith(page, query);
      mustTell(page, text);
      expect(text).not.toContain('先选');
      expect(await phone.page()).toMatchObject({ path: page });
    }
  },
  timeoutMs,
);

test(
  'the bar carries the title of the page that is shown, whatever hidden pages do',
  async () => {
    await open('somebody-new');
    const titleOn = async (tab: string) => {
      await phone.tab(tab);
      await settled();
      return (await phone.page()).title;
    };
    const before = [await titleOn('公开'), await titleOn('超市'), await titleOn('清单')];
    expect(before).toEqual(['公开', '超市', '清单']);
    // Chosen on one tab it changes those behind it: they begin anew, with titles of their own.
    const { villageName } = cloud.cast.resident;
    await phone.tap(phone.byRole('button', { name: villageName, exact: false }));
    await phone.waitFor('常办');
    await settled();
    expect((await phone.page()).title).toBe(`${villageName}清单`);
    expect(await titleOn('公开')).toBe('公开');
    expect(await titleOn('超市')).toBe('超市');
    expect(await titleOn('清单')).toBe(`${villageName}清单`);
  },
  timeoutMs,
);
