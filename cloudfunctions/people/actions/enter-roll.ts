import { people } from '../../../src/contracts';
import { mustHoldNoPrivateNumber } from '../../../src/domain/kernel/private-number';
import { dayOf } from '../../../src/domain/kernel/time';
import { makeRoll } from '../../../src/domain/people/rolls/make-roll';
import {
  mustBeADayToCome,
  mustBeTheOnlyOneWaiting,
  propose,
} from '../../../src/domain/people/rolls/roll';
import { deciderOf } from '../../../src/domain/people/two-people';
import { loadVillage } from '../../points/load';
import { rolesOf } from '../../runtime/caller';
import { defineCommand } from '../../runtime/define-action';
import { loadRollFacts, readLastRoll, readWaitingRolls } from '../rolls/load';
import { createPages, pagesOf, saveRoll } from '../save-roll';

export const enterRoll = defineCommand({
  contract: people.enterRoll,
  allow: [
    { who: 'cadre', at: 'own-village' },
    { who: 'supervisor', at: 'own-village' },
    { who: 'town-admin' },
  ],
  place: ({ input: { villageId } }) => ({ villageId }),
  run: async (context) => {
    const { input, commandId, personId, caller, tx, read, nowMs } = context;
    const { villageId, kind, fromDay, cites } = input;
    await loadVillage(tx, villageId);
    mustBeADayToCome(fromDay, dayOf(nowMs));
    mustHoldNoPrivateNumber({ cites });
    mustBeTheOnlyOneWaiting(await readWaitingRolls(input, read));
    const last = input.base === 'last' ? await readLastRoll(input, read) : null;
    const { lines, counts } = makeRoll(input, await loadRollFacts(villageId, last, read));
    const by = { personId, as: deciderOf(rolesOf(caller), villageId), atMs: nowMs };
    const { length: pages } = pagesOf(lines);
    const roll = propose({ villageId, kind, fromDay, cites, pages, ...counts }, commandId, by);
    createPages(roll, lines, tx);
    saveRoll(context, roll);
    return { rollId: commandId, people: counts.people, named: counts.named };
  },
});
