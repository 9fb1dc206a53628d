import type { MatterContent } from '../../contracts/lists';
import type { CurrentMatter } from './types';

/** What a list and a search need of a matter. */
export function currentMatterOf(
  villageId: string,
  matter: MatterContent,
  version: number,
): CurrentMatter {
  const { key, list, name, category, conditions } = matter;
  const searchText = [name, category, ...conditions].join('\n').toLowerCase();
  return { villageId, key, list, name, category, version, searchText };
}
