import { create } from 'zustand';

type FoundItem = {
  /** A point item that was looked for; the form that opens or comes back takes it, once. */
  itemId: string | null;
  find: (itemId: string) => void;
  take: () => void;
};

/** What was done, on its way from the search to the form that tells about it. */
export const useFoundItem = create<FoundItem>((set) => ({
  itemId: null,
  find: (itemId) => set({ itemId }),
  take: () => set({ itemId: null }),
}));
