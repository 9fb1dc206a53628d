import { see, tap } from './drive';
import type { Facts, Screen } from './screen';

const resident = ({ cast }: Facts) => cast.resident.openid;
const supervisor = ({ cast }: Facts) => cast.supervisors[0]?.openid ?? '';

/** Where everybody looks whether the books were changed. */
export const bookScreens: Screen[] = [
  {
    name: 'books-account',
    who: resident,
    path: () => 'packages/books/account/index',
    act: (page) => see(page, '笔笔对得上'),
  },
  { name: 'books-village', who: supervisor, path: () => 'packages/books/village/index' },
  {
    name: 'books-village-done',
    who: supervisor,
    path: () => 'packages/books/village/index',
    act: async (page) => {
      await tap(page, '开始查');
      await see(page, '笔笔对得上');
    },
  },
  {
    name: 'books-codes',
    who: resident,
    path: ({ villageId }) => `packages/books/codes/index?villageId=${villageId}`,
  },
];
