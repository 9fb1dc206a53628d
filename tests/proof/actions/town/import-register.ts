import { holder, isWrong } from '../../../simulation/histories/moves/move';
import { registerFile, seenOfRegister } from '../../../simulation/histories/world';
import { administrator } from '../../call';
import { type Card, onlyThoseWhoMay } from '../../card';
import { town } from '../../may';
import { seenRegister } from '../../ready/town';

export const card: Card = {
  call: async (town) => ({
    as: administrator,
    input: await seenRegister(town),
    otherInput: await seenRegister(town, 'other.xlsx'),
  }),
  who: 'the town',
  may: town,
  publishes: {
    ...onlyThoseWhoMay,
    texts: [],
  },
  move: {
    weight: 0.3,
    // The file is a good one; tests/actions and tests/security try bad ones.
    elsewhere: [
      ...['file-too-large', 'file-not-spreadsheet', 'too-many-rows', 'register-has-problems'],
      // Nobody of these histories leaves a household by it.
      'last-administrator',
    ],
    async wish(scene) {
      const fileId = isWrong(scene) ? 'cloud://test.files/gone.xlsx' : registerFile;
      const { changes, seenAt } = scene.model.register;
      const seen = await seenOfRegister(scene.world);
      seenAt.set(seen, changes);
      return { openid: holder(scene, 'town-admin'), input: { fileId, seen, answers: [] } };
    },
  },
  costs: { requests: 44, documents: 91 },
};
