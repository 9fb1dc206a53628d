import { dayInWords } from '../kernel/time';
import type { AlarmSide } from './types';

export const sideWords: Record<AlarmSide, string> = {
  supervisor: '村务监督委员会',
  town: '镇里',
};

export const otherSide = (side: AlarmSide): AlarmSide => (side === 'town' ? 'supervisor' : 'town');

/** What everybody may know of an open alarm. */
export type AlarmSeen = { day: string; households: number; signedBy: readonly AlarmSide[] };

/** Since when a village is not sealed. */
export const alarmTitle = ({ day }: AlarmSeen) => `${dayInWords(day)}起账本没有留底`;

/** What was found, and who comes next. */
export function alarmNote({ households, signedBy }: AlarmSeen): string {
  const found =
    households > 0 ? `${households} 户的账和上次留底的对不上` : '以前的留底被改过,或者少了';
  const [signed] = signedBy;
  const next = signed
    ? `${sideWords[signed]}已签字,还等${sideWords[otherSide(signed)]}的人查清签字`
    : '要村务监督委员会和镇里各一个人查清签字';
  return `${found}。${next},之后再接着留底。`;
}

/** Both in one. */
export const alarmInWords = (alarm: AlarmSeen) => `${alarmTitle(alarm)}:${alarmNote(alarm)}`;
