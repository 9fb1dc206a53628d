import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { useSession } from '../../../src/client/session';
import { printMine, readPrintPiece } from '../../../src/contracts/documents';
import { dayOf } from '../../../src/domain/kernel/time';
import PrintStatementPage from '../../../src/packages/print/statement/index';
import { periodOf } from '../../../src/packages/print/statement/periods';
import { me } from '../samples';
import { cloud, pdfFile, phone } from '../set-up';

const renderingId = '01JDBX0000000000000000000A';
const rendering = { renderingId, pages: 2, bytes: 9, pieces: 3 };
const pieces = ['AAAA', 'BBBB', 'CCCC'];
const today = dayOf(Date.now());

const button = (name: string) => screen.getByRole('button', { name });
const print = () => fireEvent.click(button('打印'));
const sees = (text: string | RegExp) => waitFor(() => screen.getByText(text), { timeout: 8000 });

/** Pieces as the cloud holds them; `lost` says how often one is not answered for. */
function teachPieces(lost: Record<number, number> = {}): number[] {
  const asked: number[] = [];
  const left = { ...lost };
  cloud.answer(readPrintPiece, ({ piece }) => {
    asked.push(piece);
    const times = left[piece] ?? 0;
    left[piece] = times - 1;
    if (times > 0) throw new Error('request:fail interrupted');
    return { base64: pieces[piece] ?? '' };
  });
  return asked;
}

const { send } = cloud;
afterEach(() => {
  cloud.send = send;
});

/** A slow network: each piece arrives when it is let go. */
function holdPieces() {
  let letGo: () => void = () => undefined;
  cloud.send = async (functionName, event) => {
    if (event.action === readPrintPiece.action) {
      await new Promise<void>((resolve) => {
        letGo = resolve;
      });
    }
    return send(functionName, event);
  };
  return () => letGo();
}

beforeEach(() => {
  phone.path = '/packages/print/statement/index';
  useSession.setState({ state: 'ready', me, roles: [], waitingJoin: null });
  cloud.answer(printMine, rendering);
});

test('from the tap to the open file: said at once, piece by piece, one command', async () => {
  const asked = teachPieces();
  const letGo = holdPieces();
  render(<PrintStatementPage />);
  print();
  screen.getByText(/^正在印/);
  // Tapped twice, as people do.
  print();
  for (const arrived of [0, 1, 2]) {
    await sees(`印好了,正在取 ${arrived}/3`);
    letGo();
  }
  await sees(/,2 页$/);
  expect(asked).toEqual([0, 1, 2]);
  expect(cloud.of(printMine)).toHaveLength(1);
  const { input } = cloud.of(printMine)[0] ?? {};
  expect(input?.print).toEqual({ document: 'statement', ...periodOf('this-year', today) });
  expect(pdfFile.kept).toMatchObject({ parts: pieces, bytes: 9 });
  expect(pdfFile.kept?.name).toMatch(/^17号户积分明细\d{8}-\d{8}\.pdf$/);
  expect(pdfFile.log).toEqual([`open ${pdfFile.kept?.name}`]);
});

test('a piece that is lost is asked for again, and no other', async () => {
  const asked = teachPieces({ 1: 2 });
  render(<PrintStatementPage />);
  print();
  await sees(/,2 页$/);
  expect(asked).toEqual([0, 1, 1, 1, 2]);
  expect(pdfFile.kept?.parts).toEqual(pieces);
});

test('cut off for good it says so, and goes on from the piece that is missing', async () => {
  const asked = teachPieces({ 2: 3 });
  render(<PrintStatementPage />);
  print();
  await waitFor(() => button('接着取'), { timeout: 8000 });
  screen.getByRole('alert');
  expect(pdfFile.kept).toBeNull();
  fireEvent.click(button('接着取'));
  await sees(/,2 页$/);
  expect(asked).toEqual([0, 1, 2, 2, 2, 2]);
  expect(cloud.of(printMine)).toHaveLength(1);
  expect(pdfFile.kept?.parts).toEqual(pieces);
});

test('what is gone from the cloud is not asked for again, but printed again', async () => {
  cloud.refuse(readPrintPiece, 'print-expired', '印好的文件只留一天。请重新印一次。');
  render(<PrintStatementPage />);
  print();
  await sees(/只留一天/);
  expect(cloud.of(readPrintPiece)).toHaveLength(1);
  expect(screen.queryByRole('button', { name: '接着取' })).toBeNull();
  teachPieces();
  print();
  await sees(/,2 页$/);
  expect(cloud.of(printMine)).toHaveLength(2);
});

test('a full phone: room is made, and nothing is printed or fetched again', async () => {
  const asked = teachPieces();
  pdfFile.problem = 'full';
  render(<PrintStatementPage />);
  print();
  await sees(/放不下这个文件/);
  fireEvent.click(button('接着取'));
  await sees(/,2 页$/);
  expect(asked).toEqual([0, 1, 2]);
  expect(cloud.of(printMine)).toHaveLength(1);
});

test('a file that is too short is not shown', async () => {
  teachPieces();
  pdfFile.problem = 'incomplete';
  render(<PrintStatementPage />);
  print();
  await sees('文件没有取全。请再印一次。');
  expect(pdfFile.log).toEqual([]);
  expect(screen.queryByRole('button', { name: '接着取' })).toBeNull();
});

test('whoever has no viewer is told another way', async () => {
  teachPieces();
  pdfFile.opens = false;
  render(<PrintStatementPage />);
  print();
  await sees(/打不开 PDF/);
});

test('who leaves the page is not pulled back, and nothing more is fetched', async () => {
  const asked = teachPieces();
  const letGo = holdPieces();
  const { unmount } = render(<PrintStatementPage />);
  print();
  await sees('印好了,正在取 0/3');
  unmount();
  letGo();
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(asked).toEqual([0]);
  expect(pdfFile.kept).toBeNull();
});

test('names with characters that cannot be printed are shown; blanks are one tap', async () => {
  const missing = [{ character: '𠮷', text: '17号户 𠮷*' }];
  cloud.refuse(printMine, 'glyphs-missing', '有的字没有字样。');
  // The details of a refusal are the cloud's.
  cloud.send = async (...event) => {
    const answer = await send(...event);
    return answer.ok ? answer : { ...answer, error: { ...answer.error, details: { missing } } };
  };
  render(<PrintStatementPage />);
  print();
  await waitFor(() => button('留空印,印好用笔填'));
  teachPieces();
  cloud.answer(printMine, rendering);
  fireEvent.click(button('留空印,印好用笔填'));
  await sees(/,2 页$/);
  const [first, second] = cloud.of(printMine);
  expect(first?.input.blanks).toBeUndefined();
  expect(second?.input).toMatchObject({ blanks: true, print: first?.input.print });
  expect(second?.commandId).not.toBe(first?.commandId);
});

test.each([
  ['this-year', '2026-01-01', '2026-02-05'],
  ['last-year', '2025-01-01', '2025-12-31'],
  ['this-quarter', '2026-01-01', '2026-02-05'],
  ['last-quarter', '2025-10-01', '2025-12-31'],
] as const)('%s is a period', (name, from, to) => {
  expect(periodOf(name, '2026-02-05')).toEqual({ from, to });
});

test('who has not joined is told how', () => {
  useSession.setState({ me: null });
  render(<PrintStatementPage />);
  screen.getByText('还没有您家的积分');
  button('加入本村');
});
