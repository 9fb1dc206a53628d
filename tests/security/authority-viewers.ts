import type { Publishes } from '../proof/card';
import { fieldsIn, pathsOf } from '../proof/value-paths';
import type { Column, Position } from './authority-actors';

/** Somebody who lives elsewhere or is unknown; or in the village, in another household. */
export type Viewer = 'outsider' | 'insider';

/** As whom somebody reads; null for the household itself and for those who hold an office there. */
export function viewerAt(column: Column, position: Position | null): Viewer | null {
  if (position === 'at-it') return null;
  if (column === 'timer' || column === 'town-admin' || position === 'own-household') return null;
  if (position === null || position === 'other-village' || position === 'none') return 'outsider';
  return column === 'resident' || position === 'other-shop' ? 'insider' : null;
}

/** Fields of an answer that its card does not let somebody see. */
export function notAllowed(publishes: Publishes, viewer: Viewer, value: unknown): string[] {
  const lines =
    publishes.apart === 'about-the-caller'
      ? publishes.caller
      : [...publishes.outsiders, ...(viewer === 'insider' ? publishes.insiders : [])];
  const allowed = new Set(pathsOf(lines));
  return fieldsIn(value).filter((path) => !allowed.has(path));
}
