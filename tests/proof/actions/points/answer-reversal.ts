import { points } from '../../../../src/contracts';
import { holder, recordIn } from '../../../simulation/histories/moves/move';
import { aDecision } from '../../../simulation/histories/moves/points';
import { supervisor } from '../../call';
import { type Card, onlyThoseWhoMay } from '../../card';
import { apart } from '../../may';
import { posted } from '../../ready/points';

export const card: Card = {
  async call(town) {
    const recordId = await posted(town);
    const said = { recordId, reason: '那天去的是别家,记错户了' };
    await town.administrator.must(points.proposeReversal, said);
    const input = { recordId, accept: true };
    return { as: supervisor, input, otherInput: { recordId, accept: false, reason: '没有记错' } };
  },
  who: 'the second of two, one of them outside the committee; never who recorded it, nor kin',
  // The town's first administrator said so, so that it is another's turn.
  may: {
    cadre: apart,
    supervisor: apart,
    'town-admin': { ...apart, 'other-village': 'ok', 'other-shop': 'ok', none: 'ok' },
  },
  publishes: { ...onlyThoseWhoMay, texts: [] },
  move: {
    weight: 8,
    wish(scene) {
      const record = recordIn(scene, 'waiting-reversal');
      if (!record) return null;
      const { recordId, villageId } = record;
      const office = scene.random.pick(['cadre', 'supervisor', 'supervisor', 'town-admin']);
      const at = office === 'town-admin' ? undefined : villageId;
      return { openid: holder(scene, office, at), input: aDecision(scene, recordId) };
    },
  },
  costs: { requests: 17, documents: 15 },
};
