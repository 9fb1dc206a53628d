import type { Page } from 'playwright-core';
import { dayOf } from '../../../src/domain/kernel/time';
import { alarmId, raiseAlarm } from '../../../src/domain/seals/alarm';
import { see, tap } from './drive';
import type { Facts, Screen } from './screen';

const resident = ({ cast }: Facts) => cast.resident.openid;
const supervisor = ({ cast }: Facts) => cast.supervisors[0]?.openid ?? '';
const at = (path: string) => () => path;

/** Books that do not go on from the seal; it stands from here on, so these come last. */
async function raise(page: Page, { engine, villageId }: Facts): Promise<void> {
  const number = 1;
  const query = { villageId, number: { $in: [13, 105] } };
  const households = engine.find('households', { query });
  const householdIds = households.map(({ _id }) => _id);
  const found = { villageId, raisedAtMs: Date.now(), badSealDay: null, householdIds };
  const alarm = raiseAlarm({ ...found, day: dayOf(Date.now()) }, null);
  const stored = { _id: alarmId({ villageId, number }), ...alarm };
  if (engine.count('seal-alarms', {}) === 0) await engine.insert('seal-alarms', stored);
  await page.reload();
}

/** The page where an alarm is signed, and the others that tell of it. */
export const alarmScreens: Screen[] = [
  {
    name: 'alarm',
    who: supervisor,
    path: at('packages/work/alarm/index'),
    act: async (page, facts) => {
      await raise(page, facts);
      await see(page, '账本没有留底');
    },
  },
  {
    name: 'alarm-sign',
    who: supervisor,
    path: at('packages/work/alarm/index'),
    act: async (page, facts) => {
      await raise(page, facts);
      await tap(page, '查清了,按现在的账往下记');
    },
  },
  {
    name: 'board-alarm',
    who: supervisor,
    path: at('pages/board/index'),
    act: raise,
  },
  { name: 'points-alarm', who: resident, path: at('pages/points/index'), act: raise },
  { name: 'me-supervisor', who: supervisor, path: at('pages/me/index') },
];
