import type { ValueOf } from '../../../contracts/contract';
import type { listSealAlarms } from '../../../contracts/seals';
import { dayInWords } from '../../../domain/kernel/time';
import { otherSide, sideWords } from '../../../domain/seals/alarm-words';
import { outcomeWords } from '../../../domain/seals/outcome-words';
import type { AlarmOutcome, AlarmSide } from '../../../domain/seals/types';

export type Alarm = ValueOf<typeof listSealAlarms>['alarms'][number];

const isDay = (text: string) => /^20\d\d-\d\d-\d\d$/.test(text);

/** What was found, with whose books it is about. */
export function foundInWords({ householdNumbers, badSealDay }: Alarm): string {
  if (householdNumbers.length > 0) {
    const named = householdNumbers.map((number) => `${number}号户`).join('、');
    const whose = householdNumbers.length === 1 ? '这户的账' : '这几户的账';
    return `${whose},和上次留的底接不上:${named}。`;
  }
  const day = badSealDay && isDay(badSealDay) ? `${dayInWords(badSealDay)} ` : '以前';
  return `${day}的留底被改过,或者少了。`;
}

/** How to look into it, before anybody signs. */
export const howToCheck =
  '请对照纸上的公示和记录,问清是谁、为什么改的。有人故意改的,请留好证据,向上级反映。';

export type SideLine = { side: AlarmSide; words: string; done: boolean };

/** Who has signed and what they said, and who is still to sign. */
export function sidesOf({ signedBy, outcome, signedByMe }: Alarm): SideLine[] {
  return (['supervisor', 'town'] as const).map((side) => {
    const done = signedBy.includes(side);
    const said = outcome ? `签了“${outcomeWords[outcome]}”` : '已签字';
    const whose = signedByMe ? `您${said}` : said;
    return { side, done, words: done ? whose : '还没签' };
  });
}

/** What to do now, for whoever reads it. */
export function nextInWords({ signedBy, outcome, signedByMe }: Alarm): string {
  const [signed] = signedBy;
  if (!signed || !outcome) return '查清了,选一句签字。两边签的要一样。';
  if (signedByMe) return `还等${sideWords[otherSide(signed)]}的人签字。您要改,可以再选一次。`;
  return `${sideWords[signed]}签的是“${outcomeWords[outcome]}”。您查的也是这样,就签同一句;不一样,请一起再查。`;
}

/** What each of the two sentences means, said before it is signed. */
export const meaningOf: Record<AlarmOutcome, string> = {
  restored: '账已经改回留底时的样子。夜里会再核对一遍,还是对不上,会再提醒。',
  kept: '原因查清了,往后按现在的账记。以后谁核验账本,都会看到这一处是两个人查过才接着留底的。',
};
