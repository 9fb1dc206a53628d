/** 身份: what a member is in the village, as the register says it. */
export type RegisterJob = '居民' | '嘎查村委员会成员' | '监督委员会成员' | '评议小组成员';
/** 常住类型: newcomers who live here long join like anybody else (plan 三(一)2). */
export type Residence = '本村' | '外来长住';
export type Gender = '男' | '女';

/** One line of the household register: one member. */
export type RegisterRow = {
  villageName: string;
  householdNumber: number;
  headName: string;
  name: string;
  relationToHead: string;
  gender: Gender;
  birthYear: number;
  /** Eleven digits, empty where a person has no phone. */
  phone: string;
  job: RegisterJob;
  /** Households of near relatives in the same village, for conflicts of interest. */
  kinHouseholdNumbers: number[];
  residence: Residence;
  note: string;
};

export type RegisterColumn = {
  heading: string;
  required: boolean;
  explanation: string;
  widthCharacters: number;
  read: (row: RegisterRow) => string | number;
};

/** The columns of the register spreadsheet, in order. */
export const registerColumns: RegisterColumn[] = [
  {
    heading: '嘎查村',
    required: true,
    explanation: '写全名,和镇里开通时的名字一样。',
    widthCharacters: 14,
    read: (row) => row.villageName,
  },
  {
    heading: '户号',
    required: true,
    explanation: '这个嘎查村里的第几户,比如 12;同一户的人写一样的户号。',
    widthCharacters: 8,
    read: (row) => row.householdNumber,
  },
  {
    heading: '户主',
    required: true,
    explanation: '户主的姓名;同一户的每一行都写。',
    widthCharacters: 12,
    read: (row) => row.headName,
  },
  {
    heading: '姓名',
    required: true,
    explanation: '这个人的姓名。',
    widthCharacters: 12,
    read: (row) => row.name,
  },
  {
    heading: '与户主关系',
    required: true,
    explanation: '户主本人写“户主”,别人写配偶、儿子、女儿、父亲、母亲等。',
    widthCharacters: 12,
    read: (row) => row.relationToHead,
  },
  {
    heading: '性别',
    required: true,
    explanation: '男或女。',
    widthCharacters: 8,
    read: (row) => row.gender,
  },
  {
    heading: '出生年份',
    required: true,
    explanation:
      '四位数字,比如 1980。不要写身份证号。不满 18 岁的只记每户有几个;今年满 18 岁的看备注。',
    widthCharacters: 10,
    read: (row) => row.birthYear,
  },
  {
    heading: '手机号',
    required: false,
    explanation: '11 位数字;没有手机就空着,用户码和代办一样能办。',
    widthCharacters: 16,
    read: (row) => row.phone,
  },
  {
    heading: '身份',
    required: false,
    explanation:
      '居民、嘎查村委员会成员、监督委员会成员、评议小组成员里选一个;空着就是居民。' +
      '这里只算提名:任职要在手机上由两个人登记、确认才算。',
    widthCharacters: 20,
    read: (row) => row.job,
  },
  {
    heading: '村内近亲',
    required: false,
    explanation: '近亲属是哪几户,写户号,用逗号隔开,比如 5,12。核对和评议时要回避。',
    widthCharacters: 14,
    read: (row) => row.kinHouseholdNumbers.join(','),
  },
  {
    heading: '常住类型',
    required: false,
    explanation: '本村或外来长住;空着就是本村。',
    widthCharacters: 12,
    read: (row) => row.residence,
  },
  {
    heading: '备注',
    required: false,
    explanation: '别的要说明的话,不要写病情、收入、银行卡号。今年已经满 18 岁的,写“已满18岁”。',
    widthCharacters: 24,
    read: (row) => row.note,
  },
];
