import { holder, isWrong } from '../../../simulation/histories/moves/move';
import { administrator } from '../../call';
import { type Card, onlyThoseWhoMay } from '../../card';
import { town } from '../../may';

export const card: Card = {
  call() {
    const input = { villageId: 'v01', amountFen: 50_000, source: 'donation' };
    return { as: administrator, input, otherInput: { ...input, amountFen: 60_000 } };
  },
  who: 'the town',
  may: town,
  publishes: {
    ...onlyThoseWhoMay,
    texts: [],
  },
  move: {
    weight: 5,
    wish(scene) {
      const { random, model } = scene;
      const villageId = isWrong(scene) ? 'v99' : random.pick([...model.villages.keys()]);
      // Where somebody waits for it, money mostly comes; elsewhere it mostly goes.
      const waited = [...model.records.values()].some(
        (record) => record.spendable === 'waiting' && record.villageId === villageId,
      );
      const goes = random.chance(waited ? 0.2 : 0.6);
      // Mostly all there is, so that points come to wait for money; some of it into goods, which
      // back points in its stead, and now and then back from there.
      const { balance, spent } = model.funds.get(villageId) ?? { balance: 0, spent: 0 };
      const onGoods = random.chance(0.3);
      const some = onGoods ? random.integer(goes ? 10_000 : spent + 1) : goes ? balance : 20_000;
      const size = isWrong(scene) ? random.integer(3_000_000) : some;
      const amountFen = goes !== isWrong(scene) ? -size : size;
      const source = onGoods ? 'spent-on-goods' : 'donation';
      return { openid: holder(scene, 'town-admin'), input: { villageId, amountFen, source } };
    },
  },
  costs: { requests: 8, documents: 5 },
};
