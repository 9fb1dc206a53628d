import { people } from '../../../src/contracts';
import { mostLinesOfAPhone } from '../../../src/contracts/limits';
import { commonRefusals } from '../../../src/contracts/refusals';
import { maskName } from '../../../src/domain/kernel/names';
import { refuse } from '../../../src/domain/kernel/refusal';
import { linesOfAPhone } from '../../../src/domain/people/join';
import { readPhoneToken } from '../../../src/domain/people/phone-token';
import type { Household, Member, Village } from '../../../src/domain/people/types';
import { defineQuery } from '../../runtime/define-action';
import type { Reader } from '../../runtime/store/store';

/** The line as the question shows it; null where its household is gone. */
async function showLine({ villageId, householdId, name }: Member, read: Reader) {
  const [village, household] = await Promise.all([
    read.get<Village>('villages', villageId),
    read.get<Household>('households', householdId),
  ]);
  if (!village || !household) return null;
  const { number: householdNumber } = household;
  return { villageId, villageName: village.name, householdNumber, maskedName: maskName(name) };
}

export const findMyLine = defineQuery({
  contract: people.findMyLine,
  allow: [{ who: 'wechat-user' }],
  countsTries: { named: 'my-line', whatNext: '或者填户号和姓名,等村里核对' },
  run: async ({ input, caller, read, secret, nowMs }) => {
    const lookUp = caller.lookUp ?? refuse('log-in-first', commonRefusals['log-in-first']);
    const matches = (text: string, mac: string) => secret.matches('phone', text, mac);
    const phone = readPhoneToken(input.phoneToken, lookUp, nowMs, matches);
    const members = await read.query<Member>('members', {
      where: { phone },
      order: { field: 'memberId', direction: 'asc' },
      limit: mostLinesOfAPhone + 1,
    });
    const lines = await Promise.all(linesOfAPhone(members).map((each) => showLine(each, read)));
    return { lines: lines.filter((line) => line !== null) };
  },
});
