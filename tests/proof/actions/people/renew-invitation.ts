import { holder, isWrong, pickFrom } from '../../../simulation/histories/moves/move';
import { administrator } from '../../call';
import { type Card, onlyThoseWhoMay } from '../../card';
import { town } from '../../may';
import { openInvitation } from '../../ready/invitations';

export const card: Card = {
  async call(proofTown) {
    const officeActId = await openInvitation(proofTown);
    const other = await openInvitation(proofTown, { role: 'carrier' });
    return { as: administrator, input: { officeActId }, otherInput: { officeActId: other } };
  },
  who: 'the town',
  may: town,
  publishes: { ...onlyThoseWhoMay, texts: [] },
  move: {
    weight: 3,
    wish(scene) {
      const { model, world } = scene;
      const all = [...model.acts].filter(([, { state }]) => state === 'invited');
      const settled = [...model.acts].filter(([, { invited }]) => invited !== null);
      const [officeActId] = pickFrom(scene, isWrong(scene) ? settled : all) ?? [];
      if (!officeActId) return null;
      const nowhere = isWrong(scene) && isWrong(scene);
      const input = { officeActId: nowhere ? world.newCommandId(0) : officeActId };
      return { openid: holder(scene, 'town-admin'), input };
    },
  },
  costs: { requests: 13, documents: 8 },
};
