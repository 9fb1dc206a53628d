/**
 * Words that mean the same to whoever asks, written as the first of them before anything is
 * compared: kin, dialect, ways of miswriting. A line a word.
 */
const alike = `
孩子 娃娃 小娃 小孩 孩儿 娃 闺女 丫头 小子 儿子 女儿 崽
吵架 拌嘴 干仗 干架 掐架 吵吵 闹仗 骂架 嚷仗 嚷架 红脸 顶牛 吵嘴 打吵
爸 爹 父亲 老爷子
妈 娘 母亲 老太太
公公 老公公
媳妇 老婆 婆姨
牲畜 牲口 牲灵 头牯
邻居 隔壁 邻里 街坊 邻家
草场 草牧场 草滩 草地 牧场
土地 田地
证明 证名 正明
低保 底保 地保 抵保
五保 五宝
误工 务工费
宅基地 宅鸡地 宅机地
打扫 打掃 拾掇 归置
村 嘎查 大队 生产队 苏木
派出所 公安局 公安
骗 忽悠 坑
手机 电话机
钱 票子 块钱
干部 村官
补贴 补助 津贴
去世 过世 逝世 老了人 没气了
厕所 茅厕 茅房 茅坑
玉米 苞米 棒子
做 整
户口 户籍 户囗
帮 帮忙 帮着 帮助
拿 取
洗衣服 洗衣裳
账 帐
家暴 家爆
健在 建在 健再
秸秆 秸杆
残疾 残急 残级
`;

/** Words that say nothing of what somebody looks for. */
const empty = `
怎么办 怎么弄 怎么 咋办 咋整 咋弄 咋 如何 怎样 哪里 哪儿 上哪 去哪 找谁 找哪 什么 啥样 啥 甚 多少 一个 一下 一张 一次
请问 需要 想要 我想 我要 俺 咱家 咱们 咱 我们 我家 我 你 您 能不能 可不可以 可以 能 办理 手续 的 了 吗 呢 吧 啊 呀 嘛 给 在
今天 明天 昨天 是不是 有没有 就 都 也 还 这 那 个 要 想 去 到 和 跟 把 让 有 又 着 过
`;

const lines = (text: string) => text.trim().split('\n');

const wordsOf = (text: string) => text.trim().split(/\s+/);

const longestFirst = (a: string, b: string) => b.length - a.length;

const canonical = new Map(
  lines(alike).flatMap((line) => {
    const [first, ...others] = wordsOf(line);
    return others.map((other): [string, string] => [other, first ?? other]);
  }),
);

const alikePattern = new RegExp([...canonical.keys()].sort(longestFirst).join('|'), 'g');

const emptyPattern = new RegExp(wordsOf(empty).sort(longestFirst).join('|'), 'g');

/** A plain text with one word for what is alike: all words of a book at once. */
export function foldAlike(text: string): string {
  return text.replace(alikePattern, (word) => canonical.get(word) ?? word);
}

/** A phrase as it is compared: one width, small letters, no marks, one word for what is alike. */
export function foldPhrase(phrase: string): string {
  const plain = phrase.normalize('NFKC').toLowerCase();
  return foldAlike(plain.replace(/[^a-z0-9\u3400-\u9fff]/g, ''));
}

/** A place of a folded phrase is true where a word stands that says nothing. */
export function emptyPlaces(folded: string): boolean[] {
  const places = new Array<boolean>(folded.length).fill(false);
  folded.replace(emptyPattern, (word, at: number) => {
    places.fill(true, at, at + word.length);
    return word;
  });
  return places;
}
