import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { dropPack, useOfflinePack } from '../../../src/client/kept-pack';
import { sendOutbox, useOutbox } from '../../../src/client/outbox';
import { useSession } from '../../../src/client/session';
import { findHouseholds, listHouseholdNames } from '../../../src/contracts/people';
import { declareDeed, recordDeed } from '../../../src/contracts/records';
import { listItems, listUses, readAllowance } from '../../../src/contracts/scheme';
import DeclarePage from '../../../src/packages/record/declare/index';
import OutboxPage from '../../../src/packages/record/outbox/index';
import RecordPage from '../../../src/packages/record/record/index';
import { madeHouseholdId } from '../../support/household-ids';
import { isOff } from '../is-off';
import { me, scheme, takenIn } from '../samples';
import { cloud, phone, scan } from '../set-up';

const button = (name: string) => screen.getByRole('button', { name });
const cadre = { role: 'cadre' as const, place: 'v03', placeName: '示例三嘎查' };
const enough = { pointsLeft: 12, because: '一季最多 12 分。', sameDay: 0 };

beforeEach(async () => {
  await dropPack();
  cloud.answer(listItems, scheme);
  cloud.answer(readAllowance, enough);
  cloud.answer(listUses, { uses: [], next: null });
  cloud.answer(declareDeed, takenIn);
  cloud.answer(recordDeed, takenIn);
  useOutbox.setState({ items: [] });
  useSession.setState({ state: 'ready', error: null, me, roles: [cadre], village: null });
});

describe('declaring', () => {
  test('an item that needs a photo waits for one, then goes to its record', async () => {
    render(<DeclarePage />);
    fireEvent.click(await screen.findByText('清理草场垃圾'));
    expect(isOff(button('申报 3 分'))).toBe(true);
    // Before the first photo: who will see it, and how long.
    expect(screen.getByText(/镇里看得到,180 天后删掉/)).toBeTruthy();
    fireEvent.click(screen.getByLabelText('拍照'));
    await waitFor(() => expect(isOff(button('申报 3 分'))).toBe(false));
    fireEvent.click(button('申报 3 分'));
    await waitFor(() => expect(phone.log).toHaveLength(1));
    const id = cloud.of(declareDeed)[0]?.commandId;
    expect(phone.log).toEqual([`redirectTo /packages/record/detail/index?recordId=${id}&sent=yes`]);
  });

  test('how the points fall is said before it is sent, and nothing holds a deed back', async () => {
    cloud.answer(readAllowance, {
      pointsLeft: 2,
      because: '一季最多 12 分兑换分,已有 10 分。',
      sameDay: 0,
    });
    render(<DeclarePage />);
    fireEvent.click(await screen.findByText('清理草场垃圾'));
    fireEvent.click(screen.getByLabelText('拍照'));
    expect(await screen.findByText('3 分:荣誉分 3,兑换分 2')).toBeTruthy();
    expect(screen.getByText(/已有 10 分。还剩 2 分,超出的 1 分只加荣誉分。$/)).toBeTruthy();
    await waitFor(() => expect(isOff(button('申报 3 分'))).toBe(false));
  });

  test('a refusal stands at the button and what was told stays', async () => {
    cloud.refuse(declareDeed, 'day-not-allowed', '日期要在 10月24日 到今天之间,请改一下日期。');
    render(<DeclarePage />);
    fireEvent.click(await screen.findByText('清理草场垃圾'));
    fireEvent.click(screen.getByLabelText('拍照'));
    fireEvent.change(screen.getByLabelText('说明'), { target: { value: '北滩' } });
    await waitFor(() => expect(isOff(button('申报 3 分'))).toBe(false));
    fireEvent.click(button('申报 3 分'));
    expect(await screen.findByText('日期要在 10月24日 到今天之间,请改一下日期。')).toBeTruthy();
    expect(screen.getByLabelText<HTMLTextAreaElement>('说明').value).toBe('北滩');
    expect(screen.getByLabelText('去掉第1张照片')).toBeTruthy();
    expect(phone.log).toEqual([]);
  });

  test('without network by the scheme this phone has seen; it waits, no points', async () => {
    const { unmount } = render(<DeclarePage />);
    await screen.findByText('清理草场垃圾');
    unmount();
    cloud.online = false;
    const again = render(<DeclarePage />);
    expect(await screen.findByText(/传上去才算记分/)).toBeTruthy();
    fireEvent.click(screen.getByText('清理草场垃圾'));
    fireEvent.click(screen.getByLabelText('拍照'));
    await waitFor(() => expect(isOff(button('申报 3 分'))).toBe(false));
    fireEvent.click(button('申报 3 分'));
    await waitFor(() => expect(phone.log).toEqual(['redirectTo /packages/record/outbox/index']));
    again.unmount();
    render(<OutboxPage />);
    expect(await screen.findByText('没上传')).toBeTruthy();
    cloud.online = true;
    await act(() => sendOutbox());
    expect(screen.getByText('传上去了')).toBeTruthy();
    expect(cloud.of(declareDeed)).toHaveLength(1);
  });
});

describe('recording on site', () => {
  const find = async (text: string) => {
    fireEvent.change(screen.getByLabelText('或输户号、姓名'), { target: { value: text } });
    fireEvent.click(screen.getByText('找'));
  };

  test('scan, item, one button; the item stays for the next household', async () => {
    scan.says('JF.H.01M6WAPZD8N6E0ZC1NSN2ZXVX3.9');
    const household = { householdNumber: 9, householdName: '王*', memberCount: 2 };
    cloud.answer(findHouseholds, {
      households: [{ householdId: madeHouseholdId('v03', 9), matchedName: null, ...household }],
      more: false,
    });
    render(<RecordPage />);
    fireEvent.click(screen.getByText('扫户码'));
    fireEvent.click(await openField('生态宜居美丽乡村', '参加会议'));
    fireEvent.click(await screen.findByRole('button', { name: '记 3 分' }));
    expect(await screen.findByText('9号户 王* 参加会议 +3')).toBeTruthy();
    expect(
      screen.getByText('照上一户:参加会议,今天。数量、照片、说明另填。选下一户。'),
    ).toBeTruthy();
    expect(cloud.of(recordDeed)[0]?.input).toMatchObject({
      householdId: madeHouseholdId('v03', 9),
      itemId: 'meeting',
    });
  });

  test('without network by a number typed by hand', async () => {
    phone.storage.set('scheme.v03', JSON.stringify(scheme));
    cloud.online = false;
    render(<RecordPage />);
    await find('12');
    fireEvent.click(await screen.findByText('12号户'));
    fireEvent.click(await openField('乡村产业发展', '无偿出工'));
    fireEvent.click(screen.getByLabelText('多一点'));
    fireEvent.click(button('记 20 分'));
    expect(await screen.findByText(/先存在本机/)).toBeTruthy();
    expect(screen.getByText('本机有 1 条没上传')).toBeTruthy();
    expect(useOutbox.getState().items[0]).toMatchObject({
      kind: 'record',
      household: { villageId: 'v03', found: '12', householdNumber: 12 },
      input: { itemId: 'public-work', units: 2 },
    });
  });

  test('why a line was found, that there are more, and how old a copy is', async () => {
    const line = { householdId: madeHouseholdId('v03', 9), householdNumber: 9, memberCount: 2 };
    const names = { householdName: '李四', matchedName: '张三' };
    cloud.answer(findHouseholds, { households: [{ ...line, ...names }], more: true });
    const headName = '李四';
    cloud.answer(listHouseholdNames, {
      households: [{ ...line, headName }],
      members: ['李四', '张三'].map((name) => ({ householdId: line.householdId, name })),
      next: null,
    });
    render(<RecordPage />);
    await find('张');
    expect(await screen.findByText('家里有张三 · 2口人')).toBeTruthy();
    expect(screen.getByText(/只列了前 1 户,还有别的/)).toBeTruthy();
    await waitFor(() => expect(useOfflinePack.getState().about).not.toBeNull());
    cloud.online = false;
    await find('三');
    expect(await screen.findByText(/现在没网,查的是本机 \d+月\d+日存的户名/)).toBeTruthy();
    expect(screen.queryByText(/还有别的/)).toBeNull();
    fireEvent.click(screen.getByText('9号户 李四'));
    expect(screen.getByText('9号户 李四')).toBeTruthy();
    await act(async () => undefined);
  });

  test('nobody records for their own household', async () => {
    cloud.answer(findHouseholds, {
      households: [
        {
          householdId: madeHouseholdId('v03', 17),
          householdNumber: 17,
          householdName: '张三',
          matchedName: null,
          memberCount: 4,
        },
      ],
      more: false,
    });
    render(<RecordPage />);
    await find('17');
    fireEvent.click(await screen.findByText('17号户 张三'));
    expect(screen.getByText(/自己家的/)).toBeTruthy();
    expect(isOff(button('记分'))).toBe(true);
  });

  test('who is no cadre is told where to declare instead', () => {
    useSession.setState({ roles: [] });
    render(<RecordPage />);
    expect(screen.getByText(/由嘎查村干部来做/)).toBeTruthy();
  });
});

/** Opens one of the eight fields and answers a line of it. */
async function openField(name: string, item: string): Promise<HTMLElement> {
  fireEvent.click(await screen.findByText(name));
  return screen.findByText(item);
}
