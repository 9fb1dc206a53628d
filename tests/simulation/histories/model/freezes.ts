import type { people } from '../../../../src/contracts';
import type { InputOf } from '../../../../src/contracts/contract';
import { addDays, dayOf, yearOf } from './days';
import { areKin } from './kin';
import { forOthers } from './proxies';
import { type AnyRule, has, type Rule, when } from './rule';
import type { ModelAccount, ModelPerson } from './state';

/** Who stopped it and was settled may do so again after thirty days. */
const frozeLately = ({ froze }: ModelAccount, atMs: number) =>
  froze.filter((each) => dayOf(atMs) < addDays(dayOf(each.atMs), 30));

type Stopper = { personId: string; memberId: string | null };

/** Whoever joined anew as the same line is nobody else. */
const isSame = (one: Stopper, other: Stopper) =>
  one.personId === other.personId || (one.memberId !== null && one.memberId === other.memberId);

const freezeSpending: Rule<InputOf<typeof people.freezeSpending>> = forOthers({
  may: (_, __, person) => has(person, 'resident'),
  decide(model, _, { person, personId, proxy, atMs }) {
    const member = model.members.get(person?.memberId ?? '');
    const account = model.accounts.get(person?.householdId ?? '');
    if (!account || !(member || proxy)) return { refusals: ['join-first'] };
    const stopper = { personId, memberId: member?.memberId ?? null };
    return {
      refusals: when({
        'household-ended': account.ended !== null,
        'adult-only': member !== undefined && yearOf(dayOf(atMs)) - member.birthYear <= 18,
        'already-frozen': account.frozen !== null,
        'froze-lately': frozeLately(account, atMs).some((each) => isSame(each, stopper)),
      }),
      effect() {
        account.frozen = { ...stopper, agreed: null };
        return undefined;
      },
      value: () => ({ sinceDay: dayOf(atMs) }),
    };
  },
});

export const bodyOf = (person: ModelPerson | null, villageId: string) => {
  if (has(person, 'cadre', villageId)) return 'committee';
  return has(person, 'town-admin') ? 'town' : 'supervision';
};

const settleFreeze: Rule<InputOf<typeof people.settleFreeze>> = {
  may(model, { householdId }, person) {
    const villageId = model.households.get(householdId)?.villageId ?? 'nowhere';
    const ofVillage = ['cadre', 'supervisor'].some((role) => has(person, role, villageId));
    return ofVillage || has(person, 'town-admin');
  },
  decide(model, { householdId }, { person, personId, atMs }) {
    const household = model.households.get(householdId);
    if (!household) return { refusals: ['household-not-found'] };
    const account = model.accounts.get(householdId);
    if (!account?.frozen) return { refusals: ['not-frozen'] };
    const { frozen } = account;
    const by = bodyOf(person, household.villageId);
    const own = person?.householdId ?? '';
    const isNobodyElse =
      frozen.agreed?.personId === personId ||
      (frozen.agreed?.by === 'committee' && by === 'committee');
    return {
      refusals: when({
        'own-freeze': frozen.personId === personId,
        'own-household': own === householdId,
        'near-relative': areKin(model, own, householdId),
        'another-must-agree': isNobodyElse,
      }),
      effect() {
        account.frozen = frozen.agreed ? null : { ...frozen, agreed: { personId, by } };
        if (account.frozen) return undefined;
        const { personId: stopped, memberId } = frozen;
        const others = frozeLately(account, atMs).filter((of) => !isSame(of, frozen));
        account.froze = [...others, { personId: stopped, memberId, atMs }];
        return undefined;
      },
      value: () => ({ householdId, state: account.frozen ? 'agreed' : 'free' }),
    };
  },
};

/** Who stops a household's spending, and who lets it go on. */
export const freezeRules = {
  'freeze-spending': freezeSpending,
  'settle-freeze': settleFreeze,
} satisfies Record<string, AnyRule>;
