import { holder, isWrong, pickFrom } from '../../../simulation/histories/moves/move';
import { whereThey } from '../../../simulation/histories/moves/people';
import { testHeadName } from '../../../support/test-register';
import { administrator } from '../../call';
import { type Card, onlyThoseWhoMay } from '../../card';
import { anywhere } from '../../may';

export const card: Card = {
  call: () => ({
    as: administrator,
    input: { villageId: 'v01', householdNumber: 8, name: testHeadName(8) },
    otherInput: { villageId: 'v01', householdNumber: 9, name: testHeadName(9) },
  }),
  who: 'the town; not for one’s own household',
  may: { 'town-admin': { ...anywhere, 'own-household': 'own-household' } },
  publishes: {
    ...onlyThoseWhoMay,
    texts: [],
  },
  move: {
    weight: 0.5,
    wish(scene) {
      const members = [...scene.model.members.values()];
      const linked = members.filter(({ personId }) => personId !== null || isWrong(scene));
      const member = pickFrom(scene, linked);
      if (!member) return null;
      return { openid: holder(scene, 'town-admin'), input: whereThey(scene, member) };
    },
  },
  costs: { requests: 26, documents: 24 },
};
