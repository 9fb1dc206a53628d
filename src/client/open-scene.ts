import Taro from '@tarojs/taro';
import { readVillage } from '../contracts/people';
import { call } from './call';
import { readScene } from './scene';
import { useSession } from './session';
import { keep } from './storage';

/** Makes a village the one that is shown. Answers false when it cannot be read now. */
export async function showVillage(villageId: string): Promise<boolean> {
  const answer = await call(readVillage, { villageId });
  if (!answer.ok) return false;
  useSession.getState().chooseVillage({ villageId, name: answer.value.name });
  return true;
}

async function openVillage(villageId: string): Promise<void> {
  if (!(await showVillage(villageId))) {
    Taro.showToast({ title: '没找到这个嘎查村', icon: 'none' });
    return;
  }
  const { state, me } = useSession.getState();
  if (state === 'loading') await useSession.getState().refresh();
  const joined = me ?? useSession.getState().me;
  if (joined) await Taro.switchTab({ url: '/pages/board/index' });
  else await Taro.navigateTo({ url: `/packages/join/index?villageId=${villageId}` });
}

/**
 * Opens what a scanned code stands for. Answers false when it is none of our printed codes,
 * so that the caller can say so.
 */
export async function openScene(text: string): Promise<boolean> {
  const scene = readScene(text);
  if (scene === null) return false;
  if (scene.kind === 'village') await openVillage(scene.villageId);
  if (scene.kind === 'shop') {
    keep('shop', scene.shopId);
    await Taro.switchTab({ url: '/pages/shop/index' });
  }
  if (scene.kind === 'matter') {
    await showVillage(scene.villageId);
    const { villageId, key, version } = scene;
    const query = `villageId=${villageId}&key=${key}&version=${version}`;
    await Taro.navigateTo({ url: `/packages/matters/matter/index?${query}` });
  }
  return true;
}
