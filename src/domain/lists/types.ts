import type { ListKind, MatterContent } from '../../contracts/lists';

/** `matters/{villageId}.{key}`: what stands on the wall now; small, for lists. */
export type CurrentMatter = {
  villageId: string;
  key: string;
  list: ListKind;
  name: string;
  category: string;
  version: number;
};

/** `matter-versions/{villageId}.{key}.{version}`: immutable. */
export type MatterVersion = {
  villageId: string;
  key: string;
  version: number;
  publishedAtMs: number;
  matter: MatterContent;
};
