import { anybody, isWrong } from '../../../simulation/histories/moves/move';
import { testFoundingSecret } from '../../../support/town';
import { administrator } from '../../call';
import type { Card } from '../../card';
import { wechatUsers } from '../../may';

export const card: Card = {
  async call(town) {
    // A town is founded once, so it is taken away to be founded again.
    await town.engine.remove('towns', {});
    await town.engine.remove('offices', { basis: 'founded' });
    const [founder] = town.engine.find('persons', { query: { openid: administrator.openid } });
    await town.engine.remove('persons', { openid: administrator.openid });
    await town.engine.remove('person-places', { personId: founder?.personId });
    const named = { townName: '试验镇', owner: '试验镇人民政府', sample: true };
    const input = { foundingSecret: testFoundingSecret, ...named };
    return { as: administrator, input, otherInput: { ...input, townName: '试验二镇' } };
  },
  who: 'WeChat users who know the founding secret',
  may: wechatUsers,
  publishes: {
    apart: 'about-the-caller',
    caller: ['townName'],
    texts: ['townName', 'owner'],
    asked: () => [{ foundingSecret: 'open sesame', townName: '镇', owner: '镇政府', sample: true }],
  },
  move: {
    // The town stands from the beginning; guessing on is the proof of guess limits.
    elsewhere: ['ok', 'too-many-tries'],
    wish(scene) {
      const foundingSecret = isWrong(scene) ? testFoundingSecret : '猜一个';
      const named = { townName: '又一个镇', owner: '又一个镇人民政府', sample: true };
      return { openid: anybody(scene), input: { foundingSecret, ...named } };
    },
  },
  costs: { requests: 15, documents: 7 },
};
