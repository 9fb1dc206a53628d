import { backedPointsLeft } from './model/posting';
import { has } from './model/rule';
import type { Scene, Wish } from './moves/move';

/** What is still done once all is quiet: seldom so much is due at once within a history. */
export type Closing = Wish & { action: string };

function byHolder(scene: Scene, role: string, place: string): string | undefined {
  const { world, model, openids } = scene;
  return openids.find((openid) =>
    has(model.persons.get(world.personIdOf(openid)) ?? null, role, place),
  );
}

/** All that was agreed to goes on notice, village by village. */
export function openNotices(scene: Scene): Closing[] {
  const { model } = scene;
  return [...model.villages.keys()].flatMap((villageId) => {
    const openid = byHolder(scene, 'cadre', villageId);
    const recordIds = [...model.records.values()]
      .filter((record) => record.villageId === villageId && record.state === 'waiting-notice')
      .map(({ recordId }) => recordId)
      .slice(0, 30);
    if (!openid || recordIds.length === 0) return [];
    return [{ action: 'open-notice', openid, input: { villageId, recordIds } }];
  });
}

/** Money comes or goes until it backs a few more points: for some of those who wait. */
export function scarceMoney(scene: Scene): Closing[] {
  const { model, random } = scene;
  const openid = byHolder(scene, 'town-admin', 'town');
  return [...model.funds].flatMap(([villageId, { balance }]) => {
    const points = random.integer(40) - backedPointsLeft(model, villageId);
    const amountFen = Math.max(-balance, points * 100);
    if (!openid || amountFen === 0) return [];
    return [{ action: 'add-funds', openid, input: { villageId, amountFen, source: 'donation' } }];
  });
}
