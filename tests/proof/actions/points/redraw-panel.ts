import { points } from '../../../../src/contracts';
import { holder, recordIn } from '../../../simulation/histories/moves/move';
import { cadre } from '../../call';
import { type Card, onlyThoseWhoMay } from '../../card';
import { apart } from '../../may';
import type { ProofTown } from '../../town';

async function splitVote(town: ProofTown, recordId: string): Promise<void> {
  const [yes, no] = town.panelOf(recordId);
  await yes?.must(points.reviewRecord, { recordId, accept: true });
  await no?.must(points.reviewRecord, { recordId, accept: false, reason: '没看到' });
}

export const card: Card = {
  async call(town) {
    // Who voted may be drawn again: with who was not drawn there are enough of them.
    const other = { recordId: await town.declare(13) };
    const input = { recordId: await town.declare(14) };
    await town.drawFor(other.recordId, input.recordId);
    for (const { recordId } of [other, input]) await splitVote(town, recordId);
    town.clock.advanceDays(7);
    return { as: cadre, input, otherInput: other };
  },
  who: 'the committee of the village, not on oneself or relatives',
  may: { cadre: apart },
  publishes: {
    ...onlyThoseWhoMay,
    texts: [],
  },
  move: {
    weight: 2,
    wish(scene) {
      const record = recordIn(scene, 'waiting-review');
      if (!record) return null;
      const { recordId, villageId } = record;
      return { openid: holder(scene, 'cadre', villageId), input: { recordId } };
    },
  },
  costs: { requests: 12, documents: 17 },
};
