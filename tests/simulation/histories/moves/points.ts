import { allItems } from '../model/caps';
import { addDays } from '../model/days';
import { has } from '../model/rule';
import { photoFolder } from '../world';
import {
  anybody,
  holder,
  isWrong,
  type Moves,
  ofHousehold,
  pickFrom,
  recordIn,
  type Scene,
  today,
} from './move';

const reason = '当时不在场,没有看到';

function deed(scene: Scene, declarer: 'resident' | 'cadre') {
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
    ...(standard.kind === 'per-unit' && !isWrong(scene) && { units: 1 + random.integer(2) }),
    ...(standard.kind === 'levels' &&
      !isWrong(scene) && { levelId: random.pick(standard.levels).id }),
  };
}

/** Supervisors whose relatives the record's household are. */
function supervisorsNear({ world, model, openids }: Scene, record: Place): string[] {
  const kin = model.households.get(record.householdId)?.relatives ?? [];
  const near = new Set(kin.map((number) => `${record.villageId}-${number}`));
  return openids.filter((openid) => {
    const person = model.persons.get(world.personIdOf(openid)) ?? null;
    return has(person, 'supervisor', record.villageId) && near.has(person?.householdId ?? '');
  });
}

type Place = { householdId: string; villageId: string };

/** Now and then: a record on notice whose objection a relative would have to answer. */
function nearASupervisor(scene: Scene) {
  if (scene.random.chance(0.6)) return null;
  const standing = [...scene.model.records.values()].filter(({ state }) => state === 'on-notice');
  return pickFrom(
    scene,
    standing.filter((record) => supervisorsNear(scene, record).length > 0),
  );
}

function decision(scene: Scene, recordId: string) {
  const accept = scene.random.chance(0.85);
  return { recordId, accept, ...((!accept || isWrong(scene)) && !isWrong(scene) && { reason }) };
}

export const pointsMoves: Moves = {
  'declare-deed': (scene) => ({
    openid: holder(scene, 'resident'),
    input: deed(scene, 'resident'),
  }),
  'record-deed'(scene) {
    const householdId = pickFrom(scene, [...scene.model.households.keys()]) ?? '';
    const openid = holder(scene, 'cadre', householdId.replace(/-\d+$/, ''));
    const unknown = isWrong(scene) && isWrong(scene) ? 'v01-999' : householdId;
    return { openid, input: { ...deed(scene, 'cadre'), householdId: unknown } };
  },
  'withdraw-record'(scene) {
    const record = recordIn(scene, 'waiting-check');
    if (!record) return null;
    const { recordId, householdId, byCadre, villageId } = record;
    const cadre = byCadre || isWrong(scene);
    const openid = cadre ? holder(scene, 'cadre', villageId) : ofHousehold(scene, householdId);
    return { openid, input: { recordId } };
  },
  'check-record'(scene) {
    const record = recordIn(scene, 'waiting-check');
    if (!record) return null;
    const input = decision(scene, record.recordId);
    return { openid: holder(scene, 'cadre', record.villageId), input };
  },
  'cosign-record'(scene) {
    const record = recordIn(scene, 'waiting-cosign');
    if (!record) return null;
    const input = decision(scene, record.recordId);
    return { openid: holder(scene, 'supervisor', record.villageId), input };
  },
  'review-record'(scene) {
    const record = recordIn(scene, 'waiting-review');
    if (!record) return null;
    const { world, openids } = scene;
    const votes = scene.model.records.get(record.recordId)?.votes;
    const drawn = openids.filter((openid) => record.panel.includes(world.personIdOf(openid)));
    const asked = drawn.filter((openid) => !votes?.has(world.personIdOf(openid)));
    const openid = isWrong(scene)
      ? holder(scene, 'panel', record.villageId)
      : (pickFrom(scene, isWrong(scene) ? drawn : asked) ?? anybody(scene));
    return { openid, input: decision(scene, record.recordId) };
  },
  'redraw-panel'(scene) {
    const record = recordIn(scene, 'waiting-review');
    if (!record) return null;
    const { recordId, villageId } = record;
    return { openid: holder(scene, 'cadre', villageId), input: { recordId } };
  },
  'open-notice'(scene) {
    const records = [...scene.model.records.values()];
    const agreed = records.filter(({ state }) => state === 'waiting-notice');
    const first = pickFrom(scene, isWrong(scene) ? records : agreed);
    if (!first) return null;
    const { villageId } = first;
    const others = (isWrong(scene) ? records : agreed).filter(
      (record) => record.villageId === villageId || isWrong(scene),
    );
    const gone = isWrong(scene) && isWrong(scene) ? [scene.world.newCommandId(0)] : [];
    const chosen = [first, ...others.slice(0, 4)].map(({ recordId }) => recordId);
    const recordIds = [...new Set([...chosen, ...gone])];
    return { openid: holder(scene, 'cadre', villageId), input: { villageId, recordIds } };
  },
  'object-to-record'(scene) {
    const record = nearASupervisor(scene) ?? recordIn(scene, 'on-notice');
    if (!record) return null;
    const { recordId, villageId } = record;
    // Now and then one of those who would have to answer.
    const role = scene.random.chance(0.2) ? 'supervisor' : 'resident';
    return { openid: holder(scene, role, villageId), input: { recordId, reason } };
  },
  'answer-objection'(scene) {
    const record = recordIn(scene, 'objected');
    if (!record) return null;
    const { recordId, villageId } = record;
    const { world, model, openids, random } = scene;
    const input = { recordId, uphold: random.chance(0.3), reason };
    const objector = model.records.get(recordId)?.objector;
    const themselves = openids.find((openid) => world.personIdOf(openid) === objector);
    const kin = random.chance(0.5) ? pickFrom(scene, supervisorsNear(scene, record)) : null;
    const openid =
      kin ??
      (themselves && random.chance(0.25) ? themselves : holder(scene, 'supervisor', villageId));
    return { openid, input };
  },
};
