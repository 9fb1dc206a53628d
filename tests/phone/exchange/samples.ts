import type { OpenedOrder, Order } from '../../../src/components/order-look';
import type { Goods, Shop } from '../../../src/pages/shop/basket';

export const orderId = '01JDBX0000000000000000000B';
export const otherOrderId = '01JDBX0000000000000000000C';

export const shop: Shop = {
  shopId: 'shop-v03',
  name: '示例三嘎查积分超市',
  kind: 'own',
  address: '党群服务中心一楼',
  hours: '周二、周五 9:00–16:00',
  villageNames: ['示例三嘎查'],
};

export const otherShop: Shop = {
  ...shop,
  shopId: 'shop-v07',
  name: '联建积分超市',
  kind: 'shared',
  villageNames: ['示例七嘎查', '示例八嘎查'],
};

export function goods(part: Partial<Goods> & { goodsId: string; name: string }): Goods {
  return { unit: '块', points: 5, kind: 'goods', available: 20, ...part };
}

export const soap = goods({ goodsId: 'soap', name: '香皂' });
export const salt = goods({ goodsId: 'salt', name: '盐', unit: '袋', points: 8, available: 2 });
export const rice = goods({ goodsId: 'rice', name: '大米', unit: '袋', points: 35 });
export const towel = goods({ goodsId: 'towel', name: '毛巾', unit: '条', available: 0 });

const waiting = ['open-pickup', 'cancel-order', 'cancel-for-shop'].map((action) => ({
  action,
  label: '',
}));

/** A line of a list. */
export function order(part: Partial<Order> = {}): Order {
  return {
    orderId,
    state: 'placed',
    stateLabel: '待取货',
    next: '12月1日前到店取,过期自动退分',
    shopId: shop.shopId,
    shopName: shop.name,
    householdNumber: 17,
    householdName: '张*',
    lines: [{ goodsId: 'soap', name: '香皂', unit: '块', count: 2, points: 5 }],
    points: 10,
    placedAtMs: Date.UTC(2026, 10, 23, 2),
    // The first millisecond of 2 December at +08:00.
    expiresAtMs: Date.UTC(2026, 11, 1, 16),
    endedAtMs: null,
    ...part,
  };
}

/** One order by itself: while it waits there is something to be done with it. */
export function openedOrder(part: Partial<OpenedOrder> = {}): OpenedOrder {
  const { offered, ...line } = part;
  const opened = order(line);
  return { ...opened, offered: offered ?? (opened.state === 'placed' ? waiting : []) };
}

export const handedOver: Partial<Order> = {
  state: 'handed-over',
  stateLabel: '已取货',
  next: '11月23日已取走,用了 10 分',
  endedAtMs: Date.UTC(2026, 10, 23, 3),
};

/** While the shop's scan stands nobody else ends it. */
export const beingHandedOver: Partial<OpenedOrder> = {
  next: '店里扫了码,正在交货;没交成的话,14:36以后可以退分',
  offered: [],
};

export const cancelled: Partial<Order> = {
  state: 'cancelled',
  stateLabel: '已取消',
  next: '11月23日取消,10 分已退回',
  endedAtMs: Date.UTC(2026, 10, 23, 3),
};
