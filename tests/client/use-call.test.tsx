/** @jest-environment jsdom */
import { act, render, renderHook, screen, waitFor } from '@testing-library/react';
import { useCall } from '../../src/client/use-call';
import { useCommand } from '../../src/client/use-command';
import type { ActionEvent } from '../../src/contracts/contract';
import { listMatters } from '../../src/contracts/lists';
import { setNamesShown } from '../../src/contracts/people';

let send: jest.MockedFunction<(name: string, event: ActionEvent) => Promise<unknown>>;
jest.mock('../../src/client/transport', () => ({
  send: (name: string, event: ActionEvent) => send(name, event),
}));

const good = (value: unknown) => ({ ok: true, value, requestId: '1' });
const bad = (code: string) => ({ ok: false, error: { code, message: '不行。' }, requestId: '1' });
const matters = (wallVersion: number) => good({ counts: [], wallVersion, matters: [] });

beforeEach(() => {
  send = jest.fn();
});

describe('useCall', () => {
  test('asks nothing while it is not known what to ask', () => {
    const { result } = renderHook(() => useCall(listMatters, null));
    expect(result.current.state).toBe('loading');
    expect(send).not.toHaveBeenCalled();
  });

  test('a failure is said, and asking again brings the value', async () => {
    send.mockRejectedValueOnce(new Error('offline')).mockResolvedValueOnce(matters(1));
    const { result } = renderHook(() => useCall(listMatters, { villageId: 'v03' }));
    await waitFor(() => expect(result.current.state).toBe('failed'));
    expect(result.current.error?.code).toBe('no-network');
    await act(() => result.current.reload());
    expect(result.current).toMatchObject({
      state: 'ready',
      value: { wallVersion: 1 },
      error: null,
    });
  });

  test('what was seen stays when asking again fails', async () => {
    send.mockResolvedValueOnce(matters(1)).mockRejectedValueOnce(new Error('offline'));
    const { result } = renderHook(() => useCall(listMatters, { villageId: 'v03' }));
    await waitFor(() => expect(result.current.state).toBe('ready'));
    await act(() => result.current.reload());
    expect(result.current).toMatchObject({ state: 'ready', value: { wallVersion: 1 } });
    expect(result.current.error?.code).toBe('no-network');
  });

  test('a slow answer to an earlier question never replaces the one now asked', async () => {
    let answerFirst: (value: unknown) => void = () => undefined;
    send.mockImplementationOnce(
      () =>
        new Promise((resolve) => {
          answerFirst = resolve;
        }),
    );
    send.mockResolvedValueOnce(matters(2));
    const { result, rerender } = renderHook(
      ({ villageId }) => useCall(listMatters, { villageId }),
      { initialProps: { villageId: 'v01' } },
    );
    rerender({ villageId: 'v02' });
    await waitFor(() => expect(result.current.value?.wallVersion).toBe(2));
    await act(async () => answerFirst(matters(1)));
    expect(result.current.value?.wallVersion).toBe(2);
  });
});

describe('useCommand', () => {
  const ids = () => send.mock.calls.map(([, event]) => event.commandId);

  test('tapped twice it is sent once', async () => {
    send.mockResolvedValue(good({ namesShown: true }));
    const { result } = renderHook(() => useCommand(setNamesShown));
    await act(async () => {
      await Promise.all([
        result.current.run({ namesShown: true }),
        result.current.run({ namesShown: true }),
      ]);
    });
    expect(send).toHaveBeenCalledTimes(1);
  });

  test('without an answer the same intent keeps its command id', async () => {
    send.mockRejectedValueOnce(new Error('offline')).mockResolvedValue(good({ namesShown: true }));
    const { result } = renderHook(() => useCommand(setNamesShown));
    await act(() => result.current.run({ namesShown: true }).then(() => undefined));
    expect(result.current.error?.code).toBe('no-network');
    await act(() => result.current.run({ namesShown: true }).then(() => undefined));
    expect(ids()[0]).toBe(ids()[1]);
    expect(result.current.error).toBeNull();
  });

  test('after a decision, or with another input, it is a new intent', async () => {
    send.mockResolvedValueOnce(bad('adult-only')).mockRejectedValueOnce(new Error('offline'));
    send.mockResolvedValueOnce(good({ namesShown: false }));
    const { result } = renderHook(() => useCommand(setNamesShown));
    await act(() => result.current.run({ namesShown: true }).then(() => undefined));
    expect(result.current.error?.message).toBe('不行。');
    await act(() => result.current.run({ namesShown: true }).then(() => undefined));
    await act(() => result.current.run({ namesShown: false }).then(() => undefined));
    expect(new Set(ids()).size).toBe(3);
  });
});

function Wall() {
  const { value } = useCall(listMatters, { villageId: 'v03' });
  return <p>{value ? `第 ${value.wallVersion} 版` : '在路上'}</p>;
}

test('a value can be shown as soon as it is there', async () => {
  send.mockResolvedValue(matters(7));
  render(<Wall />);
  expect(screen.getByText('在路上')).toBeTruthy();
  expect(await screen.findByText('第 7 版')).toBeTruthy();
});
