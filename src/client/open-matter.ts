import { openPage } from './open-page';

export function openMatter(villageId: string, key: string): void {
  openPage(`/packages/matters/matter/index?villageId=${villageId}&key=${key}`);
}
