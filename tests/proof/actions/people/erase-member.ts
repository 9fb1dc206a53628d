import { holder, pickFrom } from '../../../simulation/histories/moves/move';
import { whereThey } from '../../../simulation/histories/moves/people';
import { testHeadName } from '../../../support/test-register';
import { administrator } from '../../call';
import { type Card, onlyThoseWhoMay } from '../../card';
import { town } from '../../may';

export const card: Card = {
  call: () => ({
    as: administrator,
    input: { villageId: 'v01', householdNumber: 16, name: testHeadName(16) },
    otherInput: { villageId: 'v01', householdNumber: 8, name: testHeadName(8) },
  }),
  who: 'the town',
  may: town,
  publishes: {
    ...onlyThoseWhoMay,
    texts: [],
  },
  move: {
    weight: 0.5,
    wish(scene) {
      const members = [...scene.model.members.values()];
      // Once the founder is gone, one of these may be the last.
      const ofTown = members.filter(({ roles }) => roles.includes('town-admin@town'));
      const member =
        (scene.random.chance(0.3) && pickFrom(scene, ofTown)) || pickFrom(scene, members);
      if (!member) return null;
      return { openid: holder(scene, 'town-admin'), input: whereThey(scene, member) };
    },
  },
  costs: { requests: 19, documents: 14 },
};
