import type { HeldRole, Role } from '../../src/domain/people/types';
import { type EveryAction, everyAction } from '../proof/cards';
import type { Verdict } from '../proof/may';
import { held, homeOf, nextDoorShopId, otherVillageOf, placeOfRole } from './authority-actors';
import { openStage, type Stage } from './authority-stage';
import { verdictOf } from './authority-verdict';

const offices = ['cadre', 'panel', 'supervisor', 'keeper'] as const satisfies readonly Role[];
const denials = ['log-in-first', 'join-first', 'not-yours', 'not-your-job'];

type Pair = {
  words: string;
  livesHere: boolean;
  office: (typeof offices)[number];
  at: 'here' | 'away';
};

/** A resident of the village with an office elsewhere, and one of elsewhere with an office here. */
const pairs: Pair[] = offices.flatMap((office) => [
  { words: `lives here, ${office} elsewhere`, livesHere: true, office, at: 'away' as const },
  { words: `lives elsewhere, ${office} here`, livesHere: false, office, at: 'here' as const },
]);

const rank = (verdict: Verdict) => (verdict === 'denied' ? 0 : verdict === 'ok' ? 2 : 1);
const better = (left: Verdict, right: Verdict) => (rank(right) > rank(left) ? right : left);

/** Two roles give what each gives at its own place, and nothing more. */
function expected(action: EveryAction, { livesHere, office, at }: Pair): Verdict {
  const living = livesHere ? 'other-household' : 'other-village';
  const holding = at === 'here' ? 'other-household' : 'other-village';
  return better(verdictOf(action, 'resident', living), verdictOf(action, office, holding));
}

function rolesOf({ subject }: Stage, { livesHere, office, at }: Pair): HeldRole[] {
  const living = livesHere ? 'other-household' : 'other-village';
  const holding = at === 'here' ? 'other-household' : 'other-village';
  return [
    held('resident', placeOfRole('resident', living, subject)),
    held(office, placeOfRole(office, holding, subject)),
  ];
}

test.each(everyAction)('$name: a role at another place gives nothing here', async (each) => {
  const stage = await openStage(each);
  const problems: string[] = [];
  for (const pair of pairs) {
    const living = pair.livesHere ? 'other-household' : 'other-village';
    const householdId = homeOf(living, stage.subject);
    const roles = rolesOf(stage, pair);
    const { code, commits } = await stage.as({ openid: 'two-roles', householdId, roles });
    const verdict = expected(each, pair);
    const isSaid = verdict === 'denied' ? denials.includes(code) : code === verdict;
    if (!isSaid) problems.push(`${pair.words}: ${code}, not ${verdict}`);
    if (verdict === 'denied' && commits.length > 0) problems.push(`${pair.words}: wrote`);
  }
  expect(problems).toEqual([]);
});

test.each(everyAction)('$name: offices of a village are none at its shop', async (each) => {
  const stage = await openStage(each);
  const { villageId, shopId } = stage.subject;
  // Names of places do not mix: a shop’s id as the place of a cadre, a village’s as a keeper’s.
  const crossed: [Role, string][] = [
    ['cadre', shopId],
    ['panel', shopId],
    ['supervisor', nextDoorShopId],
    ['keeper', villageId],
    ['keeper', otherVillageOf(villageId)],
  ];
  const householdId = homeOf('other-household', stage.subject);
  for (const [role, place] of crossed) {
    const roles = [held(role, place)];
    const { code } = await stage.as({ openid: 'crossed', householdId, roles });
    const beside = verdictOf(each, role, 'other-shop');
    // Where the shop beside counts too, what is no shop is still nowhere.
    const verdict = beside === 'ok' ? verdictOf(each, role, 'none') : beside;
    const isSaid = verdict === 'denied' ? denials.includes(code) : code === verdict;
    expect([role, place, code, isSaid]).toEqual([role, place, code, true]);
  }
});
