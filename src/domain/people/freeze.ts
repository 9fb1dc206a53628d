import { refuse } from '../kernel/refusal';
import { addDays, dayInWords, dayOf } from '../kernel/time';
import { mustAllowMove } from '../kernel/workflow';
import type { Account } from '../ledger/types';
import { type FreezeFacts, type FreezeState, freezeWorkflow } from './freeze-workflow';
import { isSurelyAdult } from './roles';
import type { Freeze, Member, SettledFreeze } from './types';

/** What carries a household's freeze: its account, which all spending writes. */
type Frozen = Pick<Account, 'frozen' | 'settledFreezes'>;
type Stopped = Pick<Account, 'frozen' | 'disputed'>;

/** Said wherever a frozen household would spend. */
export const spendingFrozen = {
  code: 'spending-frozen',
  message:
    '这一户的积分先停用了,现在换不了东西,分一分不少。要接着用,请找村务监督委员会和镇里,两个人查清了就行。',
} as const;

export function stateOfFreeze(freeze: Freeze | undefined): FreezeState {
  if (!freeze) return 'free';
  return freeze.agreed ? 'agreed' : 'frozen';
}

/** An adult of the household stopped it, or objected to somebody who joined. */
export function isStopped({ frozen, disputed = [] }: Stopped): boolean {
  return frozen !== undefined || disputed.length > 0;
}

/** What the household itself is told. */
export function freezeSeen({
  frozen,
  disputed: [first] = [],
}: Stopped): { sinceDay: string; agreed: boolean } | null {
  if (frozen) return { sinceDay: dayOf(frozen.atMs), agreed: frozen.agreed !== null };
  return first ? { sinceDay: dayOf(first.atMs), agreed: false } : null;
}

/** How long the same adult waits until they stop it again; others of the household do not. */
const waitsDays = 30;

const mayAgainFrom = ({ settledAtMs }: SettledFreeze) => addDays(dayOf(settledAtMs), waitsDays);

function settledLately({ settledFreezes = [] }: Frozen, atMs: number): SettledFreeze[] {
  return settledFreezes.filter((each) => dayOf(atMs) < mayAgainFrom(each));
}

type Stopper = Pick<SettledFreeze, 'byPersonId' | 'memberId'>;

/** The same WeChat account, or the same line of the register that somebody joined as anew. */
const isSame = (one: Stopper, other: Stopper) =>
  one.byPersonId === other.byPersonId ||
  (one.memberId !== undefined && one.memberId === other.memberId);

/**
 * One adult is enough to stop it: nothing is lost by it. But one alone, again and again, would keep
 * a whole household from its points.
 * @param member null where somebody acts for the household, who is then whoever stopped it
 * @throws Refusal `adult-only`, `already-frozen`, `froze-lately`
 */
export function freeze<Of extends Frozen>(
  account: Of,
  member: Member | null,
  by: { personId: string; atMs: number },
): Of & { frozen: Freeze } {
  if (member && !isSurelyAdult(member, dayOf(by.atMs))) {
    refuse('adult-only', '停用积分,要由家里满18岁的人来办。请让家里大人用自己的手机办。');
  }
  if (account.frozen) {
    refuse('already-frozen', '您家的积分已经停用了,不用再办。请刷新看看最新情况。');
  }
  const stopper = { byPersonId: by.personId, ...(member && { memberId: member.memberId }) };
  const before = settledLately(account, by.atMs).find((each) => isSame(each, stopper));
  if (before) {
    const from = dayInWords(mayAgainFrom(before), dayOf(by.atMs));
    refuse(
      'froze-lately',
      `上次也是您停用的,两个人已经查清,${from}起您才能再停。在这以前还不放心,请找村务监督委员会,或请这一户别的大人来停。`,
    );
  }
  return { ...account, frozen: { ...stopper, atMs: by.atMs, agreed: null } };
}

/** @throws Refusal `not-frozen` */
export function mustBeFrozen({ frozen }: Frozen): Freeze {
  if (frozen) return frozen;
  refuse('not-frozen', '这一户的积分没有停用,或者已经查清了。请刷新名单看结果。');
}

/**
 * The first of two is kept, the second ends it.
 * @throws Refusal `own-freeze`, `own-household`, `near-relative`, `another-must-agree`
 */
export function settle<Of extends Frozen>(
  account: Of,
  settler: FreezeFacts['settler'],
  atMs: number,
): { account: Of; state: 'agreed' | 'free' } {
  const standing = mustBeFrozen(account);
  const state = stateOfFreeze(standing);
  const facts = { freeze: standing, settler };
  const table = freezeWorkflow.filter(
    ({ by, from }) => by.includes(settler.as) && from.includes(state),
  );
  mustAllowMove(table, 'settle-freeze', state, facts, () => '等查清');
  if (state === 'frozen') {
    const { personId, as } = settler;
    const frozen = { ...standing, agreed: { personId, as, atMs } };
    return { account: { ...account, frozen }, state: 'agreed' };
  }
  const { frozen: _over, ...rest } = account;
  const { byPersonId, memberId } = standing;
  const others = settledLately(account, atMs).filter((each) => !isSame(each, standing));
  const stopper = { byPersonId, ...(memberId !== undefined && { memberId }) };
  const settledFreezes = [...others, { ...stopper, settledAtMs: atMs }];
  return { account: { ...rest, settledFreezes } as Of, state: 'free' };
}
