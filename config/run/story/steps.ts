import { exchange, lists, people, points, wechat } from '../../../src/contracts';
import { dayOf } from '../../../src/domain/kernel/time';
import type { CloudClient } from '../cloud-client';
import type { SampleCast } from '../sample';
import { checkRecord, letTheDrawFall, openNotice, reviewRecord } from '../seed/carry';
import { drawnPhoto } from '../seed/photo';
import { holds, same } from './check';

export type Story = {
  client: CloudClient;
  cast: SampleCast;
  shopId: string;
  goodsId: string;
  id: (label: string) => string;
  /** What earlier steps made. */
  made: { declared?: string; recorded?: string; orderId?: string; usedCode?: string };
};

/** One step: what it does in a sentence, and a line on what came of it. */
export type Step = { title: string; play(story: Story): Promise<string> };

const dayMs = 86_400_000;
const newcomer = (story: Story) => story.client.as(story.cast.notYetJoined.openid);

async function householdOf(story: Story): Promise<string> {
  const { me } = await newcomer(story).must(people.whoAmI, {});
  return needed(me?.householdId);
}

function needed(value: string | undefined): string {
  holds(value, '前面的步骤没有留下编号');
  return value;
}

const scanAndJoin: Step = {
  title: '居民扫村口的码,核对手机号,加入本村',
  async play(story) {
    const { villageId, householdNumber, name, phone } = story.cast.notYetJoined;
    const resident = newcomer(story);
    const scene = `v=${villageId}`;
    const village = await resident.must(people.readVillage, { villageId: scene.slice(2) });
    const token = await resident.must(wechat.readPhoneNumber, { code: `phone:${phone}` });
    const { phoneToken } = token;
    const input = { villageId, householdNumber, name, phoneToken, namesShown: true };
    const { state } = await resident.must(people.join, input);
    same(state, 'joined', '加入');
    const { me } = await resident.must(people.whoAmI, {});
    same(me?.householdNumber, householdNumber, '户号');
    return `${village.name} ${householdNumber}号户`;
  },
};

const declare: Step = {
  title: '居民申报一件好事,带一张照片',
  async play(story) {
    const resident = newcomer(story);
    const path = `evidence/${story.id('story photo')}.png`;
    const photos = [await resident.upload(path, drawnPhoto(1))];
    const day = dayOf(await story.client.nowMs());
    const input = { itemId: 'plant-trees', day, photos };
    const first = await resident.must(points.declareDeed, input, story.id('declare'));
    const again = await resident.must(points.declareDeed, input, story.id('declare'));
    same(again, first, '同一次申报送两遍');
    same(first.state, 'waiting-check', '申报后的状态');
    story.made.declared = first.recordId;
    return `植树治沙 +${first.points},等核对;网不好又送了一遍,还是一条`;
  },
};

const record: Step = {
  title: '干部现场扫户码,再记一件',
  async play(story) {
    const { villageId } = story.cast.cadre;
    const cadre = story.client.as(story.cast.cadre.openid);
    const { cardText } = await newcomer(story).must(people.readHouseholdCard, {});
    const found = await cadre.must(people.findHouseholds, { villageId, search: cardText });
    const [household] = found.households;
    const householdId = await householdOf(story);
    same(household?.householdId, householdId, '户码指的户');
    const day = dayOf(await story.client.nowMs());
    const input = {
      householdId,
      itemId: 'grassland-fire-watch',
      day,
      photos: [],
    };
    const { recordId, points: amount } = await cadre.must(points.recordDeed, input);
    const own = await cadre.call(points.checkRecord, { recordId, accept: true });
    same(own.ok ? 'ok' : own.error.code, 'recorder-may-not-decide', '记的人自己核对');
    story.made.recorded = recordId;
    return `${household?.householdNumber}号户 草原防火值守 +${amount};记的人自己核对被拦下`;
  },
};

const check: Step = {
  title: '另一名干部核对两条',
  async play(story) {
    for (const recordId of [needed(story.made.declared), needed(story.made.recorded)]) {
      await checkRecord(story, recordId);
    }
    return '都核对通过,可以抽的人当天就定死';
  },
};

const draw: Step = {
  title: '第二天早上,用承诺的种子和全镇当夜的留底抽评议员',
  async play(story) {
    await letTheDrawFall(story.client);
    const recordId = needed(story.made.declared);
    const { record: line } = await newcomer(story).must(points.readRecord, { recordId });
    same(line.state, 'waiting-review', '抽签后的状态');
    return line.next;
  },
};

const review: Step = {
  title: '抽中的评议员评议',
  async play(story) {
    const first = await reviewRecord(story, needed(story.made.declared));
    const second = await reviewRecord(story, needed(story.made.recorded));
    holds(first.votes * 2 > first.votesNeeded, '过半数同意才算通过');
    return `先表态的 ${first.votesNeeded} 位说了算,${first.votes}、${second.votes} 票同意就过半`;
  },
};

const publish: Step = {
  title: '公示 5 天,没登录的人只看到事项和分数',
  async play(story) {
    const { villageId } = story.cast.cadre;
    const records = [needed(story.made.declared), needed(story.made.recorded)];
    const { noticeId, closesAtMs } = await openNotice(story, records);
    const read = async (openid: string) => {
      const asked = { villageId, noticeId };
      const board = await story.client.as(openid).must(points.readBoard, asked);
      return board.notices.find((notice) => notice.noticeId === noticeId);
    };
    const outside = await read('sample-passer-by');
    const inside = await read(story.cast.resident.openid);
    same(
      outside?.lines.map((line) => line.household),
      [null, null],
      '外人看到的户',
    );
    holds(
      inside?.lines.every((line) => line.household !== null),
      '本村人应看到是哪一户',
    );
    return `公示到 ${dayOf(closesAtMs - 1)};本村人看到 ${inside?.lines[0]?.household}`;
  },
};

const post: Step = {
  title: '过 6 天,没有异议,入账',
  async play(story) {
    const before = await newcomer(story).must(points.readAccount, {});
    await story.client.advance(6 * dayMs);
    await story.client.timer('close-notices');
    const after = await newcomer(story).must(points.readAccount, {});
    same(after.spendable - before.spendable, 10, '入账的兑换分');
    same(after.honour - before.honour, 10, '入账的荣誉分');
    const { lines } = await newcomer(story).must(points.readStatement, {});
    const line = lines.find((each) => each.recordId === story.made.declared);
    holds(line && line.why.length > 0, '明细要说得清为什么');
    return `兑换分 ${after.spendable},荣誉分 ${after.honour};“${line.why[0]}”`;
  },
};

const order: Step = {
  title: '居民下单换一块香皂',
  async play(story) {
    const resident = newcomer(story);
    const { shopId, goodsId } = story;
    const { goods } = await resident.must(exchange.listGoods, { shopId });
    const price = goods.find((each) => each.goodsId === goodsId)?.points ?? 0;
    const wish = (count: number) => ({
      ...{ shopId, lines: [{ goodsId, count }], points: count * price },
    });
    const placed = await resident.must(exchange.placeOrder, wish(1));
    const { held } = await resident.must(points.readAccount, {});
    same(held, placed.points, '占用的分');
    const tooMuch = await resident.call(exchange.placeOrder, wish(9));
    same(tooMuch.ok ? 'ok' : tooMuch.error.code, 'points-not-enough', '分不够时下单');
    story.made.orderId = placed.orderId;
    return `占用 ${placed.points} 分;再换 9 块被拦下:“${tooMuch.ok ? '' : tooMuch.error.message}”`;
  },
};

const handOver: Step = {
  title: '管理员扫取货码,交货;旧码再扫不算',
  async play(story) {
    const keeper = story.client.as(story.cast.keeper.openid);
    const orderId = needed(story.made.orderId);
    const { code } = await newcomer(story).must(exchange.issuePickupCode, { orderId });
    await keeper.must(exchange.openPickup, { code });
    const done = await keeper.must(exchange.handOver, { orderId });
    same(done.state, 'handed-over', '交货后的状态');
    const replay = await keeper.call(exchange.openPickup, { code });
    holds(!replay.ok, '用过的取货码不能再用');
    return `已交给 ${done.householdNumber}号户;再扫旧码:“${replay.ok ? '' : replay.error.message}”`;
  },
};

const readList: Step = {
  title: '村民打开清单,看一个事项和它的流程图',
  async play(story) {
    const { villageId } = story.cast.cadre;
    const reader = story.client.as('sample-passer-by');
    const { counts, matters, wallVersion } = await reader.must(lists.listMatters, { villageId });
    const key = matters.find((matter) => matter.list === 'assist-government')?.key;
    const found = await reader.must(lists.readMatter, { villageId, key: needed(key) });
    holds(found.flowChart.svg.startsWith('<svg'), '事项要有流程图');
    holds(found.flowChart.inWords.length > 1, '流程图要能念出来');
    const total = counts.reduce((sum, { count }) => sum + count, 0);
    const { name, steps: boxes } = found.matter;
    return `四张清单 ${total} 项,上墙第 ${wallVersion} 版;${name}共 ${boxes.length} 步`;
  },
};

const verify: Step = {
  title: '给当天的账留底,核验这一户的账本',
  async play(story) {
    await story.client.timer('seal-day');
    const householdId = await householdOf(story);
    const result = await newcomer(story).must(points.verifyAccount, { householdId });
    holds(result.sound, result.message);
    return `${result.entries} 条都对得上,留底到 ${result.sealedDay}`;
  },
};

export const steps: readonly Step[] = [
  scanAndJoin,
  declare,
  record,
  check,
  draw,
  review,
  publish,
  post,
  order,
  handOver,
  readList,
  verify,
];
