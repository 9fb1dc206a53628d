import Taro from '@tarojs/taro';

export function openMatter(villageId: string, key: string): void {
  Taro.navigateTo({ url: `/packages/matters/matter/index?villageId=${villageId}&key=${key}` });
}
