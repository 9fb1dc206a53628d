import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import type { ReactElement } from 'react';
import { useDrafts } from '../../../src/client/drafts';
import { useSession } from '../../../src/client/session';
import { listShops, readStock } from '../../../src/contracts/exchange';
import { readRegisterLines } from '../../../src/contracts/life';
import { listOffices } from '../../../src/contracts/offices';
import { listVillages } from '../../../src/contracts/people';
import { foundTown, openVillage, readOverview } from '../../../src/contracts/town';
import ProposePage from '../../../src/packages/life/propose/index';
import EndPage from '../../../src/packages/offices/end/index';
import GivePage from '../../../src/packages/offices/give/index';
import InvitePage from '../../../src/packages/offices/invite/index';
import FoundPage from '../../../src/packages/town/found/index';
import FundsPage from '../../../src/packages/town/funds/index';
import GoodsPage from '../../../src/packages/town/goods/index';
import NewShopPage from '../../../src/packages/town/new-shop/index';
import NewVillagePage from '../../../src/packages/town/new-village/index';
import { madeHouseholdId } from '../../support/household-ids';
import { shop } from '../exchange/samples';
import { cloud, phone } from '../set-up';
import { asAdministrator, listed, overviewOf, ready } from './samples';

const officeId = '01JDBX0000000000000000000A';
const field = (label: string) => screen.getByLabelText<HTMLInputElement>(label);
const type = (label: string, value: string) => fireEvent.input(field(label), { target: { value } });
const tap = (name: string) => act(async () => void fireEvent.click(screen.getByText(name)));
const kept = () => useDrafts.getState().drafts;

beforeEach(() => {
  asAdministrator();
  useDrafts.setState({ drafts: [] });
  useSession.setState({ village: { villageId: 'v01', name: '示例一嘎查' } });
  cloud.answer(listVillages, { founded: true, villages: [listed] });
  cloud.answer(readOverview, overviewOf(ready));
  cloud.answer(listShops, { shops: [shop] });
  cloud.answer(readStock, { shopName: shop.name, stock: [] });
  cloud.answer(readRegisterLines, {
    ...{ householdId: madeHouseholdId('v01', 22), householdNumber: 22, minors: 1 },
    ...{ headName: '包例子', lines: [], lots: [] },
  });
  cloud.answer(listOffices, {
    villageName: '示例一嘎查',
    offices: [
      {
        ...{ officeId, role: 'panel', place: 'v01', placeName: '示例一嘎查', name: '张*' },
        ...{ sinceDay: '2021-11-02', basis: 'elected', untilDay: null },
        ...{ isOver: false, byOne: false, isOwn: false, organisation: null },
      },
    ],
  });
});

type Form = {
  page: ReactElement;
  params?: Record<string, string>;
  /** What is tapped until the form is open. */
  on?: () => Promise<void>;
  typed: Record<string, string>;
};
const inHousehold = async () => {
  type('几号户', '22');
  await tap('看这一户');
};

const forms: Record<string, Form> = {
  village: { page: <NewVillagePage />, typed: { 嘎查村的名字: '图克嘎查' } },
  shop: { page: <NewShopPage />, typed: { 超市的名字: '两村超市', 在哪儿: '公路边' } },
  funds: {
    ...{ page: <FundsPage />, params: { villageId: 'v01' } },
    typed: { '金额(元)': '35.5', '备注(可以不写)': '草场租金' },
  },
  goods: {
    ...{ page: <GoodsPage />, params: { villageId: 'v01' }, on: () => tap('添一样货') },
    typed: { 叫什么: '香皂', '进价(元)': '4.80' },
  },
  'giving an office': {
    page: <GivePage />,
    typed: { 户号: '22', 姓名: '包例子', 写在哪里: '选举结果公告' },
  },
  'ending an office': {
    ...{ page: <EndPage />, params: { villageId: 'v01', officeId } },
    typed: { 写在哪里: '村民会议决议' },
  },
  invitation: { page: <InvitePage />, typed: { 姓名: '乌日娜', 单位: '旗农牧局' } },
  'life event': { page: <ProposePage />, on: inHousehold, typed: { 现在有几个孩子: '2' } },
};

async function open({ page, params = {}, on }: Form) {
  phone.params = params;
  let unmount = () => {};
  await act(async () => {
    ({ unmount } = render(page));
  });
  await on?.();
  return unmount;
}

test.each(Object.entries(forms))('%s: what was typed and left comes back', async (_, form) => {
  const leave = await open(form);
  for (const [label, text] of Object.entries(form.typed)) type(label, text);
  leave();
  await waitFor(() => expect(kept()).toHaveLength(1));
  await open(form);
  await tap('接着填');
  for (const [label, text] of Object.entries(form.typed)) {
    await waitFor(() => expect(field(label).value).toBe(text));
  }
});

test('what was sent leaves no draft', async () => {
  cloud.answer(openVillage, { villageId: 'v03', items: 38, matters: 63 });
  await open({ page: <NewVillagePage />, typed: {} });
  type('嘎查村的名字', '图克嘎查');
  await waitFor(() => expect(kept()).toHaveLength(1));
  await tap('开这个嘎查村');
  await screen.findByText('图克嘎查开好了');
  await waitFor(() => expect(kept()).toEqual([]));
});

test('neither the founding words nor somebody’s telephone lie in a draft', async () => {
  const leave = await open({ page: <InvitePage />, typed: {} });
  type('姓名', '乌日娜');
  type('手机号', '13900000001');
  leave();
  await waitFor(() => expect(kept()).toHaveLength(1));
  expect(JSON.stringify(kept())).not.toContain('13900000001');
  useDrafts.setState({ drafts: [] });
  useSession.setState({ roles: [] });
  cloud.answer(listVillages, { founded: false, villages: [] });
  const leaveToo = await open({ page: <FoundPage />, typed: {} });
  type('开通口令', '口令口令');
  type('镇的名字', '图克镇');
  leaveToo();
  await waitFor(() => expect(kept()).toHaveLength(1));
  expect(JSON.stringify(kept())).not.toContain('口令口令');
  expect(cloud.of(foundTown)).toEqual([]);
});
