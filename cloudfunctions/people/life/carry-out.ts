import { mustStand } from '../../../src/domain/people/ended-household';
import type { LifeChange, LifeKind } from '../../../src/domain/people/life/types';
import { children } from './children';
import { end } from './end';
import { head } from './head';
import type { Carrying, LifeKindOf, ToWrite } from './kind';
import { death, moveOut } from './leave';
import { marry } from './marry';
import { merge } from './merge';
import { newLine } from './new-line';
import { number } from './number';
import { split } from './split';

const kinds: { readonly [Kind in LifeKind]: LifeKindOf<Kind> } = {
  children,
  adult: (change, carrying) => newLine(change, carrying),
  'move-in': (change, carrying) => newLine(change, carrying),
  'move-out': moveOut,
  marry,
  head,
  number,
  death,
  split,
  merge,
  end,
};

/**
 * What an event brings about, as things stand now.
 * @throws Refusal `household-ended`, and of its kind where it cannot happen or cannot any more
 */
export async function lookAhead(change: LifeChange, carrying: Carrying): Promise<ToWrite> {
  mustStand(carrying.at.household);
  const kind = kinds[change.kind] as LifeKindOf<LifeKind>;
  return kind(change, carrying);
}
