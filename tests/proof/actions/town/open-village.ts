import { holder, isWrong } from '../../../simulation/histories/moves/move';
import { administrator } from '../../call';
import { type Card, onlyThoseWhoMay } from '../../card';
import { town } from '../../may';

export const card: Card = {
  call: () => ({
    as: administrator,
    input: { villageId: 'v03', name: '试三嘎查' },
    otherInput: { villageId: 'v04', name: '试四嘎查' },
  }),
  who: 'the town',
  may: town,
  publishes: {
    ...onlyThoseWhoMay,
    texts: ['name'],
  },
  move: {
    weight: 0.4,
    // The town stands from the beginning and stays.
    elsewhere: ['town-not-founded'],
    wish(scene) {
      const number = 1 + scene.random.integer(5);
      const name = `试${'一二三四五'[isWrong(scene) ? 0 : number - 1]}嘎查`;
      return { openid: holder(scene, 'town-admin'), input: { villageId: `v0${number}`, name } };
    },
  },
  costs: { requests: 141, documents: 118 },
};
