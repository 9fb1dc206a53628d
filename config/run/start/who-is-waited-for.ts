import { exchange, people, points } from '../../../src/contracts';
import type { InputOf } from '../../../src/contracts/contract';
import type { Actor, CloudClient } from '../cloud-client';
import type { CastMember } from '../sample';

type View = InputOf<typeof points.listRecords>['view'];
/** How much waits, and how a person is told so. */
type Queue = { count: (actor: Actor, person: CastMember) => Promise<number>; words: string };

/** What waits for somebody, as their own phone would list it. */
const records = (view: View, words: string): Queue => ({
  words,
  async count(actor) {
    const answer = await actor.call(points.listRecords, { view });
    return answer.ok ? answer.value.records.length : 0;
  },
});

const joins: Queue = {
  words: '有 # 家等加入',
  async count(actor) {
    const answer = await actor.call(people.listJoinRequests, {});
    return answer.ok ? answer.value.requests.length : 0;
  },
};

const offices: Queue = {
  words: '有 # 条任职或离任等确认',
  async count(actor) {
    const answer = await actor.call(people.listOfficeActs, {});
    return answer.ok ? answer.value.acts.length : 0;
  },
};

const joining: Queue = {
  words: '还没加入',
  async count(actor) {
    const answer = await actor.call(people.whoAmI, {});
    return answer.ok && answer.value.me === null ? 1 : 0;
  },
};

function ordersOf(shopId: string): Queue {
  return {
    words: '有 # 单等取货',
    async count(actor) {
      const answer = await actor.call(exchange.listShopOrders, { shopId });
      return answer.ok ? answer.value.waiting.length : 0;
    },
  };
}

function queuesOf({ job }: CastMember, shopId: string): Queue[] {
  switch (job) {
    case 'cadre':
      return [
        records('to-check', '有 # 条等核对'),
        records('review-late', '有 # 条评议过了期限'),
        records('to-notice', '有 # 条等公示'),
        joins,
        offices,
      ];
    case 'panel':
      return [records('to-review', '被抽中,有 # 条等评议')];
    case 'supervisor':
      return [
        records('to-cosign', '有 # 条等联签'),
        records('objections', '有 # 条异议等答复'),
        offices,
      ];
    case 'keeper':
      return [ordersOf(shopId)];
    case 'second-administrator':
      return [offices];
    case 'resident':
      return [joining];
  }
}

/** What waits for each of these people right now, in words; who has nothing to do is left out. */
export async function whoIsWaitedFor(
  client: CloudClient,
  cast: readonly CastMember[],
  shopId: string,
): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  // One after the other: the phones themselves must not wait behind this.
  for (const person of cast) {
    const words: string[] = [];
    for (const queue of queuesOf(person, shopId)) {
      const count = await queue.count(client.as(person.openid), person);
      if (count > 0) words.push(queue.words.replace('#', String(count)));
    }
    if (words.length > 0) found[person.openid] = words.join(',');
  }
  return found;
}
