import { useState } from 'react';
import type { Pages } from '../../client/use-pages';
import { Card } from '../../components/card';
import { EmptyState } from '../../components/empty-state';
import { Field } from '../../components/field';
import type { Order } from '../../components/order-look';
import { findHouseholds, mostFound } from '../../domain/people/find-household';
import { ShopOrderLine } from './shop-order-line';

/** Fewer are seen at a glance. */
const seenAtAGlance = 6;

/** Orders that wait for whom is looked for: by household number, or by what is shown of a name. */
export function soughtOrders(search: string, orders: readonly Order[]): Order[] {
  const byHousehold = orders.map((order) => ({
    order,
    householdId: order.orderId,
    householdNumber: order.householdNumber,
    headName: order.householdName.replace('*', ''),
    memberNames: [],
  }));
  return findHouseholds(search, byHousehold).found.map(({ household }) => household.order);
}

type Props = { waiting: Pick<Pages<unknown, Order>, 'rows' | 'more'> };

/** Somebody stands at the counter without a code: whether something waits for them. */
export function FindOrder({ waiting: { rows, more } }: Props) {
  const [search, setSearch] = useState('');
  if (rows.length <= seenAtAGlance && !more) return null;
  const found = soughtOrders(search, rows);
  const nobody = more ? '下面还有没列出来的,点“看后面下的单”再找。' : '看看户号有没有写错。';
  const hint = found.length === mostFound ? `只列了前 ${mostFound} 单,请输户号。` : '';
  return (
    <>
      <Field
        label="找一户等着取的单"
        value={search}
        onInput={setSearch}
        placeholder="户号,比如 17"
        hint={hint}
      />
      {search.trim() !== '' && found.length === 0 && (
        <EmptyState icon="bag" text="没有这一户等着取的单。" hint={nobody} />
      )}
      {found.length > 0 && (
        <Card flush>
          {found.map((order) => (
            <ShopOrderLine mayServe key={order.orderId} order={order} />
          ))}
        </Card>
      )}
    </>
  );
}
