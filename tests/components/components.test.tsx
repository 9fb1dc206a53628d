import { act, fireEvent, render, screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import { useSession } from '../../src/client/session';
import type { CallState } from '../../src/client/use-call';
import { Ask } from '../../src/components/ask';
import { EmptyState } from '../../src/components/empty-state';
import { Growing } from '../../src/components/growing';
import { Loaded } from '../../src/components/loaded';
import { Page } from '../../src/components/page';
import { PhotoPicker } from '../../src/components/photo-picker';
import { PointsNumber } from '../../src/components/points-number';
import { QrCode } from '../../src/components/qr-code';
import { Toggle } from '../../src/components/toggle';
import { beacon, camera, phone } from '../phone/set-up';

const call = (part: Partial<CallState<string[]>>): CallState<string[]> => ({
  state: 'loading',
  value: null,
  error: null,
  reload: async () => undefined,
  ...part,
});

describe('Loaded', () => {
  const list = (part: Partial<CallState<string[]>>) =>
    render(
      <Loaded
        call={call(part)}
        isEmpty={(value) => value.length === 0}
        empty={<EmptyState text="还没有" />}
      >
        {(value) => <p>{value.join(' ')}</p>}
      </Loaded>,
    );

  test('on its way, empty, there', () => {
    list({});
    expect(screen.getByLabelText('正在打开')).toBeTruthy();
    list({ state: 'ready', value: [] });
    expect(screen.getByText('还没有')).toBeTruthy();
    list({ state: 'ready', value: ['植树', '清草场'] });
    expect(screen.getByText('植树 清草场')).toBeTruthy();
  });

  test('a failure says the sentence of the cloud and can be tried again', () => {
    const reload = jest.fn();
    const error = { code: 'no-network', message: '现在连不上网。请到信号好的地方再试。' };
    list({ state: 'failed', error, reload });
    expect(screen.getByRole('alert').textContent).toContain(error.message);
    fireEvent.click(screen.getByRole('button', { name: '再试一次' }));
    expect(reload).toHaveBeenCalledTimes(1);
  });

  test('an older value stays beside the failure', () => {
    list({ state: 'ready', value: ['植树'], error: { code: 'busy', message: '现在用的人多。' } });
    expect(screen.getByText('植树')).toBeTruthy();
    expect(screen.getByRole('alert').textContent).toContain('现在用的人多。');
  });
});

describe('Page', () => {
  test('has one button at the bottom, which is dead while busy', () => {
    const onTap = jest.fn();
    const primary = { label: '记 3 分', onTap };
    const { rerender } = render(
      <Page title="记录" primary={primary}>
        内容
      </Page>,
    );
    fireEvent.click(screen.getByRole('button', { name: '记 3 分' }));
    expect(onTap).toHaveBeenCalledTimes(1);
    rerender(
      <Page title="记录" primary={{ ...primary, busy: true }}>
        内容
      </Page>,
    );
    fireEvent.click(screen.getByRole('button', { name: '记 3 分' }));
    expect(onTap).toHaveBeenCalledTimes(1);
  });

  test('large type is a class on its root, kept on the phone', () => {
    const { container, unmount } = render(<Page title="公开">内容</Page>);
    expect(container.querySelector('.theme-elder')).toBeNull();
    unmount();
    act(() => useSession.getState().setElder(true));
    const { container: elder } = render(<Page title="公开">内容</Page>);
    expect(elder.querySelector('.theme-elder')).not.toBeNull();
    expect(phone.storage.get('elder')).toBe('true');
    act(() => useSession.getState().setElder(false));
  });

  test('a page opened by a code leads back to the board', () => {
    phone.path = '/packages/matters/matter/index';
    render(<Page title="事项">内容</Page>);
    fireEvent.click(screen.getByRole('button', { name: '返回' }));
    expect(phone.log).toEqual(['switchTab /pages/board/index']);
  });
});

test('points carry a true minus sign and their unit', () => {
  const { container } = render(<PointsNumber points={-3} signed />);
  expect(container.textContent).toBe('−3分');
  expect(render(<PointsNumber points={3} signed />).container.textContent).toBe('+3分');
});

test('a question names what its buttons do', () => {
  const onConfirm = jest.fn();
  const onClose = jest.fn();
  render(
    <Ask
      visible
      title="不换了吗"
      text="退回 8 分,马上到账。"
      confirmLabel="退回"
      onConfirm={onConfirm}
      onClose={onClose}
    />,
  );
  expect(screen.getByRole('dialog', { name: '不换了吗' })).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '退回' }));
  fireEvent.click(screen.getByRole('button', { name: '先不' }));
  expect([onConfirm.mock.calls.length, onClose.mock.calls.length]).toEqual([1, 1]);
});

test('a toggle tells its state and changes once a tap', () => {
  const onChange = jest.fn();
  render(<Toggle title="大字" on={false} onChange={onChange} />);
  const toggle = screen.getByRole('switch', { name: '大字' });
  expect(toggle.getAttribute('aria-checked')).toBe('false');
  fireEvent.click(toggle);
  expect(onChange.mock.calls).toEqual([[true]]);
});

test('photos are added up to the most there may be, and taken away one by one', async () => {
  camera.taken = ['blob:c'];
  const onChange = jest.fn();
  const { rerender } = render(
    <PhotoPicker photos={['blob:a', 'blob:b']} onChange={onChange} maximum={3} />,
  );
  fireEvent.click(screen.getByRole('button', { name: '拍照' }));
  await screen.findByText('拍照');
  expect(camera.asked).toEqual([1]);
  expect(onChange).toHaveBeenLastCalledWith(['blob:a', 'blob:b', 'blob:c']);
  rerender(<PhotoPicker photos={['blob:a', 'blob:b', 'blob:c']} onChange={onChange} maximum={3} />);
  expect(screen.queryByRole('button', { name: '拍照' })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: '去掉第2张照片' }));
  expect(onChange).toHaveBeenLastCalledWith(['blob:a', 'blob:c']);
});

test('a code says that it is on the screen, and that it is gone', () => {
  const { unmount } = render(<QrCode text="h1.v03-17.abc" label="17号户的户码" />);
  expect(beacon.told.at(-1)).toEqual(['h1.v03-17.abc', '17号户的户码']);
  expect(screen.getByLabelText('17号户的户码').getAttribute('src')).toMatch(/^data:image\/gif/);
  unmount();
  expect(beacon.told.at(-1)).toEqual([null]);
});

describe('Growing', () => {
  const groupsOf = (...lists: string[]) =>
    lists.map((words) => ({
      key: words,
      rows: words.split(' '),
      frame: (rows: ReactNode) => (
        <section>
          <h2>{`${words.split(' ').length} 样`}</h2>
          {rows}
        </section>
      ),
    }));
  const list = (groups: ReturnType<typeof groupsOf>) => (
    <Growing groups={groups} keyOf={(word) => word} atOnce={2} lined>
      {(word) => <p>{word}</p>}
    </Growing>
  );
  const words = () => [...document.querySelectorAll('h2, p')].map((each) => each.textContent);

  test('the first rows under their head, then the others, part by part', async () => {
    render(list(groupsOf('盐 糖 茶', '碗')));
    expect(words()).toEqual(['3 样', '盐', '糖']);
    await act(() => new Promise((resolve) => setTimeout(resolve, 5)));
    expect(words()).toEqual(['3 样', '盐', '糖', '茶', '1 样', '碗']);
  });

  test('between two parts there is a hairline, at the top of the list none', async () => {
    render(list(groupsOf('盐 糖 茶', '碗')));
    await act(() => new Promise((resolve) => setTimeout(resolve, 5)));
    const below = [...document.querySelectorAll('.growing-below')];
    expect(below.map((part) => part.textContent)).toEqual(['茶']);
  });
});
