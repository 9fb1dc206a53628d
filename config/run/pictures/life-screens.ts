import { see, tap, type } from './drive';
import type { Facts, Screen } from './screen';

const resident = ({ cast }: Facts) => cast.resident.openid;
const cadre = ({ cast }: Facts) => cast.cadre.openid;
const supervisor = ({ cast }: Facts) => cast.supervisors[0]?.openid ?? '';
const townAdministrator = ({ cast }: Facts) => cast.townAdministrator.openid;
const list = () => 'packages/life/list/index';
const propose = ({ villageId }: Facts) => `packages/life/propose/index?villageId=${villageId}`;

/** The form of one kind of event, sent before anything is filled in. */
function proposing(name: string, kind: string, fill?: Screen['act']): Screen {
  return {
    name: `life-propose-${name}`,
    who: cadre,
    path: propose,
    act: async (page, facts) => {
      await type(page, '几号户', String(facts.cast.resident.householdNumber));
      await tap(page, '看这一户');
      await tap(page, kind);
      await fill?.(page, facts);
      await tap(page, '登记,等另一个人确认');
    },
  };
}

const proposeKinds: Screen[] = [
  proposing('children', '出生、孩子人数'),
  proposing('move-in', '迁入'),
  proposing('marry', '搬到另一户', (page) => type(page, '搬到几号户', '22')),
  proposing('split', '分户', async (page, { cast }) => {
    await page
      .getByRole('checkbox', { name: `${cast.resident.name}分出去` })
      .filter({ visible: true })
      .tap();
    await tap(page, '家里商量好了');
  }),
  proposing('merge', '并户', (page) => type(page, '并到几号户', '22')),
  proposing('end', '销户'),
];

/** What happens to a household: entered by one, confirmed by another, seen by the household. */
export const lifeScreens: Screen[] = [
  { name: 'life', who: supervisor, path: list },
  {
    name: 'life-accept',
    who: supervisor,
    path: list,
    act: async (page) => {
      await tap(page, '同意');
      await see(page, '同意后马上改户册');
    },
  },
  { name: 'life-own', who: townAdministrator, path: list },
  { name: 'life-household', who: resident, path: list },
  {
    name: 'life-propose',
    who: cadre,
    path: propose,
    act: async (page, { cast }) => {
      await type(page, '几号户', String(cast.notYetJoined.householdNumber));
      await tap(page, '看这一户');
      await tap(page, '迁出');
      await tap(page, '登记,等另一个人确认');
      await see(page, '请选是家里哪一位');
    },
  },
  ...proposeKinds,
  { name: 'life-propose-nobody', who: resident, path: propose },
];
