/** Pages that people ask for by what they do there. */
export const pageWords = `
points 我的积分
 有多少分 几分了 查积分 积分明细 剩+分 分+没到账 少了分
board 公开栏
 公示 红榜 谁得了分
shop 积分超市
 换东西 兑换 超市在哪 能换什么
join 加入本村
 登录 绑定 加入
card 我家的户码卡
 户码 二维码 户卡 卡+丢
paper 报码查
 报码 真假 纸上+码
offices 村里谁管事
 村干部+谁/电话 主任+谁/电话 负责人
erase 删掉我的信息
 删除 账号 隐私
`;
