import { act, fireEvent, render, screen } from '@testing-library/react';
import { useSession } from '../../../src/client/session';
import { printForVillage, readPrintPiece } from '../../../src/contracts/documents';
import { findHouseholds } from '../../../src/contracts/people';
import { reissueCard } from '../../../src/contracts/proxy';
import PrintVillagePage from '../../../src/packages/print/village/index';
import { cloud, phone } from '../set-up';

const householdId = '01JDBX0000000000000000000H';
const cadre = { role: 'cadre' as const, place: 'v03', placeName: '示例三嘎查' };
const town = { role: 'town-admin' as const, place: 'town', placeName: '示例镇' };
const of = (number: number) => ({
  ...{ householdId, householdNumber: number, householdName: '包*' },
  ...{ memberCount: 3, matchedName: null },
});

const tap = (name: string) =>
  act(async () => void fireEvent.click(screen.getByRole('button', { name })));
const type = (label: string, text: string) =>
  fireEvent.change(screen.getByRole('textbox', { name: label }), { target: { value: text } });

beforeEach(() => {
  phone.path = '/packages/print/village/index';
  useSession.setState({ state: 'ready', me: null, roles: [cadre], village: null });
  cloud.answer(reissueCard, { householdId, sinceDay: '2026-11-30' });
  cloud.answer(printForVillage, { renderingId: householdId, pages: 1, bytes: 3, pieces: 1 });
  cloud.answer(readPrintPiece, { base64: 'AAAA' });
});

test('a lost card: the number, whose it is, one yes, and the new one is printed next', async () => {
  cloud.answer(findHouseholds, { households: [of(122), of(22)], more: false });
  render(<PrintVillagePage />);
  type('户号', '22');
  await tap('给这一户换新卡');
  await screen.findByText('22号户 包*的卡换新的?');
  expect(cloud.of(reissueCard)).toEqual([]);
  await tap('换新卡');
  await screen.findByText(/^22号户的旧卡已经作废/);
  expect(cloud.of(reissueCard)[0]?.input).toEqual({ householdId });
  await tap('打印');
  expect(cloud.of(printForVillage)[0]?.input.print).toMatchObject({
    ...{ fromNumber: 22, toNumber: 22 },
  });
});

test('a number that nobody has is said, and nothing is replaced', async () => {
  cloud.answer(findHouseholds, { households: [of(122)], more: false });
  render(<PrintVillagePage />);
  type('户号', '22');
  await tap('给这一户换新卡');
  await screen.findByText('本村没有 22号户。请照户册核对户号。');
  expect(cloud.of(reissueCard)).toEqual([]);
});

test('only the committee of the village is offered it', () => {
  const village = { villageId: 'v03', name: '示例三嘎查' };
  useSession.setState({ state: 'ready', me: null, roles: [town], village });
  render(<PrintVillagePage />);
  expect(screen.queryByText('哪一户的卡丢了?')).toBeNull();
});
