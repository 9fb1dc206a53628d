import { fireEvent, render, screen, within } from '@testing-library/react';
import { useSession } from '../../../src/client/session';
import type { ValueOf } from '../../../src/contracts/contract';
import { listLinks, objectToLink } from '../../../src/contracts/links';
import HouseholdPage from '../../../src/packages/people/household/index';
import MePage from '../../../src/pages/me/index';
import { me } from '../samples';
import { cloud } from '../set-up';

type Links = ValueOf<typeof listLinks>;
const link: NonNullable<Links['people'][number]['link']> = {
  ...{ linkId: '01JDBX0000000000000000000A', how: 'let-in', sinceDay: '2026-11-03' },
  two: [
    { as: 'cadre', day: '2026-11-01' },
    { as: 'supervisor', day: '2026-11-03' },
  ],
  ...{ state: 'linked', movedDay: '2026-11-03', objection: null, opinion: null },
};
const person = { memberId: 'm', relation: '儿媳', hasJoined: true, isOwn: false };
const links = (part: Partial<Links> = {}): Links => ({
  ...{ householdId: me.householdId, householdNumber: 17, past: [], asking: [] },
  people: [{ ...person, name: '李新来', mayObject: true, link }],
  ...part,
});
const inSheet = (name: string) => within(screen.getByRole('dialog')).getByRole('button', { name });

beforeEach(() => {
  useSession.setState({ state: 'ready', error: null, me, roles: [], waitingJoin: null });
});

test('who joined, when, and by which two offices stands there', async () => {
  cloud.answer(listLinks, links());
  render(<HouseholdPage />);
  expect(await screen.findByText(/村干部.*监委会的人.*同意加入/)).toBeTruthy();
  expect(cloud.of(listLinks)[0]?.input).toEqual({ householdId: me.householdId });
});

test('one objects with a reason, after one question; what comes next is said', async () => {
  cloud.answer(listLinks, links());
  cloud.answer(objectToLink, ({ linkId }) => {
    const objected = { ...link, state: 'objected' as const, objection: '家里没有这个人' };
    const line = { ...person, name: '李新来', mayObject: false, link: objected };
    cloud.answer(listLinks, links({ people: [line] }));
    return { linkId, state: 'objected' as const };
  });
  render(<HouseholdPage />);
  fireEvent.click(await screen.findByText('不是我家的人'));
  expect(screen.getByText(/您家先换不了东西/)).toBeTruthy();
  fireEvent.click(inSheet('请人查清'));
  expect(screen.getByText('请写一句,查的人能看到。')).toBeTruthy();
  fireEvent.input(screen.getByLabelText('怎么回事'), { target: { value: '家里没有这个人' } });
  fireEvent.click(inSheet('请人查清'));
  expect(await screen.findByText('家里有人说不是,等两个人查清')).toBeTruthy();
  expect(cloud.of(objectToLink)[0]?.input).toEqual({
    ...{ linkId: link.linkId, reason: '家里没有这个人' },
  });
});

test('who asks to come, who was cut, and why somebody stays is read there', async () => {
  const stays = { out: false, reason: '是他家的儿媳' };
  cloud.answer(
    listLinks,
    links({
      people: [
        {
          ...person,
          name: '李新来',
          mayObject: false,
          link: { ...link, state: 'stays', opinion: stays },
        },
      ],
      asking: [{ name: '常住', askedDay: '2026-11-05' }],
      past: [{ name: '冒名', link: { ...link, state: 'cut' } }],
    }),
  );
  render(<HouseholdPage />);
  expect(await screen.findByText('查过了,没有问题:是他家的儿媳')).toBeTruthy();
  expect(screen.getByText(/等村里两个人核实/)).toBeTruthy();
  expect(screen.getByText(/镇里解除了,等第二个人看/)).toBeTruthy();
  expect(screen.queryByText('不是我家的人')).toBeNull();
});

test('我的 says that somebody joined, and leads there', async () => {
  useSession.setState({ me: { ...me, joinedLately: '2026-11-03' } });
  render(<MePage />);
  expect(await screen.findByText(/11月3日有人加入了您家,看看是谁/)).toBeTruthy();
});
