import { people } from '../../../../src/contracts';
import { testHeadName } from '../../../support/test-register';
import { type Card, onlyThoseWhoMay } from '../../card';
import { linkOf } from '../../ready/people';

const elsewhere = 'link-not-found';

export const card: Card = {
  async call(town) {
    const linkId = linkOf(town, 8);
    const where = { villageId: 'v01', householdNumber: 8, name: `${testHeadName(8)}偶` };
    const openid = 'spouse-of-eight';
    await town.as(openid).must(people.join, { ...where, namesShown: true });
    const { requests } = await town.head(2).must(people.listJoinRequests, {});
    const { joinRequestId = '' } = requests.find(({ name }) => name === where.name) ?? {};
    const seen = { joinRequestId, householdNumber: 8, name: where.name, accept: true };
    for (const as of [town.head(2), town.head(4)]) await as.must(people.answerJoin, seen);
    const input = { linkId, reason: '不是我家的人' };
    return { as: { openid }, input, otherInput: { ...input, reason: '不认识' } };
  },
  who: 'adults of the household, of who joined it beside themselves',
  may: {
    resident: {
      ...{ 'own-household': 'ok', 'near-relative': elsewhere, 'other-household': elsewhere },
      ...{ 'other-village': elsewhere, 'other-shop': elsewhere, none: elsewhere },
    },
  },
  publishes: {
    ...onlyThoseWhoMay,
    texts: [],
  },
  move: { none: 'it stops spending as a freeze does: tests/actions/people/links plays it' },
  costs: { requests: 15, documents: 10 },
};
