import { people } from '../../../src/contracts';
import { rollsPerPage } from '../../../src/contracts/limits';
import { rollKind } from '../../../src/contracts/rolls';
import { dayOf } from '../../../src/domain/kernel/time';
import type { Roll, RollPage } from '../../../src/domain/people/rolls/types';
import type { Person } from '../../../src/domain/people/types';
import { loadVillage } from '../../points/load';
import { defineQuery } from '../../runtime/define-action';
import type { Query, Reader } from '../../runtime/store/store';
import { readRollOn } from '../rolls/load';
import { shownRoll } from '../rolls/show-roll';

/** Which of some rolls somebody stands on. */
async function standsOn(memberId: string, rolls: readonly Roll[], read: Reader) {
  const rollId = rolls.map((roll) => roll.rollId);
  if (rollId.length === 0) return new Set<string>();
  const where: Query['where'] = { 'lines.memberId': memberId, rollId };
  const pages = await read.query<RollPage>('roll-pages', { where, limit: rollId.length });
  return new Set(pages.map((page) => page.rollId));
}

/** Those counted by today; members of the village see whether they stand on them. */
async function inForce(villageId: string, today: string, person: Person | null, read: Reader) {
  const kinds = rollKind.options;
  const found = await Promise.all(
    kinds.map((kind) => readRollOn({ villageId, kind }, today, read)),
  );
  const rolls = found.filter((roll) => roll !== null);
  const memberId = person?.villageId === villageId ? person.memberId : null;
  const own = memberId ? await standsOn(memberId, rolls, read) : null;
  return rolls.map((roll) => ({ ...shownRoll(roll), mine: own ? own.has(roll.rollId) : null }));
}

export const listRolls = defineQuery({
  contract: people.listRolls,
  allow: [{ who: 'anyone' }],
  run: async ({ input: { villageId, after }, read, caller: { person }, nowMs }) => {
    const village = await loadVillage(read, villageId);
    const [page, now] = await Promise.all([
      read.query<Roll>('rolls', {
        where: { villageId, state: 'confirmed' },
        order: { field: 'turn', direction: 'desc' },
        ...(after !== undefined && { after }),
        limit: rollsPerPage + 1,
      }),
      inForce(villageId, dayOf(nowMs), person, read),
    ]);
    const rolls = page.slice(0, rollsPerPage);
    const more = page.length > rollsPerPage;
    return {
      ...{ villageName: village.name, inForce: now, rolls: rolls.map(shownRoll) },
      ...{ more, next: more ? (rolls.at(-1)?.turn ?? null) : null },
    };
  },
});
