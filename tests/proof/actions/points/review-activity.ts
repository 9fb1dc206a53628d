import { points } from '../../../../src/contracts';
import { letTheDrawFall } from '../../../support/draw';
import { type Card, onlyThoseWhoMay } from '../../card';
import { here } from '../../may';
import { bothWaysOfAll, recordedTogether, recordOf } from '../../ready/activities';

export const card: Card = {
  async call(town) {
    const activityId = await recordedTogether(town, 8, 9, 10);
    const check = { activityId, accept: true, except: [] };
    await town.head(2).must(points.checkActivity, check);
    await letTheDrawFall(town);
    const [member] = town.panelOf(recordOf(town, activityId, 8));
    if (!member) throw new Error('a panel was drawn');
    return bothWaysOfAll({ openid: member.openid }, activityId);
  },
  who: 'the panel of the village that was drawn; what is of oneself or relatives is left',
  may: { panel: here },
  publishes: {
    ...onlyThoseWhoMay,
    texts: [],
  },
  move: { none: 'each record as review-record moves it: tests/actions/points/activities' },
  costs: { requests: 26, documents: 23 },
};
