import { lists } from '../../../../src/contracts';
import { holder, pickFrom } from '../../../simulation/histories/moves/move';
import { cadre } from '../../call';
import { type Card, onlyThoseWhoMay } from '../../card';
import { here, town } from '../../may';
import { firstKey } from '../../ready/lists';

export const card: Card = {
  async call(town) {
    const key = await firstKey(town);
    const { matter } = await town.head(2).must(lists.readMatter, { villageId: 'v01', key });
    const legalTerms = [{ name: '开会前公告', value: 10, unit: '天' }];
    const withFee = (fee: string) => ({
      ...{ villageId: 'v01', matter: { ...matter, legalTerms, fee } },
    });
    const otherInput = withFee('不收任何费用');
    return { as: cadre, input: withFee('不收钱,也不收押金'), otherInput };
  },
  who: 'the committee of the village, and the town',
  may: { cadre: here, ...town },
  publishes: {
    ...onlyThoseWhoMay,
    texts: ['matter.conditions.0', 'matter.fee', 'matter.steps.0.text'],
  },
  move: {
    weight: 0.5,
    // Texts are taken as they hang; tests/actions and tests/security try others.
    elsewhere: ['basis-unchecked', 'chart-broken', 'certificate-not-allowed', 'village-not-found'],
    wish(scene) {
      const { world, random } = scene;
      const villageId = 'v01';
      const openid = holder(scene, 'cadre', villageId);
      // As it hangs on the wall; the page that shows it would draw its chart each time.
      const order = [{ field: 'key', direction: 'asc' as const }];
      const query = { villageId, list: 'negative' };
      const onTheWall = world.engine.find('matters', { query, order, limit: 2 });
      const chosen = pickFrom(scene, onTheWall);
      if (!chosen) return null;
      const versionId = `${villageId}.${chosen.key}.${chosen.version}`;
      const matter = world.engine.get('matter-versions', versionId)?.matter as object;
      return {
        openid,
        input: { villageId, matter: { ...matter, fee: `不收钱(${random.integer(3)})` } },
      };
    },
  },
  costs: { requests: 12, documents: 8 },
};
