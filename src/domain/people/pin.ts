import { refuse } from '../kernel/refusal';
import type { Household, HouseholdProxy, Member, Pin } from './types';

/** What is signed: with household and salt, so that two alike give other hashes. */
export function pinText({ householdId, salt }: Pick<Pin, 'householdId' | 'salt'>, pin: string) {
  return `${householdId}.${salt}.${pin}`;
}

const steps = (digits: string) =>
  [...digits].slice(1).map((digit, index) => Number(digit) - Number(digits[index]));

/** 1111, 1234, 9876, 1212. */
function isAPattern(digits: string): boolean {
  const all = steps(digits);
  const [first] = all;
  const even = all.every((step) => step === first && Math.abs(step) <= 1);
  const half = digits.slice(0, digits.length / 2);
  return even || (digits.length % 2 === 0 && digits === half + half);
}

/** What a neighbour would try first. */
function standsInTheRegister(
  digits: string,
  { number }: Pick<Household, 'number'>,
  members: readonly Pick<Member, 'birthYear' | 'phone'>[],
): boolean {
  const ofThem = members.some(
    ({ birthYear, phone }) =>
      (birthYear > 0 && digits.includes(String(birthYear))) || phone?.includes(digits) === true,
  );
  return ofThem || Number(digits) === number;
}

/** @throws Refusal `pin-easy` */
export function mustBeHardToGuess(
  pin: string,
  household: Pick<Household, 'number'>,
  members: readonly Pick<Member, 'birthYear' | 'phone'>[],
): void {
  if (!isAPattern(pin) && !standsInTheRegister(pin, household, members)) return;
  refuse(
    'pin-easy',
    '这个密码太好猜了。请换一个:不要连着的数、一样的数、出生年份、户号和手机号里的数。',
  );
}

/** What is said where a household has none. */
export function refuseNoPin(): never {
  refuse('pin-not-set', '这一户还没有设密码。请不填密码,让在场的另一个人用自己的手机确认。');
}

export const insteadOfThePin = '或者不填密码,请在场的另一个人用自己的手机确认';

export function refuseWrongPin(triesLeft: number): never {
  const rest = triesLeft > 0 ? `今天还能试 ${triesLeft} 次` : '今天不能再试了';
  refuse('pin-wrong', `密码不对(${rest})。${insteadOfThePin.replace('或者', '也可以')}。`);
}

/**
 * Before a committee member, with somebody outside of it beside them: no shop, and nobody alone,
 * gives a household its PIN.
 */
export function maySetPin({ as, helperOfCommittee, secondId, state }: HouseholdProxy): boolean {
  return state === 'running' && as === 'cadre' && helperOfCommittee && secondId !== null;
}

/** @throws Refusal `pin-needs-two` */
export function mustHaveTwoBeside(proxy: HouseholdProxy): void {
  if (maySetPin(proxy)) return;
  refuse(
    'pin-needs-two',
    '改密码要两个人在场:一位村干部,和用自己手机确认的一位村民。请不填密码,再扫一次户码卡。',
  );
}
