import { holdsRole } from './roles';
import type { Agreed, Decider, HeldRole } from './types';

/**
 * What one alone could turn to their own good, two people decide, one of them outside the village
 * committee. A second telephone of the first is nobody else, nor is a second office of theirs.
 */
type Second = { agreed: Agreed | null; decider: Pick<Agreed, 'personId' | 'as'> };
type Why = { code: 'another-must-agree'; message: string } | null;

export const anotherMustAgree = ({ agreed, decider }: Second): Why =>
  agreed?.personId === decider.personId
    ? {
        code: 'another-must-agree',
        message: '您已经同意过了,还要另一个人也同意。请村务监督委员会的人或镇里来看。',
      }
    : null;

export const oneStandsOutside = ({ agreed, decider }: Second): Why =>
  agreed?.as === 'cadre' && decider.as === 'cadre'
    ? {
        code: 'another-must-agree',
        message: '村委会已经有人同意了,还要村委会以外的人也同意:村务监督委员会的人,或镇里。',
      }
    : null;

/** Where somebody decides as that. */
export function placeOfDecider(as: Decider, villageId: string): string {
  return as === 'town-admin' ? 'town' : villageId;
}

/** As whom somebody decides there, if as anything. */
export function decidesAt(roles: readonly HeldRole[], villageId: string): Decider | null {
  const as = deciderOf(roles, villageId);
  return holdsRole(roles, as, placeOfDecider(as, villageId)) ? as : null;
}

/** As whom somebody decides. A committee member stands inside it, whatever else they hold. */
export function deciderOf(roles: readonly HeldRole[], villageId: string): Decider {
  const holds = (as: Decider) => holdsRole(roles, as, placeOfDecider(as, villageId));
  if (holds('cadre')) return 'cadre';
  return holds('town-admin') ? 'town-admin' : 'supervisor';
}
