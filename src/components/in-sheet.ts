import { createContext, useContext } from 'react';

/** Whether this stands in a sheet: what floats above the page. */
export const InSheet = createContext(false);

/** Beneath a field in a sheet stand the sheet's buttons; the keyboard leaves them in sight. */
const roomForButtons = 120;
const roomOnPage = 24;

/** How far above WeChat's keyboard the field one types into is held, in px. */
export function useKeyboardRoom(): { cursorSpacing: number } {
  return { cursorSpacing: useContext(InSheet) ? roomForButtons : roomOnPage };
}
