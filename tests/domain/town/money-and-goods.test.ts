import type { HeldRole, Role } from '../../../src/domain/people/types';
import { mustNotBookMoney, mustNotKeepGoods } from '../../../src/domain/town/money-and-goods';
import { refusalOf } from '../kernel/refusal-of';

const held = (...roles: Role[]): HeldRole[] =>
  roles.map((role) => ({ role, place: 'there', placeName: '那里' }));

test('nobody who may book money brings goods in, also as a keeper; a loss they may book', () => {
  const refused = {
    code: 'books-the-money',
    message: '管钱的人不记进货,也不往上盘点。请店里的管理员点了货来记。',
  };
  expect(refusalOf(() => mustNotBookMoney(held('town-admin'), 1))).toEqual(refused);
  expect(refusalOf(() => mustNotBookMoney(held('keeper', 'town-admin'), 1))).toEqual(refused);
  for (const change of [0, -1]) mustNotBookMoney(held('keeper', 'town-admin'), change);
  mustNotBookMoney(held('keeper', 'cadre'), 1);
});

test('nobody who keeps a shelf books what was spent on goods; what came in they may', () => {
  const refused = {
    code: 'keeps-the-goods',
    message: '管货的人不登记买货花的钱。请把单据交给另一位镇管理员登记。',
  };
  const both = held('town-admin', 'keeper');
  expect(refusalOf(() => mustNotKeepGoods(both, 'spent-on-goods'))).toEqual(refused);
  mustNotKeepGoods(both, 'donation');
  mustNotKeepGoods(held('town-admin', 'cadre'), 'spent-on-goods');
});
