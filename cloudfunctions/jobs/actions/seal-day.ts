import { jobs } from '../../../src/contracts';
import { dayOf } from '../../../src/domain/kernel/time';
import type { Village } from '../../../src/domain/people/types';
import { sealId } from '../../../src/domain/seals/seal';
import type { Seal } from '../../../src/domain/seals/types';
import { defineRun } from '../../runtime/define-action';
import { eachForItself, inRotation } from '../../runtime/in-parallel';
import { readAll } from '../../runtime/store/read-all';
import { sealVillage } from '../seal-village';

const villagesPerCall = 20;
/** No further village is begun behind so many: twice over ten seconds at ten milliseconds each. */
const householdsPerCall = 3000;

export const sealDay = defineRun({
  contract: jobs.sealDay,
  allow: [{ who: 'timer' }],
  async run({ store, secret, nowMs, hasTime }) {
    const day = dayOf(nowMs);
    const villages = await readAll<Village>(store, 'villages', { townId: 'town' }, 'villageId');
    const open: string[] = [];
    for (const { villageId } of villages) {
      if (!(await store.get<Seal>('seals', sealId(villageId, day)))) open.push(villageId);
    }
    let done = 0;
    let householdsRead = 0;
    const seal = async (villageId: string) => {
      if (done >= villagesPerCall || householdsRead >= householdsPerCall) return;
      householdsRead += (await sealVillage({ store, secret, villageId, nowMs })).householdsRead;
      done += 1;
    };
    // One that cannot be sealed keeps no other waiting, however many there are and however long
    // each takes.
    const { errors } = await eachForItself(inRotation(open, nowMs), 1, seal, hasTime);
    if (errors.length > 0) throw errors[0];
    return { done, left: open.length - done };
  },
});
