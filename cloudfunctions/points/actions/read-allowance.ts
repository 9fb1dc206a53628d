import { points } from '../../../src/contracts';
import { yearOf } from '../../../src/domain/kernel/time';
import { itemOf } from '../../../src/domain/records/declare';
import { allowanceId, allowanceLeft, isOnceOnly } from '../../../src/domain/scheme/allowance';
import { usesOfSameDeed } from '../../../src/domain/scheme/same-deed';
import type { Allowance } from '../../../src/domain/scheme/types';
import { defineQuery } from '../../runtime/define-action';
import { placeOfHousehold, schemeInForce } from '../load';

export const readAllowance = defineQuery({
  contract: points.readAllowance,
  allow: [
    { who: 'resident', at: 'own-household' },
    { who: 'cadre', at: 'own-village' },
  ],
  place: placeOfHousehold,
  async run(context) {
    const { input, read } = context;
    const { householdId, itemId, day } = input;
    const { villageId } = await placeOfHousehold(context);
    const scheme = await schemeInForce(read, read, villageId);
    const item = itemOf(scheme, itemId);
    const usesOf = async (period: number | 'once') =>
      (await read.get<Allowance>('allowances', allowanceId(householdId, period)))?.uses ?? [];
    const year = await usesOf(yearOf(day));
    const once = isOnceOnly(item) ? await usesOf('once') : [];
    const { pointsLeft, because } = allowanceLeft(item, day, { year, once });
    return { pointsLeft, because, sameDay: usesOfSameDeed(year, input).length };
  },
});
