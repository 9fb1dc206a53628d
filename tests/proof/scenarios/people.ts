import { people, wechat } from '../../../src/contracts';
import { registerRow, testHeadName, testMembers, testPhone } from '../../support/test-register';
import { headOpenid } from '../../support/town';
import type { ProofTown } from '../town';
import type { Scenarios } from './scenario';

const resident = { openid: headOpenid(1, 8) };
const cadre = { openid: headOpenid(1, 2) };

/** The head of household 16 has no phone in the register, so somebody must answer. */
async function ask(town: ProofTown, openid: string, namesShown = true) {
  const name = testHeadName(16);
  const input = { villageId: 'v01', householdNumber: 16, name, namesShown };
  await town.as(openid).must(people.join, input);
  const { requests } = await town.head(2).must(people.listJoinRequests, { villageId: 'v01' });
  const request = requests[0];
  if (!request) throw new Error('nobody waits');
  const { joinRequestId, householdNumber } = request;
  return { joinRequestId, householdNumber, name };
}

export const peopleScenarios: Scenarios = {
  'list-villages': () => ({ as: 'nobody', input: {} }),
  'read-village': () => ({ as: 'nobody', input: { villageId: 'v01' } }),
  'who-am-i': () => ({ as: resident, input: {} }),
  async join(town) {
    const openid = 'newly-come';
    const code = `phone:${testPhone(2, 12)}`;
    const { phoneToken } = await town.as(openid).must(wechat.readPhoneNumber, { code });
    const input = {
      villageId: 'v02',
      householdNumber: 12,
      name: testHeadName(12),
      phoneToken,
      namesShown: true,
    };
    return { as: { openid }, input, otherInput: { ...input, namesShown: false } };
  },
  async 'list-join-requests'(town) {
    await ask(town, 'waits-for-an-answer');
    return { as: cadre, input: { villageId: 'v01' } };
  },
  async 'answer-join'(town) {
    const seen = await ask(town, 'waits-for-an-answer');
    const input = { ...seen, accept: true };
    return { as: cadre, input, otherInput: { ...seen, accept: false } };
  },
  'set-names-shown': () => ({
    as: resident,
    input: { namesShown: false },
    otherInput: { namesShown: true },
  }),
  'read-household-card': () => ({ as: resident, input: {} }),
  'erase-me': () => ({ as: resident, input: {} }),
  'erase-member': () => ({
    as: { openid: 'town-admin' },
    input: { villageId: 'v01', householdNumber: 16, name: testHeadName(16) },
    otherInput: { villageId: 'v01', householdNumber: 8, name: testHeadName(8) },
  }),
  'find-households': () => ({ as: cadre, input: { villageId: 'v01', search: '8' } }),
};

/** A register with one more household than the town knows. */
export function registerWithOneMore(villageName: string) {
  const [head] = testMembers(1);
  if (!head) throw new Error('a register has its first household');
  const newcomer = { ...head, householdNumber: 21, name: '试户新', headName: '试户新', phone: '' };
  return [registerRow(villageName, { ...newcomer, job: '', relatives: '' })];
}
