import type { MatterContent } from '../../contracts/lists';
import type { CurrentMatter } from './types';

/** What a list needs of a matter. */
export function currentMatterOf(
  villageId: string,
  matter: MatterContent,
  version: number,
): CurrentMatter {
  const { key, list, name, category } = matter;
  return { villageId, key, list, name, category, version };
}
