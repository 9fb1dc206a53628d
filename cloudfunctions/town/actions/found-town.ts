import { town as contracts } from '../../../src/contracts';
import { dataVersion } from '../../../src/domain/kernel/data-version';
import { mustHoldNoPrivateNumber } from '../../../src/domain/kernel/private-number';
import { countTry } from '../../../src/domain/people/attempts';
import type { Attempts, Town } from '../../../src/domain/people/types';
import {
  firstAdministrator,
  foundersOffice,
  mustNotBeFoundedYet,
  refuseSecret,
} from '../../../src/domain/town/found';
import { defineCommand } from '../../runtime/define-action';
import { addPerson, savePerson } from '../../runtime/persons';

export const foundTown = defineCommand({
  contract: contracts.foundTown,
  allow: [{ who: 'wechat-user' }],
  keepsOnRefusal: ['attempts'],
  leavesNothing: ['too-many-tries'],
  run: async ({ input, caller, commandId, lookUp, tx, keep, nowMs, secret, newId }) => {
    const triesId = `found.${lookUp}`;
    const before = await tx.get<Attempts>('attempts', triesId);
    const { attempts, triesLeft } = countTry(before, nowMs, '并先问清开通口令');
    keep('attempts', triesId, attempts);
    // The secret comes first: without it nobody learns whether the town stands.
    if (!secret.isFoundingSecret(input.foundingSecret)) refuseSecret(triesLeft);
    mustNotBeFoundedYet(await tx.get<Town>('towns', 'town'));
    const { townName, owner, sample } = input;
    mustHoldNoPrivateNumber({ townName, owner });
    const about = { name: townName, owner, sample };
    const town: Town = { ...about, foundedAtMs: nowMs, dataVersion };
    const openid = caller.identity.kind === 'wechat' ? caller.identity.openid : '';
    const { person } = caller;
    const user = { personId: newId(), lookUp, openid };
    tx.create('towns', 'town', town);
    const administrator = firstAdministrator(person, user, townName, nowMs);
    if (person) savePerson(tx, administrator);
    else addPerson(tx, administrator);
    tx.create('offices', commandId, foundersOffice(commandId, administrator, townName, nowMs));
    return { townName };
  },
});
