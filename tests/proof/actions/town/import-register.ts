import { holder, isWrong } from '../../../simulation/histories/moves/move';
import { registerFile } from '../../../simulation/histories/world';
import { administrator } from '../../call';
import { type Card, onlyThoseWhoMay } from '../../card';
import { town } from '../../may';
import { putRegister } from '../../ready/town';

export const card: Card = {
  call: async (town) => ({
    as: administrator,
    input: { fileId: await putRegister(town) },
    otherInput: { fileId: await putRegister(town, 'other.xlsx') },
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
    elsewhere: ['file-too-large', 'file-not-spreadsheet', 'too-many-rows', 'register-has-problems'],
    wish: (scene) => ({
      openid: holder(scene, 'town-admin'),
      input: { fileId: isWrong(scene) ? 'cloud://test.files/gone.xlsx' : registerFile },
    }),
  },
  costs: { requests: 35, documents: 81 },
};
