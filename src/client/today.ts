import { create } from 'zustand';
import type { ValueOf } from '../contracts/contract';
import { readToday } from '../contracts/tasks';
import { call } from './call';
import { useSession } from './session';
import { unlessSame } from './unless-same';

export type TodayCard = ValueOf<typeof readToday>['cards'][number];

type Today = {
  /** Null as long as it is not known: nobody is told that nothing waits. */
  cards: TodayCard[] | null;
  refresh: () => Promise<void>;
};

/** More is not told apart. */
const mostShown = 99;

/** `7`, `99+`; empty where nothing waits. What waits for others is not counted. */
export function badgeOf(cards: readonly TodayCard[]): string {
  const own = cards.filter(({ toDo }) => toDo !== 'late');
  const count = own.reduce((total, card) => total + card.count, 0);
  if (count === 0) return '';
  return count > mostShown || own.some(({ more }) => more) ? `${mostShown}+` : String(count);
}

/** What waits for this person; asked when the app is shown, and by 我的 whenever it is. */
export const useToday = create<Today>((set, get) => ({
  cards: null,

  async refresh() {
    const { me, roles } = useSession.getState();
    // Nothing waits for somebody whom nobody knows.
    if (me === null && roles.length === 0) {
      set({ cards: unlessSame(get().cards, []) });
      return;
    }
    const answer = await call(readToday, {});
    if (!answer.ok) return;
    set({ cards: unlessSame(get().cards, answer.value.cards) });
  },
}));
