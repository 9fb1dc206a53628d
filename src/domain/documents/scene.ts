import type { wechat } from '../../contracts';
import type { InputOf } from '../../contracts/contract';
import { refuse } from '../kernel/refusal';

/** WeChat allows no more in a mini-program code. */
const longestScene = 32;
/** Shorter beginnings of a key would soon be shared by others. */
const shortestKey = 8;

type Target = InputOf<typeof wechat.makeCode>['target'];

function refuseLongScene(): never {
  refuse('scene-too-long', '编号太长,小程序码装不下。请把嘎查村、超市或事项的编号改短再生成。');
}

/**
 * A matter's key is cut where the code would be too long; `read-matter` finds it by its beginning,
 * as long as no other key of the village begins alike.
 */
function matterScene(villageId: string, key: string, version: number, keys: readonly string[]) {
  const room = longestScene - `m=${villageId}..${version}`.length;
  if (key.length <= room) return `m=${villageId}.${key}.${version}`;
  const cut = key.slice(0, Math.max(room, 0));
  const alike = keys.some((other) => other !== key && other.startsWith(cut));
  if (cut.length < shortestKey || alike) refuseLongScene();
  return `m=${villageId}.${cut}.${version}`;
}

/**
 * What a scanned code stands for, as `readScene` on the phone reads it: `v=village`, `s=shop`,
 * `m=village.key.version`.
 * @param keys the keys of all matters of the village
 * @throws Refusal `scene-too-long`
 */
export function sceneOf(villageId: string, target: Target, keys: readonly string[]): string {
  if (target.kind === 'matter') return matterScene(villageId, target.key, target.version, keys);
  const scene = target.kind === 'shop' ? `s=${target.shopId}` : `v=${villageId}`;
  if (scene.length > longestScene) refuseLongScene();
  return scene;
}
