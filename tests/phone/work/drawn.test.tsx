import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { useSession } from '../../../src/client/session';
import { listRecords } from '../../../src/contracts/records';
import DrawnPage from '../../../src/packages/work/drawn/index';
import { recordLine } from '../samples';
import { cloud, phone } from '../set-up';

const member = { role: 'panel' as const, place: 'v03', placeName: '示例三嘎查' };

test('one reads how one voted and what came of it; what still waits opens', async () => {
  useSession.setState({ state: 'ready', roles: [member], proxy: null });
  const waits = recordLine({
    ...{ state: 'waiting-review' as const, stateLabel: '评议中', mine: { agreed: null } },
  });
  const refused = recordLine({
    ...{ recordId: '01JDBX0000000000000000000B', state: 'posted' as const },
    ...{ stateLabel: '已入账', mine: { agreed: false } },
  });
  cloud.answer(listRecords, { records: [waits, refused], more: false, next: null });
  render(<DrawnPage />);
  expect(await screen.findByText('您没有同意')).toBeTruthy();
  expect(screen.getByText('已入账')).toBeTruthy();
  fireEvent.click(screen.getByText('等您表态,不便评的可以回避'));
  const opened = `navigateTo /packages/record/detail/index?recordId=${waits.recordId}`;
  await waitFor(() => expect(phone.log).toEqual([`${opened}&queue=to-review`]));
});

test('who is of no panel is told who reads here, and nothing is asked for', async () => {
  useSession.setState({ state: 'ready', roles: [], proxy: null });
  render(<DrawnPage />);
  expect(await screen.findByText('抽到谁评议,谁在这里看。')).toBeTruthy();
  expect(cloud.of(listRecords)).toEqual([]);
});
