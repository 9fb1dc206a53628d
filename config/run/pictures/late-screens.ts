import type { Page } from 'playwright-core';
import { addDays, dayOf, endOfDayMs } from '../../../src/domain/kernel/time';
import { lateKeysOf } from '../../../src/domain/tasks/late';
import type { Task } from '../../../src/domain/tasks/types';
import { see } from './drive';
import type { Facts, Screen } from './screen';

const supervisor = ({ cast }: Facts) => cast.supervisors[0]?.openid ?? '';
const at = (path: string) => () => path;

/** Whatever waits for a village has waited too long; it stays so, so these come last. */
async function makeLate(page: Page, { engine }: Facts): Promise<void> {
  const dueDay = addDays(dayOf(Date.now()), -6);
  const limits = { dueDay, dueMs: endOfDayMs(dueDay), late: 'town', escalates: false } as const;
  const tasks = engine.find('tasks').filter(({ kind }) => kind !== 'order');
  for (const { _id, ...fields } of tasks) {
    const task = fields as Task;
    const shownTo = [...task.waitsFor, ...lateKeysOf('town', task.villageId)];
    await engine.set('tasks', _id, { ...task, ...limits, shownTo });
  }
  await page.reload();
  await see(page, '就该办完');
}

/** What lies, as those see it who see to it, and as those who should have done it. */
export const lateScreens: Screen[] = [
  { name: 'late', who: supervisor, path: at('packages/work/late/index'), act: makeLate },
  {
    name: 'late-town',
    who: ({ cast }) => cast.townAdministrator.openid,
    path: at('packages/work/late/index'),
    act: makeLate,
  },
  {
    name: 'me-late',
    who: ({ cast }) => cast.secondCadre.openid,
    path: at('pages/me/index'),
    act: makeLate,
  },
];
