import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { useSession } from '../../../src/client/session';
import { printForVillage, readPrintPiece } from '../../../src/contracts/documents';
import { listShops } from '../../../src/contracts/exchange';
import { readBoard } from '../../../src/contracts/records';
import { listItems, type PointItem } from '../../../src/contracts/scheme';
import { makeCode } from '../../../src/contracts/wechat';
import PrintVillagePage from '../../../src/packages/print/village/index';
import { board, notice } from '../board/samples';
import { shop } from '../exchange/samples';
import { cloud, pdfFile, phone } from '../set-up';

const rendering = { renderingId: '01JDBX0000000000000000000A', pages: 1, bytes: 3, pieces: 1 };
const cadre = { role: 'cadre' as const, place: 'v03', placeName: '示例三嘎查' };

const chip = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const print = () =>
  act(async () => void fireEvent.click(screen.getByRole('button', { name: '打印' })));
const printed = () => waitFor(() => screen.getByText(/页$/));
const type = (label: string, text: string) =>
  fireEvent.change(screen.getByRole('textbox', { name: label }), { target: { value: text } });
const asked = () => cloud.of(printForVillage).map(({ input }) => input.print);

beforeEach(() => {
  phone.path = '/packages/print/village/index';
  useSession.setState({ state: 'ready', me: null, roles: [cadre], village: null });
  cloud.answer(printForVillage, rendering);
  cloud.answer(readPrintPiece, { base64: 'AAAA' });
});

test('one tap prints the cards of the whole village, ten to a sheet', async () => {
  render(<PrintVillagePage />);
  await print();
  await printed();
  expect(asked()).toEqual([{ document: 'household-cards', format: 'sheet' }]);
  expect(pdfFile.kept?.name).toBe('示例三嘎查户码.pdf');
  expect(cloud.of(makeCode)).toEqual([]);
});

test('from one number to another, or a single one, each on its card', async () => {
  render(<PrintVillagePage />);
  chip('几号到几号');
  chip('一户一张卡');
  await print();
  screen.getByText(/请填从几号到几号/);
  type('从几号户', '22');
  type('到几号户', '8');
  await print();
  screen.getByText(/前面的户号比后面的大/);
  expect(asked()).toEqual([]);
  type('到几号户', '31');
  await print();
  await printed();
  type('到几号户', '');
  await print();
  await waitFor(() => expect(asked()).toHaveLength(2));
  const cards = { document: 'household-cards', format: 'single' };
  expect(asked()).toEqual([
    { ...cards, fromNumber: 22, toNumber: 31 },
    { ...cards, fromNumber: 22, toNumber: 22 },
  ]);
  await waitFor(() => expect(pdfFile.kept?.name).toBe('示例三嘎查户码22号.pdf'));
});

test('a code for the village: WeChat draws it first', async () => {
  cloud.answer(makeCode, { scene: 'v=v03' });
  render(<PrintVillagePage />);
  chip('村口的码');
  chip('A5(半张)');
  await print();
  await printed();
  expect(cloud.asked.map(({ name }) => name)).toEqual([
    'wechat.make-code',
    'town.print-for-village',
    'town.read-print-piece',
  ]);
  expect(cloud.of(makeCode)[0]?.input).toEqual({ villageId: 'v03', target: { kind: 'village' } });
  expect(asked()).toEqual([{ document: 'village-code', paper: 'A5' }]);
});

test('what WeChat cannot draw is not printed', async () => {
  cloud.refuse(makeCode, 'wechat-unavailable', '微信现在画不了码。请过一会儿再试。');
  render(<PrintVillagePage />);
  chip('村口的码');
  await print();
  await waitFor(() => screen.getByText('微信现在画不了码。请过一会儿再试。'));
  expect(asked()).toEqual([]);
});

test('the only shop is chosen already; of several one chooses', async () => {
  cloud.answer(makeCode, { scene: 's=shop' });
  cloud.answer(listShops, { shops: [shop] });
  const { unmount } = render(<PrintVillagePage />);
  chip('超市的码');
  await waitFor(() => screen.getByText(shop.name));
  await print();
  await printed();
  expect(asked()).toEqual([{ document: 'shop-code', shopId: shop.shopId, paper: 'A4' }]);
  unmount();
  cloud.answer(listShops, { shops: [shop, { ...shop, shopId: 'other-shop', name: '另一家' }] });
  render(<PrintVillagePage />);
  chip('超市的码');
  await waitFor(() => screen.getByText('另一家'));
  await print();
  screen.getByText('请先选是哪家超市。');
  chip('另一家');
  await print();
  await waitFor(() => expect(asked()).toHaveLength(2));
  expect(asked()[1]).toMatchObject({ shopId: 'other-shop' });
});

test('the town chooses a village; who looks after none is told who does', () => {
  useSession.setState({ roles: [{ role: 'town-admin', place: 'town', placeName: '样子镇' }] });
  const { unmount } = render(<PrintVillagePage />);
  screen.getByText('扫村口的码');
  unmount();
  useSession.setState({ roles: [{ role: 'keeper', place: 'shop', placeName: '店' }] });
  render(<PrintVillagePage />);
  screen.getByText(/由嘎查村干部来印/);
});

test('the only notice that runs is chosen; with several, one says which', async () => {
  const running = notice(1);
  cloud.answer(readBoard, board({ notices: [running] }));
  render(<PrintVillagePage />);
  chip('公示单');
  await screen.findByText('到11月26日的 1 条');
  await print();
  await printed();
  expect(asked()).toEqual([{ document: 'notice', noticeId: running.noticeId }]);
  expect(pdfFile.kept?.name).toBe('示例三嘎查公示单到11月26日的 1 条.pdf');
  expect(cloud.of(makeCode)).toEqual([]);
});

test('with several notices, or none, nothing is printed before one is chosen', async () => {
  cloud.answer(readBoard, board({ notices: [notice(1), notice(2)] }));
  render(<PrintVillagePage />);
  chip('公示单');
  await screen.findByText('到11月26日的 1 条');
  await print();
  screen.getByText('请先选是哪一份公示。');
  expect(asked()).toEqual([]);
  chip('到11月27日的 1 条');
  await print();
  await printed();
  expect(asked()).toEqual([{ document: 'notice', noticeId: notice(2).noticeId }]);
});

const itemOf = (id: string, name: string, more: Partial<PointItem> = {}): PointItem => ({
  ...{ id, name, fieldId: 'village', guidance: '做了就记', caps: [], evidence: 'none' },
  standard: { kind: 'fixed', points: 2 },
  ...{ declarers: ['resident', 'cadre'], purse: 'both', householdHidden: false, common: false },
  ...more,
});

test('a sheet: one to six items that may stand on paper, those used most first', async () => {
  const items = ['一', '二', '三', '四', '五', '六', '七'].map((name, at) =>
    itemOf(`item-${at}`, `好事${name}`, { common: at === 6 }),
  );
  const hidden = itemOf('health', '不公开的', { householdHidden: true });
  const own = itemOf('own', '只能自己报的', { declarers: ['resident'] });
  const scheme = { schemeVersion: 1, fields: [], items: [hidden, own, ...items] };
  cloud.answer(listItems, scheme);
  render(<PrintVillagePage />);
  chip('记分单');
  const boxes = await screen.findAllByRole('checkbox');
  expect(boxes.map((box) => box.getAttribute('aria-label'))).toEqual(
    ['七', '一', '二', '三', '四', '五', '六'].map((name) => `好事${name}`),
  );
  await print();
  screen.getByText('请先选要记哪些事。');
  for (const box of boxes) fireEvent.click(box);
  await print();
  screen.getByText('一张单子最多写 6 件事,请去掉 1 件。');
  expect(asked()).toEqual([]);
  for (const box of boxes.slice(2)) fireEvent.click(box);
  chip('几号到几号');
  type('从几号户', '8');
  type('到几号户', '31');
  await print();
  await printed();
  const numbers = { fromNumber: 8, toNumber: 31 };
  expect(asked()).toEqual([{ document: 'deed-sheet', itemIds: ['item-6', 'item-0'], ...numbers }]);
  expect(pdfFile.kept?.name).toBe('示例三嘎查记分单8-31号.pdf');
});
