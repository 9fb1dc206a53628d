/** What no command can do or see: it stands only in a console, in DevTools or on paper. */
const byHand: readonly string[] = [
  '密钥 JIFEN_SECRET 另存一份在保险的地方(纸、保险柜),云上的丢了没有别处可找。',
  '套餐里开“超限按量”:不开的话,额度一用完整个环境就停。',
  '云开发控制台 → 监控告警:给资源用量(80%)、云函数出错、数据库慢查询各设一条,发到有人看的手机。',
  '数据库 → 备份与恢复:看定时备份开着、留几天;照 README 的“备份”演练过一次恢复。',
  '用微信开发者工具上传一次 wechat(右键“上传并部署:所有文件”),手机号、小程序码、内容检查和订阅消息的权限只有这样才登记,约 10 分钟生效;wechat 重建过就要再传一次。',
  '公众平台:用户隐私保护指引、类目、备案、基础库最低版本;带位置的还要开通接口。',
  '在手机上真试一遍:加入、记一件、兑换;没有登录的网页叫不动云函数。',
];

/** The list as lines to tick off. */
export function byHandInWords(): string[] {
  return ['只有人能做、这个命令看不到做没做的:', ...byHand.map((each) => `  □ ${each}`)];
}
