import { see, tap, type } from './drive';
import type { Facts, Screen } from './screen';

const passerBy = () => 'sample-stranger';
const resident = ({ cast }: Facts) => cast.resident.openid;
const supervisor = ({ cast }: Facts) => cast.supervisors[0]?.openid ?? '';
const townAdministrator = ({ cast }: Facts) => cast.townAdministrator.openid;
const of = (page: string) => (facts: Facts) =>
  `packages/rolls/${page}/index?villageId=${facts.villageId}`;
const one = ({ rollId }: Facts) => `packages/rolls/roll/index?rollId=${rollId}`;

/** By whom the law counts: everybody reads how many, two people enter and confirm who. */
export const rollScreens: Screen[] = [
  { name: 'rolls', who: passerBy, path: of('list') },
  { name: 'rolls-supervisor', who: supervisor, path: of('list') },
  { name: 'roll', who: supervisor, path: one },
  {
    name: 'roll-accept',
    who: supervisor,
    path: one,
    act: async (page) => {
      await tap(page, '同意');
      await see(page, '名册是对的');
    },
  },
  { name: 'roll-own', who: townAdministrator, path: one },
  {
    name: 'roll-enter',
    who: supervisor,
    path: of('enter'),
    act: async (page, { cast }) => {
      await tap(page, '户代表名册');
      await type(page, '几号户或姓名', String(cast.resident.householdNumber));
      await tap(page, '找这一户');
      await see(page, '在名册上');
    },
  },
  {
    name: 'roll-enter-adults',
    who: supervisor,
    path: of('enter'),
    act: async (page) => {
      await tap(page, '成年村民名册');
      await see(page, '照户册写');
    },
  },
  { name: 'roll-enter-nobody', who: resident, path: of('enter') },
];
