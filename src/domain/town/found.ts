import { refuse } from '../kernel/refusal';
import { dayOf } from '../kernel/time';
import { nobodyYet } from '../people/nobody-yet';
import type { HeldOffice } from '../people/offices/types';
import { withRole } from '../people/roles';
import type { Person, Town } from '../people/types';

export function refuseSecret(triesLeft: number): never {
  const rest = triesLeft > 0 ? `今天还能试 ${triesLeft} 次` : '今天不能再试了';
  refuse('secret-wrong', `开通口令不对(${rest})。请向装这套系统的人要口令。`);
}

export function mustNotBeFoundedYet(town: Town | null): void {
  if (!town) return;
  refuse('already-founded', `${town.name}已经开通了。要当管理员,请让现在的镇管理员给您登记任职。`);
}

export function mustBeFounded(town: Town | null): asserts town is Town {
  if (town) return;
  refuse('town-not-founded', '本镇还没有开通。请镇管理员先用开通口令开通。');
}

/** Whoever founds the town looks after it first. */
export function firstAdministrator(
  before: Person | null,
  user: Pick<Person, 'personId' | 'lookUp' | 'openid'>,
  townName: string,
  nowMs: number,
): Person {
  const role = { role: 'town-admin', place: 'town', placeName: townName } as const;
  const person = before ?? nobodyYet(user, nowMs);
  return { ...person, roles: withRole(person.roles, role) };
}

/** The founder's office in the list of those held: by founding, not by an act. */
export function foundersOffice(
  officeId: string,
  { personId }: Person,
  townName: string,
  nowMs: number,
): HeldOffice {
  return {
    ...{ officeId, villageId: 'town', role: 'town-admin', place: 'town', placeName: townName },
    ...{ memberId: null, personId, householdId: null, name: '' },
    ...{ basis: 'founded', sinceDay: dayOf(nowMs), untilDay: null },
  };
}
