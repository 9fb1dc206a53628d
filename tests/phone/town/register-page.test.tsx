import { act, fireEvent, render, screen } from '@testing-library/react';
import type { ValueOf } from '../../../src/contracts/contract';
import { announceRegister, importRegister, previewRegister } from '../../../src/contracts/town';
import RegisterPage from '../../../src/packages/town/register/index';
import { cloud, phone, tableFile } from '../set-up';
import { asAdministrator } from './samples';

const counts = {
  ...{ households: 120, members: 361, minors: 40 },
  ...{ newHouseholds: 12, changedHouseholds: 3 },
};
const sound: ValueOf<typeof previewRegister> = {
  ...counts,
  problems: [],
  notes: ['第 8 行是隐藏的,也会收进来。'],
  ...{ changes: [], changesInAll: 0, seen: 'a'.repeat(64) },
};
const tap = (name: string) =>
  act(async () => void fireEvent.click(screen.getByRole('button', { name })));
const open = () => act(async () => void render(<RegisterPage />));
const fileIds = () => cloud.of(importRegister).map(({ input }) => input.fileId);
const commands = () => cloud.of(importRegister).map(({ commandId }) => commandId);

beforeEach(() => {
  phone.path = '/packages/town/register/index';
  asAdministrator();
  cloud.answer(announceRegister, ({ path }) => ({ path }));
  cloud.answer(previewRegister, sound);
  cloud.answer(importRegister, counts);
});

test('a file is announced, sent, looked at, and imported by a tap of its own', async () => {
  await open();
  await tap('选户册文件');
  screen.getByText('120 户,361 人,另有 40 个不满 18 岁的只记数');
  screen.getByText('新的 12 户,有变动的 3 户');
  screen.getByText('第 8 行是隐藏的,也会收进来。');
  expect(cloud.asked.map(({ name }) => name)).toEqual([
    'town.announce-register',
    'town.preview-register',
  ]);
  await tap('导入');
  screen.getByText('导入好了');
  const [path] = cloud.of(announceRegister).map(({ input }) => input.path);
  expect(path).toMatch(/^registers\/\w{26}\.xlsx$/);
  expect(fileIds()).toEqual([`cloud://env.bucket/${path}`]);
  expect(phone.storage.has('register-import')).toBe(false);
  await tap('看还差什么');
  expect(phone.log).toEqual(['redirectTo /packages/town/overview/index']);
});

test('all that must be changed is shown with its cell, and nothing can be imported', async () => {
  const problem = { row: 5, column: '手机号', cell: 'C5', message: '手机号要 11 位。请改好。' };
  const other = { row: 9, column: '姓名', cell: 'B9', message: '姓名是空的。请补上。' };
  cloud.answer(previewRegister, { ...sound, problems: [problem, other] });
  await open();
  await tap('选户册文件');
  screen.getByText('C5 手机号');
  screen.getByText('手机号要 11 位。请改好。');
  screen.getByText('B9 姓名');
  screen.getByText('2 处');
  screen.getByText('有要改的地方,改好才能导入。什么都没有写进去。');
  expect(screen.queryByText(/120 户/)).toBeNull();
  expect(screen.queryByRole('button', { name: '导入' })).toBeNull();
  cloud.answer(previewRegister, sound);
  await tap('改好了,再选一次');
  screen.getByRole('button', { name: '导入' });
});

test('an import that was cut off is taken up again under its command, for its file', async () => {
  cloud.refuse(importRegister, 'busy');
  await open();
  await tap('选户册文件');
  await tap('导入');
  screen.getByText('“户册.xlsx”还没有导完');
  await tap('接着导入');
  cloud.answer(importRegister, counts);
  await tap('接着导入');
  screen.getByText('导入好了');
  expect(new Set(commands()).size).toBe(1);
  expect(new Set(fileIds()).size).toBe(1);
  expect(fileIds()).toHaveLength(3);
});

test('so it is after the app was closed; another file is an import of its own', async () => {
  cloud.refuse(importRegister, 'busy');
  const { unmount } = render(<RegisterPage />);
  await tap('选户册文件');
  await tap('导入');
  unmount();
  await open();
  screen.getByText('“户册.xlsx”还没有导完');
  await tap('换一个文件');
  tableFile.choose('另一张.csv');
  await tap('选户册文件');
  cloud.answer(importRegister, counts);
  await tap('导入');
  expect(new Set(commands()).size).toBe(2);
  expect(new Set(fileIds()).size).toBe(2);
});

test('what the cloud refuses is the end of that import', async () => {
  cloud.refuse(importRegister, 'register-has-problems', '户册有 1 处要改,什么都没有写进去。');
  await open();
  await tap('选户册文件');
  await tap('导入');
  screen.getByText('户册有 1 处要改,什么都没有写进去。');
  expect(phone.storage.has('register-import')).toBe(false);
  await tap('导入');
  expect(new Set(commands()).size).toBe(2);
});

test('without network the file is kept at hand to be sent again', async () => {
  await open();
  cloud.online = false;
  await tap('选户册文件');
  screen.getByText('现在连不上网。请到信号好的地方再试。');
  cloud.online = true;
  await tap('再试一次');
  screen.getByRole('button', { name: '导入' });
});

test('a file that nobody has looked at is looked at again without being sent again', async () => {
  cloud.refuse(previewRegister, 'busy');
  await open();
  await tap('选户册文件');
  cloud.answer(previewRegister, sound);
  await tap('再试一次');
  screen.getByRole('button', { name: '导入' });
  expect(cloud.of(announceRegister)).toHaveLength(1);
  expect(cloud.of(previewRegister)).toHaveLength(2);
});

test('a file that was refused is not offered to be looked at again', async () => {
  cloud.refuse(previewRegister, 'file-not-spreadsheet', '读不了 .xls。请另存为 .xlsx。');
  await open();
  tableFile.choose('老户册.xls');
  await tap('选户册文件');
  screen.getByText('读不了 .xls。请另存为 .xlsx。');
  expect(screen.queryByRole('button', { name: '再试一次' })).toBeNull();
  screen.getByRole('button', { name: '换一个文件' });
});

test.each([
  ['照片.jpg', 1000, '“照片.jpg”不是表格。请选 .xlsx 或 .csv 的户册。'],
  ['户册.xlsx', 5_000_001, /超过 5 MB,读不了/],
  ['户册.xlsx', 0, '“户册.xlsx”是空的。请打开看看,另存以后再选。'],
])('what is no register is said before it is sent: %s of %i bytes', async (name, bytes, words) => {
  tableFile.choose(name, bytes);
  await open();
  await tap('选户册文件');
  screen.getByText(words);
  expect(cloud.asked).toEqual([]);
});

test('where nothing is to be written there is nothing to import', async () => {
  cloud.answer(previewRegister, { ...sound, newHouseholds: 0, changedHouseholds: 0 });
  await open();
  await tap('选户册文件');
  screen.getByText('和已经登记的一样,没有要写的');
  expect(screen.queryByRole('button', { name: '导入' })).toBeNull();
});

const moved = {
  ...{ kind: 'moved' as const, change: 'moved.v01.16.9', villageName: '示例一嘎查' },
  ...{ householdNumber: 16, name: '张三', says: '9号户有这个名字,也是 1978 年生。' },
};
const gone = {
  ...{ kind: 'missing' as const, change: 'missing.v01.7.x', villageName: '示例一嘎查' },
  ...{ householdNumber: 7, name: '李四', says: '配偶。已经不在这一户,就从户册里去掉。' },
};

test('what only a person can tell is asked, and stays as it is without an answer', async () => {
  cloud.answer(previewRegister, { ...sound, changes: [moved, gone], changesInAll: 2 });
  await open();
  await tap('选户册文件');
  screen.getByText('从别的户过来的');
  screen.getByText('16号户 张三');
  screen.getByText('表里没有了的');
  const same = screen.getByRole('button', { name: '就是这个人,搬过来了' });
  await act(async () => void fireEvent.click(same));
  const left = screen.getByRole('button', { name: '已经不在这一户了' });
  await act(async () => void fireEvent.click(left));
  // On second thoughts.
  const notYet = screen.getAllByRole('button', { name: '先不动' })[1] as HTMLElement;
  await act(async () => void fireEvent.click(notYet));
  await tap('导入');
  const [asked] = cloud.of(importRegister);
  expect(asked?.input).toMatchObject({
    seen: 'a'.repeat(64),
    answers: [{ change: moved.change, answer: 'same' }],
  });
});

test('a file that changes nothing but what is asked can be imported', async () => {
  const nothing = { newHouseholds: 0, changedHouseholds: 0 };
  cloud.answer(previewRegister, { ...sound, ...nothing, changes: [gone], changesInAll: 1 });
  await open();
  await tap('选户册文件');
  screen.getByRole('button', { name: '导入' });
});
