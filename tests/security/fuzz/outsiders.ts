import type { Identity } from '../../../cloudfunctions/runtime/caller';
import type { Fields } from '../../../local-cloud/engine';
import type { FunctionName } from '../../../src/contracts/contract';
import { recordView } from '../../../src/contracts/records';
import type { DeedRecord } from '../../../src/domain/records/types';
import { cardOf, type EveryAction } from '../../proof/cards';
import type { ProofTown } from '../../proof/town';
import { headOpenid, testShopId } from '../../support/town';
import type { Platform } from '../authority-platform';
import { canary } from './hostile';

/** People who send nothing in the fuzz, so whatever they read of it is somebody else’s. */
const readers: Identity[] = [
  { kind: 'nobody' },
  { kind: 'wechat', openid: 'reads-only' },
  { kind: 'wechat', openid: headOpenid(1, 15) },
  { kind: 'wechat', openid: headOpenid(2, 8) },
];

/** What is published is there to be read by all. */
export const publishesTexts = (each: EveryAction): boolean =>
  (cardOf(each).publishes.texts ?? []).length > 0;

type Read = [functionName: FunctionName, action: string, input: object];

function readsOf({ engine }: ProofTown): Read[] {
  const ids = (collection: string) => engine.find(collection).map(({ _id }) => _id);
  const villages = ['v01', 'v02'].flatMap((villageId): Read[] => [
    ['people', 'read-village', { villageId }],
    ['people', 'find-households', { villageId, search: canary }],
    ['points', 'list-items', { villageId }],
    ['points', 'read-board', { villageId }],
    ['exchange', 'list-shops', { villageId }],
    ['lists', 'list-matters', { villageId }],
  ]);
  return [
    ...villages,
    ['people', 'list-villages', {}],
    ['people', 'list-join-requests', {}],
    ['people', 'read-today', {}],
    ['people', 'list-late', {}],
    ['people', 'who-am-i', {}],
    ['exchange', 'list-goods', { shopId: testShopId }],
    ['exchange', 'list-shop-orders', { shopId: testShopId }],
    ['exchange', 'list-orders', {}],
    ['points', 'read-account', {}],
    ['points', 'read-statement', {}],
    ...recordView.options.map((view): Read => ['points', 'list-records', { view }]),
    ...ids('records').map((recordId): Read => ['points', 'read-record', { recordId }]),
    ...ids('orders').map((orderId): Read => ['exchange', 'read-order', { orderId }]),
  ];
}

const withReason = <T extends object>(each: T): T => ({ ...each, reason: canary });

/** What is already there in people’s own words is made the canary too. */
export async function plantIn({ engine }: ProofTown): Promise<void> {
  const openids = readers.flatMap((reader) => (reader.kind === 'wechat' ? [reader.openid] : []));
  const living = engine.find('persons').filter(({ openid }) => openids.includes(String(openid)));
  for (const stored of engine.find('records')) {
    const record = stored as unknown as DeedRecord;
    // Households that read may read their own, wherever they live by now.
    if (living.some((reader) => reader.householdId === record.householdId)) continue;
    const steps = record.steps.map(withReason);
    const votes = record.votes.map(withReason);
    const planted = { ...record, note: canary, steps, votes };
    await engine.set('records', stored._id, planted as unknown as Fields);
  }
}

/** Where something private that was typed comes up in somebody else’s answer. */
export async function leaksTo(
  each: EveryAction,
  town: ProofTown,
  platform: Platform,
): Promise<string[]> {
  if (publishesTexts(each)) return [];
  const problems: string[] = [];
  for (const [functionName, action, input] of readsOf(town)) {
    for (const reader of readers) {
      const answer = await platform(functionName, { action, input }, reader);
      const isMentioned = answer.ok && JSON.stringify(answer.value).includes(canary);
      if (isMentioned) problems.push(`${each.name}: others read it by ${action}`);
    }
  }
  return problems;
}
