import { points } from '../../../src/contracts';
import { decideWithdraw } from '../../../src/domain/records/decide-record';
import { defineRun } from '../../runtime/define-action';
import { decideTogether } from '../activities/decide-together';
import { placeOfActivity } from '../activities/load-activity';

export const withdrawActivity = defineRun({
  contract: points.withdrawActivity,
  allow: [{ who: 'cadre', at: 'own-village' }],
  place: placeOfActivity,
  async run(context) {
    const { activityId } = context.input;
    const all = { ...context, input: { activityId, accept: true, except: [] } };
    const { agreed, left } = await decideTogether(all, {
      action: 'withdraw-record',
      decide: (record, _household, by) => decideWithdraw(record, by),
    });
    return { activityId, withdrawn: agreed, left };
  },
});
