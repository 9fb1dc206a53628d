import { addDays, dayOf } from '../../../src/domain/kernel/time';
import { isWorkingDay } from '../../../src/domain/kernel/working-days';
import type { TestTown } from '../../support/town';

const hourMs = 3_600_000;

async function run({ timer }: Pick<TestTown, 'timer'>): Promise<void> {
  const answer = await timer('jobs', 'draw-rechecks');
  if (!answer.ok) throw new Error(answer.error.message);
}

/** At noon, when a draw waits for no village's seal any more. */
function toNoonOf({ clock }: Pick<TestTown, 'clock'>, day: string): void {
  clock.advanceMs(Date.parse(`${day}T12:00:00+08:00`) - clock.nowMs());
}

/** To the first day of the next month: nothing is frozen yet. */
export function toTheNextMonth(town: Pick<TestTown, 'clock'>): void {
  const month = dayOf(town.clock.nowMs()).slice(0, 7);
  let day = dayOf(town.clock.nowMs());
  while (day.startsWith(month)) day = addDays(day, 1);
  toNoonOf(town, day);
}

/** Last month's records are frozen, and no night has gone by. */
export async function freezeRechecks(town: Pick<TestTown, 'clock' | 'timer'>): Promise<void> {
  toTheNextMonth(town);
  await run(town);
}

/** The next working day's noon: what was frozen can be drawn. */
export function toTheDraw(town: Pick<TestTown, 'clock'>): void {
  let day = addDays(dayOf(town.clock.nowMs()), 1);
  while (!isWorkingDay(day)) day = addDays(day, 1);
  toNoonOf(town, day);
}

/** Frozen, drawn, and asked for. */
export async function drawRechecks(town: Pick<TestTown, 'clock' | 'timer'>): Promise<void> {
  await freezeRechecks(town);
  toTheDraw(town);
  await run(town);
  town.clock.advanceMs(hourMs);
}
