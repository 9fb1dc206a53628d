import type { people } from '../../../../src/contracts';
import type { InputOf } from '../../../../src/contracts/contract';
import { bodyOf } from './freezes';
import { areKin } from './kin';
import { endDispute } from './links-kept';
import { isOfficer } from './offices';
import { isAdult, isLastAdministrator, keepsTheTown, takeOut } from './people';
import { type AnyRule, type Call, has, type Rule, when } from './rule';
import type { Model, ModelBody } from './state';
import type { ModelLink } from './state-of-people';

const objectToLink: Rule<InputOf<typeof people.objectToLink>> = {
  may: (_, __, person) => has(person, 'resident'),
  decide(model, { linkId }, { person, personId, atMs }) {
    const link = model.links.get(linkId);
    const member = model.members.get(person?.memberId ?? '');
    const account = model.accounts.get(person?.householdId ?? '');
    if (!link || !member || !account || link.householdId !== person?.householdId) {
      return { refusals: ['link-not-found'] };
    }
    return {
      refusals: when({
        'adult-only': !isAdult(member, atMs),
        'objected-before': link.state !== 'linked',
        'own-link': link.personId === personId,
      }),
      effect() {
        Object.assign(link, { state: 'objected', objector: personId });
        account.disputed.push(linkId);
        return undefined;
      },
      value: () => ({ linkId, state: 'objected' }),
    };
  },
};

/** Neither who it is about, nor who is near them, nor who had a hand in it before. */
function tooNear(model: Model, link: ModelLink, { person, personId }: Call) {
  const own = person?.householdId ?? '';
  const wasCut = link.state === 'cut';
  return {
    'own-link': personId === link.personId,
    'own-household': own === link.householdId,
    'near-relative': areKin(model, own, link.householdId),
    'own-objection': !wasCut && personId === link.objector,
    'let-them-in': !wasCut && link.two.includes(personId),
  };
}

/** The second is of the first one's opinion, and somebody else; of what was cut, anybody else. */
function isNobodyElse(link: ModelLink, out: boolean, personId: string, by: ModelBody): boolean {
  if (link.state === 'cut') return personId === link.cutBy;
  if (link.state !== 'proposed' || link.opinion?.out !== out) return false;
  const { opinion } = link;
  return opinion.personId === personId || (opinion.by === 'committee' && by === 'committee');
}

/** What becomes of a line once it is settled. */
function carryOut(model: Model, link: ModelLink, before: string): void {
  const member = model.members.get(link.memberId);
  const household = model.households.get(link.householdId);
  if (!member || !household) return;
  const isTheirs = member.personId !== null && member.personId === link.personId;
  if (link.state === 'ended' && before === 'proposed' && isTheirs) {
    takeOut(model, member, household);
  }
  // The town was wrong, and nobody has come to stand there since.
  if (link.state !== 'stays' || before !== 'cut') return;
  if (member.personId !== null || member.phone !== null) return;
  member.phone = link.cutPhone;
  delete member.byTwoOnly;
}

/** Nobody would look after the town any more. */
function leavesNobody(model: Model, link: ModelLink): boolean {
  const member = model.members.get(link.memberId);
  const person = model.persons.get(member?.personId ?? '');
  const isTheirs = person && person.personId === link.personId;
  return (
    isTheirs === true &&
    member !== undefined &&
    !keepsTheTown(person, member) &&
    isLastAdministrator(model, person)
  );
}

const settleLink: Rule<InputOf<typeof people.settleLink>> = {
  may: (model, { linkId }, person) =>
    isOfficer(person, model.links.get(linkId)?.villageId ?? 'nowhere'),
  decide(model, { linkId, out, reason }, call) {
    const link = model.links.get(linkId);
    if (!link) return { refusals: ['link-not-found'] };
    const by = bodyOf(call.person, link.villageId);
    const isSame = link.opinion?.out === out;
    const settles = link.state === 'cut' || isSame;
    return {
      refusals: when({
        'wrong-state': !['objected', 'proposed', 'cut'].includes(link.state),
        ...tooNear(model, link, call),
        'another-must-agree': isNobodyElse(link, out, call.personId, by),
        'reason-needed': !isSame && !reason,
        'last-administrator': settles && out && link.state !== 'cut' && leavesNobody(model, link),
      }),
      effect() {
        const before = link.state;
        link.state = settles ? (out ? 'ended' : 'stays') : 'proposed';
        if (settles) endDispute(model, link.householdId, linkId);
        if (settles) carryOut(model, link, before);
        if (!isSame) link.opinion = { out, personId: call.personId, by };
        link.cutPhone = null;
        return undefined;
      },
      value: () => ({ linkId, state: link.state }),
    };
  },
};

/** Who says that somebody is nobody of theirs, and what two others find. */
export const linkRules = {
  'object-to-link': objectToLink,
  'settle-link': settleLink,
} satisfies Record<string, AnyRule>;
