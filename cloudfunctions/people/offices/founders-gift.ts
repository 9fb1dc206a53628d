import { dayOf } from '../../../src/domain/kernel/time';
import type { OfficeAct } from '../../../src/domain/people/offices/types';
import type { Town } from '../../../src/domain/people/types';
import type { CommandContext } from '../../runtime/define-action';

type Reach = Pick<CommandContext<unknown>, 'tx' | 'nowMs'>;

/** Whoever founded the town has nobody beside them: once they give the second office alone. */
export async function foundersGift(
  { role }: Pick<OfficeAct, 'role'>,
  { tx, nowMs }: Reach,
): Promise<boolean> {
  if (role !== 'town-admin') return false;
  const town = await tx.get<Town>('towns', 'town');
  if (!town || town.secondGivenOnDay) return false;
  tx.set('towns', 'town', { ...town, secondGivenOnDay: dayOf(nowMs) });
  return true;
}

/** Nobody took it up: it can be given anew, or the town would have one administrator for good. */
export async function giftGivenBack({ tx }: Pick<Reach, 'tx'>): Promise<void> {
  const town = await tx.get<Town>('towns', 'town');
  if (!town) return;
  const { secondGivenOnDay: _day, ...rest } = town;
  tx.set('towns', 'town', rest);
}
