/** @jest-environment jsdom */
import '../set-up/styles';
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { sendOutbox, useOutbox } from '../../../src/client/outbox';
import { useSession } from '../../../src/client/session';
import DeclarePage from '../../../src/packages/record/declare/index';
import OutboxPage from '../../../src/packages/record/outbox/index';
import RecordPage from '../../../src/packages/record/record/index';
import { isOff } from '../is-off';
import { me, scheme } from '../samples';
import { FakeCloud } from '../set-up/fake-cloud';
import { phone } from '../set-up/taro';

const mockCloud = new FakeCloud();
let mockScanned: string | null = null;
jest.mock('@tarojs/taro', () => jest.requireActual('../set-up/taro').taroStub);
jest.mock('@tarojs/components', () => jest.requireActual('../set-up/components').componentsStub);
jest.mock(
  '../../../src/client/scan',
  () => ({ scanCode: async () => ({ text: mockScanned, problem: null }) }),
  {
    virtual: true,
  },
);
jest.mock(
  '../../../src/client/photos',
  () => ({
    takePhotos: async () => ({ photos: ['one.jpg'], problem: null }),
    keepPhoto: async (path: string) => `kept ${path}`,
    openPhoto: async (name: string) => name,
    dropPhoto: async () => undefined,
  }),
  { virtual: true },
);
jest.mock(
  '../../../src/client/transport',
  () => ({
    send: (...call: Parameters<FakeCloud['send']>) => mockCloud.send(...call),
    upload: (path: string) => mockCloud.upload(path),
  }),
  { virtual: true },
);

const button = (name: string) => screen.getByRole('button', { name });
const cadre = { role: 'cadre' as const, place: 'v03', placeName: '示例三嘎查' };
const enough = { pointsLeft: 12, because: '一季最多 12 分。' };

beforeEach(() => {
  phone.reset();
  mockCloud.online = true;
  mockCloud.asked = [];
  mockCloud.answer('list-items', scheme);
  mockCloud.answer('read-allowance', enough);
  mockCloud.answer('declare-deed', {});
  mockCloud.answer('record-deed', {});
  mockScanned = null;
  useOutbox.setState({ items: [] });
  useSession.setState({ state: 'ready', error: null, me, roles: [cadre], village: null });
});

describe('declaring', () => {
  test('an item that needs a photo waits for one, then goes to its record', async () => {
    render(<DeclarePage />);
    fireEvent.click(await screen.findByText('清理草场垃圾'));
    expect(isOff(button('申报 3 分'))).toBe(true);
    fireEvent.click(screen.getByLabelText('拍照'));
    await waitFor(() => expect(isOff(button('申报 3 分'))).toBe(false));
    fireEvent.click(button('申报 3 分'));
    await waitFor(() => expect(phone.log).toHaveLength(1));
    const id = mockCloud.of('declare-deed')[0]?.commandId;
    expect(phone.log).toEqual([`redirectTo /packages/record/detail/index?recordId=${id}`]);
  });

  test('beyond what may still be had, the button says no before the server has to', async () => {
    mockCloud.answer('read-allowance', { pointsLeft: 2, because: '一季最多 12 分,已有 10 分。' });
    render(<DeclarePage />);
    fireEvent.click(await screen.findByText('清理草场垃圾'));
    fireEvent.click(screen.getByLabelText('拍照'));
    expect(await screen.findByText('一季最多 12 分,已有 10 分。')).toBeTruthy();
    await screen.findByText(/超出还能记的分/);
    expect(isOff(button('申报 3 分'))).toBe(true);
  });

  test('a refusal stands at the button and what was told stays', async () => {
    mockCloud.refuse('declare-deed', 'cap-reached', '本季记满了,明年1月1日起可以再记。');
    render(<DeclarePage />);
    fireEvent.click(await screen.findByText('清理草场垃圾'));
    fireEvent.click(screen.getByLabelText('拍照'));
    fireEvent.change(screen.getByLabelText('说明'), { target: { value: '北滩' } });
    await waitFor(() => expect(isOff(button('申报 3 分'))).toBe(false));
    fireEvent.click(button('申报 3 分'));
    expect(await screen.findByText('本季记满了,明年1月1日起可以再记。')).toBeTruthy();
    expect(screen.getByLabelText<HTMLTextAreaElement>('说明').value).toBe('北滩');
    expect(screen.getByLabelText('去掉第1张照片')).toBeTruthy();
    expect(phone.log).toEqual([]);
  });

  test('without network by the scheme this phone has seen; it waits, no points', async () => {
    const { unmount } = render(<DeclarePage />);
    await screen.findByText('清理草场垃圾');
    unmount();
    mockCloud.online = false;
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
    mockCloud.online = true;
    await act(() => sendOutbox());
    expect(screen.getByText('传上去了')).toBeTruthy();
    expect(mockCloud.of('declare-deed')).toHaveLength(1);
  });
});

describe('recording on site', () => {
  const find = async (text: string) => {
    fireEvent.change(screen.getByLabelText('或输户号、姓名'), { target: { value: text } });
    fireEvent.click(screen.getByText('找'));
  };

  test('scan, item, one button; the item stays for the next household', async () => {
    mockScanned = 'JF.H.v03-9.13cc7a7888782e30';
    const household = { householdNumber: 9, householdName: '王*', memberCount: 2 };
    mockCloud.answer('find-households', {
      households: [{ householdId: 'v03-9', ...household }],
    });
    render(<RecordPage />);
    fireEvent.click(screen.getByText('扫户码'));
    fireEvent.click(await openField('生态宜居美丽乡村', '参加会议'));
    fireEvent.click(await screen.findByRole('button', { name: '记 3 分' }));
    expect(await screen.findByText('9号户 王* 参加会议 +3')).toBeTruthy();
    expect(screen.getByText('接着记“参加会议”,选下一户。')).toBeTruthy();
    expect(mockCloud.of('record-deed')[0]?.input).toMatchObject({
      householdId: 'v03-9',
      itemId: 'meeting',
    });
  });

  test('without network by a number typed by hand', async () => {
    phone.storage.set('scheme.v03', JSON.stringify(scheme));
    mockCloud.online = false;
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
      input: { householdId: 'v03-12', itemId: 'public-work', units: 2 },
    });
  });

  test('nobody records for their own household', async () => {
    mockCloud.answer('find-households', {
      households: [
        { householdId: 'v03-17', householdNumber: 17, householdName: '张*', memberCount: 4 },
      ],
    });
    render(<RecordPage />);
    await find('17');
    fireEvent.click(await screen.findByText('17号户 张*'));
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
