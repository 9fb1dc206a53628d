/** One form for reading: half width, small letters, no spaces, one kind of stop between parts. */
export function foldRule(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/g, '')
    .replace(/[,、:"'“”‘’()《》【】[\]]/g, ',')
    .replace(/[;。!?…]/g, ';');
}

/** What a village might do to somebody, or count against them. */
const harms = [
  '罚款|罚金|罚钱|处罚|惩罚|罚',
  '收押金|收取押金|收保证金|押金|保证金|收取?(任何)?费用|收费',
  '扣(除|减|发|留|掉|分|钱)?|减分|减少|降低|倒扣|清零|没收|收回|抵扣|抵|冲抵',
  '停(发|水|电|办|止)|取消|剥夺|暂缓|缓办|拖延|拒绝|拒不|刁难|推诿|限制',
  '挂钩|曝光|黑榜|红黑榜|黑名单|一票否决|末位淘汰|通报|点名|公开批评|示众',
  '歧视|打击报复|报复|打压|追究|株连|连坐|牵连|连带',
  '阻拦|阻挠|拦截|强制|强迫|硬性|摊派|强行|逼|影响|干涉|干预|过问',
  '作为.{0,8}(条件|依据|前提|门槛|标准|理由)|为.{0,4}(条件|依据|前提|门槛)',
  '(计|记|纳|列|算|折|换)(入|成|作|算)|打分|评分|计分|加分|记分|得分|赋分|给分|兑换',
  '看(金额|数额|多少|身份|职务)|论(金额|数额|多少)|比(金额|数额|多少)|公布|排名|排队|评比',
].join('|');
/** How a sentence goes on between the ban and what is banned. */
const links = [
  '交|缴|以|用|因|对|向|把|将|让|拿|借|凭|按|由|任何|通过|随意|擅自|再|给|要求|单独|变相|私自|自行|直接',
  '村民|农户|牧户|村里|村委会|嘎查|各户|本人|家人|他人|个人|设|搞|实行|采取|作出|进行|使用|规定',
  '约定|与|和|跟|同|有|出现|单纯|简单|巧立|收|以任何|额外|重复|就此|仅|只|附加|参与|组织',
].join('|');
const within = '(?:(?!的|者|否则|违|则|就要)[^,;]){0,12}?';

/** A ban on a harm: `不得以罚款`, `禁止一票否决`, `不与低保挂钩`, `不扣分`, `取消罚款`. */
const denials = [
  new RegExp(
    `(?:不得|不能|不准|不许|不可以|不可|不应该?|不要|不用|不必|不需要?|无需|免|不允许|不会|绝不|决不|禁止|严禁|一律不|概不|` +
      `均不|都不|也不|无权|没有权力?|杜绝|反对|避免|防止|不再)` +
      `(?:(?:${links})${within})?(?:${harms})`,
    'g',
  ),
  new RegExp(
    `不(?:予|会|再|给|写|提|有|搞|设|实行|许|被|用|额外|另外?|单独|多|直接|统一)?(?:${harms})`,
    'g',
  ),
  new RegExp(`不(?:因|以|与|和|跟|把|将|拿|对|向|凭|由于|同)${within}(?:${harms})`, 'g'),
  /(?:取消|废除|废止|清理|删除|纠正|停止)(?:了|原来的?|过去的?|以前的?|各种|所有|一切)?(?:罚款|押金|保证金|一票否决|黑榜|黑名单|扣分|连坐)/g,
  /(?:罚款|押金|保证金|一票否决|黑榜|黑名单|扣分).{0,8}(?:取消|废除|废止|删除|删掉|不要了|作废)/g,
  /(?:都|也|一律|均|今后|从来|绝)不(?:再)?收(?!拾)/g,
  /不(?:看|论|计|分|问|管|比|限)(?:捐|金额|数额|钱|多少|身份|职务|信|生|男女|民族|是否|有没有)/g,
  /(?:只|仅)(?:记|计|算)(?:参与|参加|荣誉|次数|一次|\d+分|固定|相同)/g,
];

/** Of whoever did something, that they get none is a harm, and not one that is forbidden. */
const getsNone =
  /(的|者|户|人),?(当月|当季|当年|本季|全年|一律|均|都|就|也)?不(予|再|给)?((加|计|记|得|给|打)分|兑换)/g;

/** The text without the harms it forbids; what is left is what it does. */
export function withoutDenied(folded: string): string {
  const harming = folded.replace(getsNone, '$1扣分');
  return denials.reduce((text, denial) => text.replace(denial, '〇'), harming);
}
