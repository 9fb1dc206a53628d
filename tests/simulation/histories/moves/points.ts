import { allItems } from '../model/caps';
import { addDays } from '../model/days';
import { has } from '../model/rule';
import { photoFolder } from '../world';
import { isWrong, type Scene, today } from './move';

export const reason = '当时不在场,没有看到';

/** A deed as somebody would write it down today. */
export function aDeed(scene: Scene, declarer: 'resident' | 'cadre') {
  const { random } = scene;
  const fitting = allItems.filter(({ declarers }) => declarers.includes(declarer));
  // A few large ones: caps and shelves are reached within a history.
  const item = random.pick(isWrong(scene) ? allItems : fitting);
  const { standard, evidence } = item;
  const daysAgo = isWrong(scene) ? 40 - random.integer(60) : random.integer(20);
  const photo = `${photoFolder}p${random.integer(random.chance(0.3) ? 3 : 1e9)}.jpg`;
  const withPhoto = evidence === 'photo' && !isWrong(scene);
  return {
    itemId: isWrong(scene) && isWrong(scene) ? 'no-such-item' : item.id,
    day: addDays(today(scene), -daysAgo),
    photos: withPhoto ? [photo] : [],
    // Now and then the same deed is told twice.
    ...(random.chance(0.5) && { note: '是另一件' }),
    ...(standard.kind === 'per-unit' && !isWrong(scene) && { units: 1 + random.integer(2) }),
    ...(standard.kind === 'levels' &&
      !isWrong(scene) && { levelId: random.pick(standard.levels).id }),
  };
}

/** Supervisors whose relatives the record's household are. */
export function supervisorsNear({ world, model, openids }: Scene, record: Place): string[] {
  const near = new Set(model.households.get(record.householdId)?.relatives);
  return openids.filter((openid) => {
    const person = model.persons.get(world.personIdOf(openid)) ?? null;
    return has(person, 'supervisor', record.villageId) && near.has(person?.householdId ?? '');
  });
}

type Place = { householdId: string; villageId: string };

/** Mostly yes. */
export function aDecision(scene: Scene, recordId: string) {
  const accept = scene.random.chance(0.85);
  return { recordId, accept, ...((!accept || isWrong(scene)) && !isWrong(scene) && { reason }) };
}
