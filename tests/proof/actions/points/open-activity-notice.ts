import { points } from '../../../../src/contracts';
import { letTheDrawFall } from '../../../support/draw';
import { cadre } from '../../call';
import { type Card, onlyThoseWhoMay } from '../../card';
import { here } from '../../may';
import { recordedTogether, recordOf } from '../../ready/activities';

export const card: Card = {
  async call(town) {
    const first = await recordedTogether(town, 8, 9, 10);
    const second = await recordedTogether(town, 13);
    const agree = (activityId: string) => ({ activityId, accept: true, except: [] });
    for (const each of [first, second]) {
      await town.head(2).must(points.checkActivity, agree(each));
    }
    await letTheDrawFall(town);
    for (const [each, number] of [
      [first, 8],
      [second, 13],
    ] as const) {
      for (const member of town.panelOf(recordOf(town, each, number))) {
        await member.call(points.reviewActivity, agree(each));
      }
    }
    return { as: cadre, input: { activityId: first }, otherInput: { activityId: second } };
  },
  who: 'the committee of the village',
  may: { cadre: here },
  publishes: {
    ...onlyThoseWhoMay,
    texts: [],
  },
  move: { none: 'each record as open-notice moves it: tests/actions/points/activity-notice' },
  costs: { requests: 30, documents: 27 },
};
