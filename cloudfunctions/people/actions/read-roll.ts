import { people } from '../../../src/contracts';
import { namesPerPage } from '../../../src/contracts/limits';
import { lineKeyOf } from '../../../src/domain/people/rolls/make-roll';
import { mayAnswer, refuseUnknownRoll } from '../../../src/domain/people/rolls/roll';
import type { Roll, RollLine, RollPage } from '../../../src/domain/people/rolls/types';
import { deciderOf } from '../../../src/domain/people/two-people';
import type { Member } from '../../../src/domain/people/types';
import { loadVillage } from '../../points/load';
import { rolesOf } from '../../runtime/caller';
import { defineQuery } from '../../runtime/define-action';
import { readByIds } from '../../runtime/store/read-by-ids';
import type { Reader } from '../../runtime/store/store';
import { pageIdOf } from '../rolls/load';
import { shownRoll } from '../rolls/show-roll';

/** Of who stands in the register the name is the register's: erased there it is erased here. */
async function shownLines({ page, lines }: RollPage, read: Reader) {
  const ids = lines.flatMap(({ memberId }) => memberId ?? []);
  const members = await readByIds<Member>(read, 'members', ids);
  const names = new Map(members.map(({ memberId, name }) => [memberId, name]));
  const nameOf = ({ memberId, name }: RollLine) =>
    memberId === null ? name : names.get(memberId) || null;
  return lines.map((line, place) => ({
    line: lineKeyOf(line, page * namesPerPage + place),
    name: nameOf(line),
    householdNumber: line.householdNumber,
    inRegister: line.memberId !== null,
    woman: line.woman === true,
    committee: line.committee === true,
  }));
}

export const readRoll = defineQuery({
  contract: people.readRoll,
  allow: [
    { who: 'cadre', at: 'own-village' },
    { who: 'supervisor', at: 'own-village' },
    { who: 'town-admin' },
  ],
  place: async ({ input, read }) => {
    const roll = await read.get<Roll>('rolls', input.rollId);
    return roll ? { villageId: roll.villageId } : {};
  },
  run: async ({ input: { rollId, page = 0 }, caller, read }) => {
    const roll = await read.get<Roll>('rolls', rollId);
    if (!roll) refuseUnknownRoll();
    const { villageId, state, proposed, pages, reason } = roll;
    const [village, part] = await Promise.all([
      loadVillage(read, villageId),
      page < pages ? read.get<RollPage>('roll-pages', pageIdOf(rollId, page)) : null,
    ]);
    const personId = caller.personId ?? '';
    const more = page + 1 < pages;
    return {
      ...{ villageId, villageName: village.name, roll: shownRoll(roll), reason },
      own: state === 'proposed' && proposed.personId === personId,
      mayAnswer: mayAnswer(roll, { personId, as: deciderOf(rolesOf(caller), villageId) }),
      lines: part ? await shownLines(part, read) : [],
      ...{ more, next: more ? page + 1 : null },
    };
  },
});
