/**
 * What must never be scored or taken away: petitions, opinions, religion, births, debts, relatives'
 * offences, the use of apps, and any lawful right (plan 三(一)3: 不得剥夺政府补贴和集体经济收益等).
 */
export type ForbiddenTopic = { topic: string; pattern: RegExp };

export const forbiddenTopics: ForbiddenTopic[] = [
  { topic: '上访、投诉、提意见', pattern: /上访|信访|越级|投诉|举报|闹访|提意见|发表意见/ },
  { topic: '宗教', pattern: /宗教|信教|礼拜|烧香|拜佛/ },
  { topic: '生育', pattern: /生育|二胎|三胎|计生|节育|超生|生孩子/ },
  { topic: '欠债', pattern: /欠债|欠款|欠费|债务|失信|拖欠|贷款/ },
  { topic: '亲属的过错', pattern: /连坐|株连|亲属犯|家属犯|子女犯|家人犯|亲属违法|家人违法/ },
  {
    topic: '用手机应用',
    pattern: /签到|打卡|点赞|转发|登录|注册账号|关注公众号|下载应用|在线时长/,
  },
  { topic: '罚款', pattern: /罚款|罚金|交押金|扣钱/ },
  {
    topic: '补贴和集体收益',
    pattern:
      /(扣|停|取消|剥夺|暂缓|不予).{0,6}(补贴|低保|救助|分红|收益|福利|待遇|粮补|草补)|一票否决/,
  },
];

/**
 * Names the forbidden topics a text touches.
 * @returns topic names, empty when the text is lawful to score
 */
export function topicsForbiddenIn(text: string): string[] {
  return forbiddenTopics.filter(({ pattern }) => pattern.test(text)).map(({ topic }) => topic);
}
