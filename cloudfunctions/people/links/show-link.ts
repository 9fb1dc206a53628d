import { dayOf } from '../../../src/domain/kernel/time';
import type { Link } from '../../../src/domain/people/links/types';

/** As its household, the supervision and the town read it: who decided by their office alone. */
export function showLink({ linkId, how, linkedAtMs, two, state, movedAtMs, ...link }: Link) {
  const { objection, opinion } = link;
  return {
    ...{ linkId, how, sinceDay: dayOf(linkedAtMs), state, movedDay: dayOf(movedAtMs) },
    two: two.map(({ as, atMs }) => ({ as, day: dayOf(atMs) })),
    objection: objection?.reason ?? null,
    opinion: opinion && { out: opinion.out, reason: opinion.reason },
  };
}
