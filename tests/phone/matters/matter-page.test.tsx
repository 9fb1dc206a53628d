import { fireEvent, render, screen } from '@testing-library/react';
import { useSession } from '../../../src/client/session';
import type { ValueOf } from '../../../src/contracts/contract';
import { readMatter } from '../../../src/contracts/lists';
import { chartInWords } from '../../../src/domain/lists/step-words';
import MatterPage from '../../../src/packages/matters/matter/index';
import { cloud, phone } from '../set-up';

const name = '低保申请';
const steps: ValueOf<typeof readMatter>['matter']['steps'] = [
  {
    ...{ id: 'ask', name: '提出申请', who: '申请人', workingDays: null },
    ...{ text: '到嘎查村委员会交材料。', next: [{ to: 'check' }] },
  },
  {
    ...{ id: 'check', name: '入户核对', who: '嘎查村委员会', workingDays: 15 },
    ...{ text: '两个人上门看一看。', next: [{ to: 'pay', when: '够条件' }] },
  },
  {
    ...{ id: 'pay', name: '发放', who: '苏木镇', workingDays: 0 },
    ...{ text: '钱打到卡上。', next: [] },
  },
];
const matter: ValueOf<typeof readMatter> = {
  matter: {
    ...{ key: 'allowance', list: 'assist-government', name, category: '社会救助', steps },
    ...{ conditions: ['本地户口'], materials: [], guidingOffice: '民政所' },
    legalBases: [{ law: '某法', article: '第4条', versionDate: '2026-01', checked: '待核' }],
    supervision: { subject: '监委会', object: '村委会', method: '抽查' },
    ...{ daysToFinish: 30, fee: '不收钱' },
  },
  ...{ listName: '依法协助政府', version: 1, current: true, currentVersion: 1 },
  ...{ publishedAtMs: Date.UTC(2026, 10, 20), basisUnchecked: false },
  flowChart: { svg: '<svg/>', width: 320, height: 400, inWords: chartInWords(steps) },
};

beforeEach(() => {
  cloud.answer(readMatter, matter);
  phone.params = { villageId: 'v03', key: 'allowance' };
});

afterEach(() => useSession.setState({ elder: false }));

const pictures = () => document.querySelectorAll('img[src^="data:image/svg+xml,"].chart-image');
const told = () => [...document.querySelectorAll('.matter-step')].map((step) => step.textContent);
const inWords = [
  '1提出申请到嘎查村委员会交材料。谁来办:申请人然后到第2步“入户核对”。',
  '2入户核对两个人上门看一看。谁来办:嘎查村委员会多久:最多15个工作日够条件,到第3步“发放”。',
  '3发放钱打到卡上。谁来办:苏木镇多久:当天办到这里就办完了。',
];

test('in large type the way is told step by step, and drawn when asked for', async () => {
  useSession.setState({ elder: true });
  render(<MatterPage />);
  const look = await screen.findByRole('button', { name: '看流程图' });
  expect(told()).toEqual(inWords);
  expect(pictures()).toHaveLength(0);
  expect(screen.queryByRole('dialog')).toBeNull();
  fireEvent.click(look);
  expect(screen.getByRole('dialog', { name: `${name}的流程图` })).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '看完了' }));
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('otherwise it is drawn, and the same words come by a tap', async () => {
  render(<MatterPage />);
  const words = await screen.findByRole('button', { name: '用文字看流程' });
  expect(pictures()).toHaveLength(1);
  expect(told()).toEqual([]);
  fireEvent.click(words);
  expect(told()).toEqual(inWords);
});
