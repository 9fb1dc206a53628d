import { headOpenid } from '../../../support/town';
import type { Card } from '../../card';
import { divisionToSign } from '../../ready/life';

const head14 = { openid: headOpenid(1, 14) };
const notTheirs = 'nothing-to-sign';

export const card: Card = {
  async call(town) {
    const lifeEventId = await divisionToSign(town);
    const other = await divisionToSign(town, 78);
    return { as: head14, input: { lifeEventId }, otherInput: { lifeEventId: other } };
  },
  who: 'adults of a household that splits, each for themselves',
  may: {
    resident: {
      ...{ 'own-household': 'ok', 'near-relative': notTheirs, 'other-household': notTheirs },
      ...{ 'other-village': notTheirs, 'other-shop': notTheirs, none: notTheirs },
    },
  },
  publishes: { apart: 'about-the-caller', caller: ['lifeEventId'], texts: [] },
  move: { none: 'moves nothing by itself; every signature and its lack: actions/people' },
  costs: { requests: 8, documents: 6 },
};
