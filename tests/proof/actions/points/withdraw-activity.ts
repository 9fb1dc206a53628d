import { headOpenid } from '../../../support/town';
import { type Card, onlyThoseWhoMay } from '../../card';
import { recordedTogether } from '../../ready/activities';

/** Whose record it is not. */
const other = 'not-the-recorder';

export const card: Card = {
  async call(town) {
    const activityId = await recordedTogether(town, 8, 9, 10);
    const otherInput = { activityId: await recordedTogether(town, 13) };
    return { as: { openid: headOpenid(1, 3) }, input: { activityId }, otherInput };
  },
  who: 'the cadre who recorded it, while nobody has checked it',
  may: {
    cadre: { 'own-household': other, 'near-relative': other, 'other-household': other },
  },
  publishes: {
    ...onlyThoseWhoMay,
    texts: [],
  },
  move: { none: 'each record as withdraw-record moves it: tests/actions/points/activities' },
  costs: { requests: 35, documents: 30 },
};
