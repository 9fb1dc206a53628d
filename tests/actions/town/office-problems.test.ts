import { previewFile } from '../../../config/run/register-preview';
import { alone, family, nowMs, person, withCell } from '../../support/office-family';
import { type OfficeCell, type OfficeSheet, officeFile } from '../../support/office-files';
import { registerHeadings } from '../../support/test-register';

const problemsOf = async (sheets: readonly OfficeSheet[]) =>
  (await previewFile(officeFile('wps', sheets), nowMs)).problems;

const year = '出生年份写四位数字,比如 1980。';
const mobile = '手机号写中国的(+86),1 开头的 11 位数字;没有,或者是外国的号,就空着。';
const formula = '这一格是公式。请改成普通的文字或数字:复制这一格,再“选择性粘贴”成“数值”。';

const wrongCells: readonly [column: number, cell: OfficeCell, message: string][] = [
  [0, '', '没有写嘎查村。请补上。'],
  [1, '/', '没有写户号。写 1 到 9999 的数字;同一户的人写一样的。'],
  [1, '12-1', '看不出是几号户。户号写 1 到 9999 的数字,比如 12。'],
  [1, '0', '看不出是几号户。户号写 1 到 9999 的数字,比如 12。'],
  [2, '无', '没有写户主的姓名。请补上。'],
  [3, '试样甲(已故)', '这个人的姓名里有不认得的字符。只写姓名,不加别的。'],
  [3, '\u202e试样甲', '有看不见的字符,会把字倒过来。请删掉这一格重新打字。'],
  [4, '', '没有写与户主关系;户主本人写“户主”。'],
  [4, '=户主', '有不认得的字符。只写汉字。'],
  [6, '—', `没有写出生年份。${year}`],
  [6, '75年', `看不出是哪一年。${year}`],
  [6, '1975-02-31', `看不出是哪一年。${year}`],
  [6, 27486, `这里的日期变成了数字 27486。请把这一列的格式改成日期,或者${year}`],
  [
    6,
    { serial: 1975 },
    `这一格是日期 1905-05-28,多半是把年份写进了日期格式的格子。请把格子改成常规,${year}`,
  ],
  [6, '2030', `2030 年还没有到。${year}`],
  [6, '1875', `1875 年太早了。${year}`],
  [6, '990102197504020011', `这里像是身份证号,不要写。${year}`],
  [7, '1001234567', `这里是 10 位数字。${mobile}`],
  [7, '1.0012E+10', `这里的号码变成了科学记数,后几位丢了。请把这一列设成文本,重新填。${mobile}`],
  [7, '0477-8581234', `这里是座机号。${mobile}`],
  [7, '10012345678/10012345679', `这里写了不止一个号。只留本人的一个。${mobile}`],
  [7, '990102197504020011', `这里像是身份证号,不要写。${mobile}`],
  [8, '村长', '身份只能写居民、嘎查村委员会成员、监督委员会成员、评议小组成员。'],
  [9, '老王家', '村内近亲写户号,用逗号隔开,比如 5,12。'],
  [9, '77号、78', '没有 77、78号户。请核对近亲的户号。'],
  [10, '外地', '常住类型写本村或外来长住。'],
  [11, { formula: 'A2&"人"', value: '1人' }, formula],
  [1, { formula: 'ROW()+10', value: 12 }, formula],
];

test.each(wrongCells)('column %d with %j has its own reason', async (column, cell, message) => {
  const letter = String.fromCharCode(65 + column);
  expect(await problemsOf(withCell(column, cell))).toEqual([{ cell: `${letter}2`, message }]);
});

test('all problems come at once, each with its cell; what follows from one is none', async () => {
  const headings = [...registerHeadings, '民族'];
  const rows = [
    person(12, '试样甲', '试样甲', '户主', { phone: '100' }),
    person(12, '试样甲', '试样乙', '配偶', { born: '不详' }),
    person('十几', '试样丙', '试样丙', '户主'),
    person(13, '试样丙', '试样丁', '配偶'),
    person(14, '试样戊', '试样己', '配偶'),
    person(15, '试样庚', '试样庚', '户主', { born: 2012 }),
    person(16, '试样辛', '试样辛', '户主', { born: 2012 }),
    person(16, '试样辛', '试样壬', '祖母', { born: 1950 }),
    person(17, '试样癸', '试样癸', '户主'),
    person(17, '试样癸', '试样 癸', '户主'),
  ];
  expect(await problemsOf([{ name: '户册', rows: [headings, ...rows] }])).toEqual([
    { cell: 'M1', message: '用不着“民族”这一列。请删掉,身份证号、病情、收入都不要写。' },
    { cell: 'H2', message: `这里是 3 位数字。${mobile}` },
    { cell: 'G3', message: `看不出是哪一年。${year}` },
    { cell: 'B4', message: '看不出是几号户。户号写 1 到 9999 的数字,比如 12。' },
    { cell: 'C6', message: '14号户没有户主本人的一行。请补上。' },
    { cell: 'G7', message: '15号户没有成年人。请写上一位成年的户主。' },
    { cell: 'C9', message: '16号户的户主不满 18 岁,不能收。请把户主写成家里的一位成年人。' },
    { cell: 'D11', message: '这个人在17号户里写了两次(还有第 10 行)。请删掉一行。' },
  ]);
});

test('columns that are missing are named, and the others are still read', async () => {
  const rows = [registerHeadings, ...family()].map((row) => row.filter((_, at) => at !== 1));
  rows[1] = [...(rows[1] ?? []).slice(0, 6), '100'];
  expect(await problemsOf([{ name: '户册', rows }])).toEqual([
    { cell: 'A1', message: '表头少了“户号”这一列。请补上。' },
    { cell: 'G2', message: `这里是 3 位数字。${mobile}` },
  ]);
});

test('two columns of one meaning are told apart by their words', async () => {
  const rows = [[...registerHeadings, '联系电话'], ...family()];
  expect(await problemsOf([{ name: '户册', rows }])).toEqual([
    { cell: 'H1', message: '“手机号”有 2 列:“手机号”、“联系电话”。只留一列。' },
  ]);
});

test('a formula drawn down a column is one thing to put right and hides nothing', async () => {
  const people = Array.from({ length: 150 }, (_, at) => {
    const name = `试${String.fromCodePoint(0x4e00 + at)}`;
    const row = person(at + 1, name, name, '户主', { phone: at === 140 ? '100' : '' });
    return [{ formula: `ROW()-1`, value: at + 1 }, ...row];
  });
  expect(
    await problemsOf([{ name: '户册', rows: [['序号', ...registerHeadings], ...people] }]),
  ).toEqual([
    { cell: 'A2', message: `${formula}从 A2 到 A151 都是这样。` },
    { cell: 'I142', message: `这里是 3 位数字。${mobile}` },
  ]);
});

test('the first sheet that is seen counts, also where it is the wrong one', async () => {
  const sheets = [{ name: '说明', rows: [['怎么填这张表']] }, ...alone(family())];
  const [problem] = await problemsOf(sheets);
  expect(problem?.cell).toBe('A1');
  expect(problem?.message).toMatch(/^最前面的表“说明”里没有找到表头。/);
});

test('nobody is nobody’s success', async () => {
  expect(await problemsOf(alone([]))).toEqual([
    { cell: 'A2', message: '表里一个人也没有。请从表头下面一行起,一人一行填好。' },
  ]);
});
