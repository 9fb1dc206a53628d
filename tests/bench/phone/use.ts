import { tapEnabled } from '../../weapp/harness/tap-enabled';
import type { SetDataStats } from '../../weapp/harness/types';
import { costOf, openAt } from './drive';
import type { Stage } from './pages';

export type StepCost = SetDataStats & { step: string };
/** One keystroke in a field. */
export type KeyCost = StepCost & { field: string };

type Field = { page: string; label: string; text: string; before?: string };

/** Where a villager types: what filters as one types, a name, and a free text. */
const fields: readonly Field[] = [
  { page: 'packages/find/index', label: '要找什么', text: '我妈还活着的证明' },
  {
    page: 'packages/join/index',
    label: '您的姓名',
    text: '王小花',
    before: '填户号和姓名',
  },
  {
    page: 'packages/record/declare/index',
    label: '说明',
    text: '和邻居一起',
    before: '邻里代办',
  },
];

async function typeInto(stage: Stage, field: Field): Promise<KeyCost[]> {
  const phone = await openAt(stage, field.page);
  try {
    if (field.before !== undefined) {
      await phone.tap(phone.byRole('button', { name: field.before, exact: false, nth: 0 }));
    }
    const place = phone.byCss(`[aria-label="${field.label}"]`);
    await phone.one(place);
    await costOf(phone);
    const costs: KeyCost[] = [];
    for (let length = 1; length <= field.text.length; length += 1) {
      await phone.input(place, field.text.slice(0, length));
      const step = `${field.label} ${length}`;
      costs.push({ field: field.label, step, ...(await costOf(phone)) });
    }
    return costs;
  } finally {
    await phone.close();
  }
}

/** One row a keystroke, in the fields people type into most. */
export async function typingCosts(stage: Stage): Promise<KeyCost[]> {
  const costs: KeyCost[] = [];
  for (const field of fields) costs.push(...(await typeInto(stage, field)));
  return costs;
}

/** From the shelf to the order and back: the steps that carry most at once. */
export async function orderingCosts(stage: Stage): Promise<StepCost[]> {
  const phone = await openAt(stage, 'pages/shop/index');
  const costs: StepCost[] = [];
  const after = async (step: string) => {
    costs.push({ step, ...(await costOf(phone)) });
  };
  try {
    await costOf(phone);
    await phone.tap(phone.byRole('button', { name: '换1块香皂' }));
    await after('basket');
    await phone.tap(phone.byRole('button', { name: '下单' }));
    await phone.waitFor('就换这些?');
    await after('sheet');
    await tapEnabled(phone, '下单', 0);
    await phone.waitForPage('packages/exchange/order/index');
    await phone.waitFor('给店里扫这个码');
    await after('order');
    await phone.back();
    await phone.waitForPage('pages/shop/index');
    await after('shop after ordering');
    return costs;
  } finally {
    await phone.close();
  }
}
