import { see, tap } from './drive';
import type { Facts, Screen } from './screen';

const passerBy = () => 'sample-stranger';
const resident = ({ cast }: Facts) => cast.resident.openid;
const supervisor = ({ cast }: Facts) => cast.supervisors[0]?.openid ?? '';
const reviewer = (facts: Facts) => facts.reviewer;
const townAdministrator = ({ cast }: Facts) => cast.townAdministrator.openid;
const of = (page: string) => (facts: Facts) =>
  `packages/offices/${page}/index?villageId=${facts.villageId}`;
const ending = (facts: Facts) => `${of('end')(facts)}&officeId=${facts.officeId}`;

/** Who holds what, and how two people give and end it. */
export const officeScreens: Screen[] = [
  { name: 'offices', who: passerBy, path: of('list') },
  { name: 'offices-supervisor', who: supervisor, path: of('list') },
  { name: 'offices-panel', who: reviewer, path: of('list') },
  { name: 'office-give', who: townAdministrator, path: of('give') },
  {
    name: 'office-give-missing',
    who: supervisor,
    path: of('give'),
    act: async (page) => {
      await tap(page, '超市管理员');
      await tap(page, '登记,等另一个人确认');
      await see(page, '都要填');
    },
  },
  { name: 'office-give-nobody', who: resident, path: of('give') },
  { name: 'office-end', who: supervisor, path: ending },
  { name: 'office-acts', who: supervisor, path: () => 'packages/offices/acts/index' },
  {
    name: 'office-act-refuse',
    who: supervisor,
    path: () => 'packages/offices/acts/index',
    act: async (page) => {
      await tap(page, '不同意');
      await see(page, '写一句为什么');
    },
  },
  { name: 'office-acts-own', who: townAdministrator, path: () => 'packages/offices/acts/index' },
  { name: 'office-invite', who: townAdministrator, path: () => 'packages/offices/invite/index' },
  {
    name: 'office-invite-missing',
    who: townAdministrator,
    path: () => 'packages/offices/invite/index',
    act: async (page) => {
      await tap(page, '合作商户');
      await tap(page, '登记,等另一个人确认');
      await see(page, '再选哪个超市');
    },
  },
  {
    name: 'office-invitations',
    who: townAdministrator,
    path: () => 'packages/offices/invitations/index',
    act: async (page) => {
      await tap(page, '给本人看码');
      await see(page, '收起码');
    },
  },
  { name: 'office-invited', who: passerBy, path: () => 'packages/join/invited/index' },
  { name: 'me-observer', who: () => 'sample-observer', path: () => 'pages/me/index' },
  {
    name: 'overview-observer',
    who: () => 'sample-observer',
    path: () => 'packages/town/overview/index',
  },
];
