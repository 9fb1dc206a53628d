import {
  everybody,
  here,
  notOneself,
  oneself,
  ownHousehold,
  type Policies,
  town,
} from './authority-policy-words';

const ofTheShop = { keeper: here, ...town };

export const exchangePolicy: Policies = {
  'exchange.list-shops': { who: 'everybody', may: everybody },
  'exchange.list-goods': { who: 'everybody', may: everybody },
  'exchange.place-order': {
    who: 'residents, with their own points at a shop of their village',
    may: { resident: { ...oneself, 'other-village': 'shop-not-for-village' } },
  },
  'exchange.cancel-order': { who: 'the household itself', may: { resident: ownHousehold } },
  'exchange.list-orders': { who: 'residents, of their own household', may: { resident: oneself } },
  'exchange.read-order': {
    who: 'the household, and keepers of the shop',
    may: { resident: ownHousehold, keeper: here },
  },
  'exchange.issue-pickup-code': { who: 'the household itself', may: { resident: ownHousehold } },
  'exchange.open-pickup': {
    who: 'keepers of the shop, not for oneself; a keeper elsewhere hears where',
    may: {
      keeper: {
        ...notOneself,
        ...{ 'other-village': 'other-shop', 'other-shop': 'other-shop', none: 'other-shop' },
      },
    },
  },
  'exchange.hand-over': {
    who: 'keepers of the shop, not for oneself',
    may: { keeper: notOneself },
  },
  'exchange.cancel-for-shop': {
    who: 'keepers of the shop, not for oneself',
    may: { keeper: notOneself },
  },
  'exchange.list-shop-orders': { who: 'keepers of the shop, and the town', may: ofTheShop },
  'exchange.read-stock': { who: 'keepers of the shop, and the town', may: ofTheShop },
  'exchange.move-stock': {
    who: 'keepers of the shop; the town, which pays for the goods, brings none in',
    may: { keeper: here, 'town-admin': 'books-the-money' },
  },
  'exchange.offer-goods': { who: 'keepers of the shop, and the town', may: ofTheShop },
};
