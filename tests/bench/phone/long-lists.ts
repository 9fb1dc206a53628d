import type { OutboxItem } from '../../../src/client/outbox';
import { dayOf } from '../../../src/domain/kernel/time';
import { openWeapp, type Weapp } from '../../weapp/harness';
import { tapEnabled } from '../../weapp/harness/tap-enabled';
import { costOf, dist, openAt } from './drive';
import { commonName, oneOf } from './fill';
import type { Stage } from './pages';
import type { StepCost } from './use';

/** Something that happens on a page; what it costs the bridge is counted once it is at rest. */
type Step = readonly [name: string, act: (phone: Weapp, stage: Stage) => Promise<unknown>];

const tap = (phone: Weapp, name: string, exact = true) =>
  phone.tap(phone.byRole('button', { name, exact, nth: 0 }));
const field = (phone: Weapp, label: string) => phone.byCss(`[aria-label="${label}"]`);

/** Long lists in use: each step unfolds one, or moves, adds or takes away a row of it. */
const walks: readonly (readonly [page: string, ...steps: Step[]])[] = [
  [
    'pages/board/index',
    ['unfold a notice', (phone) => tap(phone, '看全部 30 条')],
    ['open the villages', (phone) => tap(phone, '换一个嘎查村', false)],
    ['close the villages', (phone) => tap(phone, '关上')],
  ],
  [
    'pages/points/index',
    [
      'a pending record ended',
      async (phone, { engine }) => {
        const ended = { $set: { state: 'withdrawn', open: false } };
        await engine.update('records', { _id: oneOf.pending }, ended);
        await phone.pullDown();
      },
    ],
  ],
  ['pages/lists/index', ['open one list', (phone) => tap(phone, '依法协助政府', false)]],
  [
    'packages/work/joins/index',
    ['ask before one joins', (phone) => tap(phone, '不是这一户的', false)],
    ['one was turned down', (phone) => tapEnabled(phone, '不同意')],
  ],
  [
    'packages/work/queue/index',
    ['look further', (phone) => tap(phone, '看后面的')],
    [
      'what waits for notice',
      (phone) => phone.tap(phone.byRole('tab', { name: '公示', exact: false })),
    ],
    ['look further at it', (phone) => tap(phone, '看后面的')],
  ],
  ['packages/exchange/orders/index', ['look further', (phone) => tap(phone, '看更早的')]],
  [
    'packages/keeper/home/index',
    [
      'an order was handed over',
      async (phone, { engine, client }) => {
        const endedAtMs = await client.nowMs();
        const ended = { state: 'handed-over', endedAtMs, endedDay: dayOf(endedAtMs) };
        await engine.update('orders', { _id: oneOf.waitingOrders }, { $set: ended });
        await phone.pullDown();
      },
    ],
  ],
  [
    'packages/keeper/stock/index',
    ['open goods', (phone) => tap(phone, ',记进货、报损或盘点', false)],
    [
      'goods came in',
      async (phone) => {
        await phone.input(field(phone, '进了多少(块)'), '50');
        await tapEnabled(phone, '记下');
      },
    ],
  ],
  [
    'packages/record/record/index',
    [
      'find households',
      async (phone) => {
        await phone.input(field(phone, '或输户号、姓名'), commonName);
        await tap(phone, '找');
      },
    ],
  ],
];

async function take(phone: Weapp, stage: Stage, page: string, steps: readonly Step[]) {
  const costs: StepCost[] = [];
  await costOf(phone);
  for (const [name, act] of steps) {
    await act(phone, stage);
    costs.push({ step: `${page}: ${name}`, ...(await costOf(phone)) });
  }
  const errors = await phone.errors();
  if (errors.length > 0) throw new Error(`${page}: ${errors.join('; ')}`);
  return costs;
}

const photosOfItem = 6;
/** An outbox has no limit: a month of a cadre without network. */
const itemsAtMost = 300;
const outboxPage = 'packages/record/outbox/index';

/** What a cadre recorded out of reach of any network, half of it refused when it was sent. */
function outboxOf(stage: Stage, count: number): OutboxItem[] {
  return Array.from({ length: count }, (_, index) => {
    const kept = Array.from({ length: photosOfItem }, (__, number) => `${index}-${number}`);
    const refused = index % 2 === 0;
    return {
      kind: 'record',
      household: { villageId: stage.villageId, found: '12', householdNumber: 12 },
      input: { itemId: 'plant-trees', day: '2026-11-20' },
      commandId: `outbox-${index}`,
      label: '12号户 包* 清理河道草场垃圾 +3',
      madeAtMs: index,
      photos: kept.map((name) => ({
        kept: `wxfile://usr/${name}.jpg`,
        path: 'evidence/a.jpg',
        announcedAtMs: null,
        fileId: null,
      })),
      state: refused ? 'refused' : 'waiting',
      error: refused
        ? { code: 'day-not-allowed', message: '日期要在 10月24日 到今天之间,请改一下日期。' }
        : null,
    };
  });
}

async function outboxCosts(stage: Stage, count: number): Promise<StepCost[]> {
  const outbox = outboxOf(stage, count);
  const phone = await openWeapp({
    dist,
    openid: stage.cast.cadre.openid,
    launch: { path: outboxPage },
    storage: { outbox },
    files: outbox.flatMap(({ photos }) => photos.map(({ kept }) => kept)),
  });
  try {
    await phone.waitFor('没收下');
    const open = { step: `${outboxPage}: opened full`, ...(await costOf(phone)) };
    const steps: Step[] = [
      ['ask before one is dropped', (on) => tap(on, '不要了')],
      ['one was dropped', (on) => tapEnabled(on, '删掉')],
    ];
    return [open, ...(await take(phone, stage, outboxPage, steps))];
  } finally {
    await phone.close();
  }
}

/** What it costs to use the long lists of a village that was filled with so many rows. */
export async function longListCosts(stage: Stage, rows: number): Promise<StepCost[]> {
  const costs: StepCost[] = [];
  for (const [page, ...steps] of walks) {
    const phone = await openAt(stage, page);
    try {
      costs.push(...(await take(phone, stage, page, steps)));
    } finally {
      await phone.close();
    }
  }
  return [...costs, ...(await outboxCosts(stage, Math.min(rows, itemsAtMost)))];
}
