import { cancelForShop } from './cancel-for-shop';
import { cancelOrder } from './cancel-order';
import { handOver } from './hand-over';
import { issuePickupCode } from './issue-pickup-code';
import { listGoods } from './list-goods';
import { listOrders } from './list-orders';
import { listShopOrders } from './list-shop-orders';
import { listShops } from './list-shops';
import { moveStock } from './move-stock';
import { offerGoods } from './offer-goods';
import { openPickup } from './open-pickup';
import { openPickupByCard } from './open-pickup-by-card';
import { placeOrder } from './place-order';
import { readOrder } from './read-order';
import { readStock } from './read-stock';

export const actions = [
  listShops,
  listGoods,
  placeOrder,
  cancelOrder,
  listOrders,
  readOrder,
  issuePickupCode,
  openPickup,
  openPickupByCard,
  handOver,
  cancelForShop,
  listShopOrders,
  readStock,
  moveStock,
  offerGoods,
];
