import { refuse } from '../../kernel/refusal';
import type { Office, OfficeBasis } from './types';

/**
 * 村组法 14, 19, 20, 37, 38: who is elected comes and goes by election, resignation, recall or
 * appraisal alone; nobody may appoint or dismiss them.
 */
const elected: readonly Office[] = ['cadre', 'supervisor', 'panel'];

export function isElected(role: Office): boolean {
  return elected.includes(role);
}

const ofVillages: readonly Office[] = [...elected, 'keeper'];

/** Whom the town's administrators alone give an office, and take it from. */
export function isOfTheTown(role: Office): boolean {
  return !ofVillages.includes(role);
}

const ofElected: readonly OfficeBasis[] = [
  ...(['elected', 'resigned', 'recalled', 'unfit', 'term-over', 'lapsed'] as const),
];
const ofAppointed: readonly OfficeBasis[] = [
  ...(['appointed', 'resigned', 'dismissed', 'term-over', 'lapsed'] as const),
];

/** On which grounds an office is given, or ends. */
export function basesOf(role: Office): readonly OfficeBasis[] {
  return isElected(role) ? ofElected : ofAppointed;
}

type Told = { role: Office; basis: OfficeBasis; day: string; untilDay?: string | undefined };

/**
 * @param today of +08:00
 * @throws Refusal `basis-does-not-fit`, `day-to-come`, `term-does-not-fit`
 */
export function mustSayWhatHappened({ role, basis, day, untilDay }: Told, today: string): void {
  if (!basesOf(role).includes(basis)) {
    refuse(
      'basis-does-not-fit',
      isElected(role)
        ? '这个职务是选出来的,不能任命、也不能免职。请选当选、辞职、罢免、评议不称职、换届或自行终止。'
        : '这个职务是聘任的,不是选出来的。请选任命、辞职、免职、任期满或自行终止。',
    );
  }
  if (day > today) {
    refuse('day-to-come', '日子还没到。请等会开了、事定了再登记,填真正的那一天。');
  }
  if (untilDay !== undefined && untilDay <= day) {
    refuse('term-does-not-fit', '任期要在任职那天之后结束。请看一下两个日子。');
  }
}
