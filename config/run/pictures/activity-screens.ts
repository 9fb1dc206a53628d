import { button, see, tap } from './drive';
import type { Facts, Screen } from './screen';

const cadre = ({ cast }: Facts) => cast.cadre.openid;
const secondCadre = ({ cast }: Facts) => cast.secondCadre.openid;
const together = () => 'packages/record/together/index';
const activity = ({ activityId }: Facts) =>
  `packages/record/activity/index?activityId=${activityId}`;

/** One deed of many households: recorded, looked at, decided on. */
export const activityScreens: readonly Screen[] = [
  { name: 'together-items', who: cadre, path: together },
  {
    name: 'together',
    who: cadre,
    path: together,
    act: async (page) => {
      await button(page, /^集中整治/)
        .first()
        .tap();
      await see(page, '全选');
      for (const nth of [2, 3, 5]) await page.getByRole('checkbox').nth(nth).tap();
      await see(page, '选了 3 户');
    },
  },
  { name: 'activity-check', who: secondCadre, path: activity },
  {
    name: 'activity-take-out',
    who: secondCadre,
    path: activity,
    act: async (page) => {
      await tap(page, '挑出几户');
      await tap(page, '没有来');
      await page.getByRole('checkbox').nth(1).tap();
      await see(page, '1 户不同意,其余同意');
    },
  },
];
