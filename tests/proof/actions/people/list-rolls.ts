import type { Card } from '../../card';
import { everybody } from '../../may';
import { everyRoll } from '../../ready/rolls';

const roll =
  'rollId kind state fromDay cites people named committee women households ' +
  'enteredAs enteredAtMs settledAs settledAtMs';

export const card: Card = {
  async call(town) {
    await everyRoll(town);
    return { as: 'nobody', input: { villageId: 'v01' } };
  },
  who: 'everybody, without a name; members whether they stand there themselves',
  may: everybody,
  publishes: {
    apart: 'same-for-all',
    outsiders: ['villageName more next', `inForce[]: ${roll} mine`, `rolls[]: ${roll}`],
    insiders: [],
    asked: () => [{ villageId: 'v01' }, { villageId: 'v02' }],
  },
  costs: { requests: 8, documents: 4 },
};
