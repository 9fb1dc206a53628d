/** The headings of the register, in the words clerks know. */
export const registerHeadings = {
  village: '嘎查村',
  number: '户号',
  head: '户主',
  name: '姓名',
  relation: '与户主关系',
  gender: '性别',
  birthYear: '出生年份',
  phone: '手机号',
  job: '身份',
  relatives: '村内近亲',
  residence: '常住类型',
  note: '备注',
} as const;

export type RegisterColumn = keyof typeof registerHeadings;

export const registerColumns = Object.keys(registerHeadings) as RegisterColumn[];

/** Without these nobody can be entered; the head can also be told by 与户主关系. */
export const neededColumns: readonly RegisterColumn[] = [
  'village',
  'number',
  'name',
  'relation',
  'birthYear',
];

/** What the offices' own registers call the same columns. */
const otherWords: Record<RegisterColumn | 'serial', string> = {
  village:
    '嘎查 村 村名 嘎查名 村名称 嘎查名称 嘎查村名称 嘎查村名 村嘎查 行政村 行政村名称 所在村 所属村 所在嘎查 ' +
    '所属嘎查 所在嘎查村 所属嘎查村 村委会 村民委员会 嘎查委员会 村社区',
  number:
    '户编号 户序号 户号码 户别号 农户号 农户编号 家庭编号 家庭户号 家庭户编号 住户号 住户编号',
  head: '户主姓名 户主名 户主名字 户主名称 家庭户主 家庭户主姓名 农户姓名',
  name:
    '名字 成员姓名 家庭成员 家庭成员姓名 成员 人员姓名 村民姓名 居民姓名 农牧民姓名 家庭人口姓名 本人姓名 ' +
    '家庭成员情况姓名 家庭成员信息姓名 成员信息姓名 基本信息姓名 基本情况姓名',
  relation:
    '与户主的关系 和户主关系 和户主的关系 同户主关系 跟户主关系 户主关系 家庭关系 关系 称谓 与户主之关系 ' +
    '与户主 同户主的关系 成员关系',
  gender: '男女',
  birthYear: '出生年 出生日期 出生年月 出生年月日 出生时间 出生 生日 生年 出生年度',
  phone:
    '手机 手机号码 电话 电话号 电话号码 联系电话 联系方式 联系手机 联系号码 移动电话 本人电话 本人手机 ' +
    '本人手机号 手机电话 联系电话手机',
  job: '职务 村内职务 担任职务 任职 任职情况 身份职务 村内身份',
  relatives: '近亲 近亲户号 近亲属 近亲属户号 村内近亲户号 村内近亲属 村内近亲属户号 近亲属户',
  residence: '常住 居住类型 居住情况 常住情况 常住类别 居住类别',
  note: '说明 备考 附注 备注说明 其他 其它',
  /** Counted by the sheet itself: nobody needs it, and it tells nothing of anybody. */
  serial: '序号 序 顺序号 序列号 行号 编号 no num number',
};

const columnByWord = new Map<string, RegisterColumn | 'serial'>();
for (const column of [...registerColumns, 'serial'] as const) {
  if (column !== 'serial') columnByWord.set(registerHeadings[column], column);
  for (const word of otherWords[column].split(' ')) columnByWord.set(word, column);
}

const onlyLetters = (text: string) => text.replace(/[^\p{L}]/gu, '').toLowerCase();

/** The letters of a heading as it is shown, with what stands in brackets or without. */
function readings(heading: string): string[] {
  const plain = heading.normalize('NFKC');
  const bare = plain.replace(/[([【〔].*?[)\]】〕]/gu, '');
  return [onlyLetters(bare), onlyLetters(plain)];
}

/** Which column a heading means, however the office words it; null for one nobody needs. */
export function columnOf(heading: string): RegisterColumn | 'serial' | null {
  for (const reading of readings(heading)) {
    const column = columnByWord.get(reading);
    if (column) return column;
  }
  return null;
}

/** Whether the office calls a column otherwise than the template does. */
export function isRenamed(heading: string, column: RegisterColumn): boolean {
  return !readings(heading).includes(registerHeadings[column]);
}
