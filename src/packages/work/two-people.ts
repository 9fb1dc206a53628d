import type { HeldRole } from '../../client/session';

type Decider = 'cadre' | 'supervisor' | 'town-admin';

const inWords: Record<Decider, string> = {
  cadre: '村干部',
  supervisor: '监委会的人',
  'town-admin': '镇里的人',
};

/** Whether somebody may be one of the two who decide. */
export const mayBeOneOfTwo = (roles: readonly HeldRole[]) =>
  roles.some(({ role }) => role in inWords);

/** How far it has come. @param nobodyYet what is said before the first */
export function agreedInWords(agreedAs: Decider | null, nobodyYet: string): string {
  return agreedAs === null ? nobodyYet : `${inWords[agreedAs]}已经同意,等第二个人`;
}
