import { act, fireEvent, render, screen } from '@testing-library/react';
import { useSession } from '../../../src/client/session';
import { listCertificatesNotIssued, listMatters } from '../../../src/contracts/lists';
import { listWords, saveWords } from '../../../src/contracts/search';
import WordsPage from '../../../src/packages/matters/words/index';
import { WordsLine } from '../../../src/packages/matters/words-line';
import { me } from '../samples';
import { cloud, phone } from '../set-up';

const cadre = { role: 'cadre' as const, place: 'v03', placeName: '示例三嘎查' };
const homestead = {
  ...{ key: 'homestead', name: '宅基地申请', category: '土地草场', version: 1 },
  list: 'self-governance' as const,
};

const field = () => screen.findByLabelText<HTMLTextAreaElement>('叫法');
const type = async (text: string) =>
  void fireEvent.change(await field(), { target: { value: text } });
const save = () =>
  act(async () => void fireEvent.click(screen.getByRole('button', { name: '存下' })));

beforeEach(() => {
  phone.path = '/packages/matters/words/index';
  phone.params = { villageId: 'v03', view: 'matter', key: 'homestead' };
  useSession.setState({ state: 'ready', me, roles: [cadre] });
  cloud.answer(listMatters, { counts: [], wallVersion: 1, matters: [homestead] });
  cloud.answer(listWords, { entries: [{ kind: 'matter', id: 'homestead', words: ['起屋'] }] });
  cloud.answer(saveWords, { words: 3 });
});

test('the words there are stand in the form, and what is typed is saved word by word', async () => {
  render(<WordsPage />);
  expect((await field()).value).toBe('起屋');
  await type('起屋 圈地皮、批地,');
  await save();
  expect(cloud.of(saveWords)[0]?.input).toEqual({
    ...{ villageId: 'v03', kind: 'matter', id: 'homestead' },
    words: ['起屋', '圈地皮', '批地'],
  });
  screen.getByText('存下了 3 个词。以后这么找,就能找到这一项。');
});

test('a refusal stands at the button and what was typed stays', async () => {
  cloud.refuse(saveWords, 'words-say-nothing', '“怎么办”说不出要找什么。');
  render(<WordsPage />);
  await type('怎么办');
  await save();
  screen.getByText('“怎么办”说不出要找什么。');
  expect((await field()).value).toBe('怎么办');
});

test.each<Record<string, string>>([
  {},
  { villageId: 'v03', view: 'matter', key: 'gone' },
  { view: 'certificate' },
])('what is not there is said: %j', async (params) => {
  cloud.answer(listCertificatesNotIssued, { certificates: [] });
  phone.params = params;
  render(<WordsPage />);
  await screen.findByText('没有这一项。');
});

test('the way there is for the committee of this village and the town', () => {
  const shown = (roles: (typeof cadre | { role: 'town-admin'; place: string })[]) => {
    useSession.setState({ roles: roles.map((held) => ({ ...cadre, ...held })) });
    const { container, unmount } = render(
      <WordsLine villageId="v03" kind="matter" id="homestead" />,
    );
    const text = container.textContent;
    unmount();
    return text !== '';
  };
  expect(shown([cadre])).toBe(true);
  expect(shown([{ role: 'town-admin', place: 't01' }])).toBe(true);
  expect(shown([{ ...cadre, place: 'v04' }])).toBe(false);
  expect(shown([])).toBe(false);
});
