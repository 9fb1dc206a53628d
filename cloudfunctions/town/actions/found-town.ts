import { town as contracts } from '../../../src/contracts';
import { mustHoldNoPrivateNumber } from '../../../src/domain/kernel/private-number';
import { countTry } from '../../../src/domain/people/attempts';
import type { Attempts, Person, Town } from '../../../src/domain/people/types';
import {
  firstAdministrator,
  mustNotBeFoundedYet,
  refuseSecret,
} from '../../../src/domain/town/found';
import { defineCommand } from '../../runtime/define-action';

export const foundTown = defineCommand({
  contract: contracts.foundTown,
  allow: [{ who: 'wechat-user' }],
  keepsOnRefusal: ['attempts'],
  leavesNothing: ['too-many-tries'],
  run: async ({ input, caller, personId, tx, keep, nowMs, secret }) => {
    const triesId = `found.${personId}`;
    const before = await tx.get<Attempts>('attempts', triesId);
    const { attempts, triesLeft } = countTry(before, nowMs, '并先问清开通口令');
    keep('attempts', triesId, attempts);
    // The secret comes first: without it nobody learns whether the town stands.
    if (!secret.isFoundingSecret(input.foundingSecret)) refuseSecret(triesLeft);
    mustNotBeFoundedYet(await tx.get<Town>('towns', 'town'));
    const { townName, owner, sample } = input;
    mustHoldNoPrivateNumber({ townName, owner });
    const town: Town = { name: townName, owner, sample, foundedAtMs: nowMs };
    const openid = caller.identity.kind === 'wechat' ? caller.identity.openid : '';
    const person = await tx.get<Person>('persons', personId);
    tx.create('towns', 'town', town);
    const administrator = firstAdministrator(person, { personId, openid }, townName, nowMs);
    tx.set('persons', personId, administrator);
    return { townName };
  },
});
