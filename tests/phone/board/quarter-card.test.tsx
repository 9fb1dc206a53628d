import { fireEvent, render, screen } from '@testing-library/react';
import { useSession } from '../../../src/client/session';
import { QuarterCard } from '../../../src/components/board/quarter-card';
import { board } from './samples';

const byField = [
  { fieldId: 'ecology', name: '生态宜居美丽乡村', points: 30 },
  { fieldId: 'health', name: '全民健康', points: 15 },
];
const bars = () =>
  [...document.querySelectorAll<HTMLElement>('.quarter-bar-filled')].map(
    ({ style }) => style.width,
  );

afterEach(() => useSession.setState({ elder: false }));

test('what the fields came to is drawn beside its words', () => {
  render(<QuarterCard board={board({ byField })} />);
  expect(bars()).toEqual(['100%', '50%']);
  expect(screen.queryByRole('button')).toBeNull();
});

test('in large type it is in words, and drawn when asked for', () => {
  useSession.setState({ elder: true });
  render(<QuarterCard board={board({ byField })} />);
  expect(screen.getByText('30 分')).toBeTruthy();
  expect(bars()).toEqual([]);
  fireEvent.click(screen.getByRole('button', { name: '看图' }));
  expect(bars()).toEqual(['100%', '50%']);
  fireEvent.click(screen.getByRole('button', { name: '收起图' }));
  expect(bars()).toEqual([]);
});
