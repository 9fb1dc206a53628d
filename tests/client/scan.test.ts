/** @jest-environment jsdom */
import { useCodeText } from '../../src/client/code-text';
import { scanCode } from '../../src/client/scan.h5';

/** As jsdom has no frames around its page, the parent is put in its place. */
function framedBy(parent: unknown): void {
  Object.defineProperty(window, 'parent', { value: parent, configurable: true });
}

const say = (source: unknown, data: unknown) =>
  window.dispatchEvent(new MessageEvent('message', { source: source as Window, data }));

afterEach(() => framedBy(window));

test('on a page of its own the code text is typed, or the sheet closed', async () => {
  const typed = scanCode();
  useCodeText.getState().answer?.('v=v03');
  expect(await typed).toEqual({ text: 'v=v03', problem: null });
  expect(useCodeText.getState().answer).toBeNull();

  const closed = scanCode();
  useCodeText.getState().answer?.(null);
  expect(await closed).toEqual({ text: null, problem: null });
});

test('in a frame it asks the page around it and takes an answer from there only', async () => {
  const postMessage = jest.fn();
  const parent = Object.assign(document.createElement('iframe'), { postMessage });
  document.body.append(parent);
  const outside = parent.contentWindow;
  if (!outside) throw new Error('no frame');
  Object.defineProperty(outside, 'postMessage', { value: postMessage });
  framedBy(outside);

  const scanned = scanCode();
  expect(postMessage).toHaveBeenCalledWith({ type: 'phone-scan' }, '*');
  say(window, { type: 'phone-scanned', text: 'from elsewhere' });
  say(outside, { type: 'something-else', text: 'not an answer' });
  say(outside, { type: 'phone-scanned', text: 'v=v03' });
  expect(await scanned).toEqual({ text: 'v=v03', problem: null });
});
