import { fireEvent, render, screen, within } from '@testing-library/react';
import { useSession } from '../../../src/client/session';
import type { ValueOf } from '../../../src/contracts/contract';
import { listLinkObjections, settleLink } from '../../../src/contracts/links';
import LinksPage from '../../../src/packages/work/links/index';
import { me } from '../samples';
import { cloud } from '../set-up';

type Open = ValueOf<typeof listLinkObjections>['links'][number];
const open: Open = {
  ...{ linkId: '01JDBX0000000000000000000A', how: 'number', sinceDay: '2026-11-03', two: [] },
  ...{ state: 'objected', movedDay: '2026-11-04', objection: '家里没有这个人', opinion: null },
  ...{ householdId: me.householdId, householdNumber: 9, villageName: '示例三嘎查' },
  ...{ name: '李新来', opinionAs: null },
};
const noMore = { more: false, next: null };
const as = (role: 'supervisor' | 'resident') =>
  useSession.setState({ roles: [{ role, place: 'v03', placeName: '示例三嘎查' }] });
const inSheet = (name: string) => within(screen.getByRole('dialog')).getByRole('button', { name });
const list = (...links: Open[]) => cloud.answer(listLinkObjections, { links, ...noMore });

test('the first says why; without a reason nothing is sent', async () => {
  as('supervisor');
  list(open);
  cloud.answer(settleLink, ({ linkId }) => {
    list();
    return { linkId, state: 'proposed' as const };
  });
  render(<LinksPage />);
  expect(await screen.findByText('家里人说:家里没有这个人')).toBeTruthy();
  fireEvent.click(screen.getByText('不是这户的'));
  expect(screen.getByText(/^您是第一个人/)).toBeTruthy();
  fireEvent.click(inSheet('这样答复'));
  expect(cloud.of(settleLink)).toEqual([]);
  const field = screen.getByLabelText('查下来怎么回事');
  fireEvent.input(field, { target: { value: '问过了' } });
  fireEvent.click(inSheet('这样答复'));
  expect(await screen.findByText('没有等查清的人。')).toBeTruthy();
  expect(cloud.of(settleLink)[0]?.input).toEqual({
    ...{ linkId: open.linkId, out: true, reason: '问过了' },
  });
});

test('the second of one opinion agrees without a reason of their own', async () => {
  as('supervisor');
  const opinion = { out: false, reason: '是他家的儿媳' };
  list({ ...open, state: 'proposed', opinion, opinionAs: 'cadre' });
  cloud.answer(settleLink, ({ linkId }) => {
    list();
    return { linkId, state: 'stays' as const };
  });
  render(<LinksPage />);
  expect(await screen.findByText('村干部说是这一户的:是他家的儿媳')).toBeTruthy();
  fireEvent.click(screen.getByText('是这户的'));
  fireEvent.click(inSheet('同意'));
  expect(await screen.findByText('没有等查清的人。')).toBeTruthy();
  expect(cloud.of(settleLink)[0]?.input).toEqual({ linkId: open.linkId, out: false });
});

test('what the town cut is called so', async () => {
  as('supervisor');
  list({ ...open, state: 'cut', objection: null });
  render(<LinksPage />);
  expect(await screen.findByText('镇里先解除了,要另一个人看对不对')).toBeTruthy();
  expect(screen.getByText('解除错了')).toBeTruthy();
});

test('who may not settle is told who does, and nothing is asked', () => {
  as('resident');
  render(<LinksPage />);
  expect(screen.getByText('这件事由村干部、监委会和镇里来查清。')).toBeTruthy();
  expect(cloud.of(listLinkObjections)).toEqual([]);
});
