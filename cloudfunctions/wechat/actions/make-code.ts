import { wechat as contracts } from '../../../src/contracts';
import { sceneOf } from '../../../src/domain/documents/scene';
import type { MiniCode } from '../../../src/domain/documents/types';
import type { CurrentMatter } from '../../../src/domain/lists/types';
import { defineRun } from '../../runtime/define-action';
import { readAll } from '../../runtime/store/read-all';
import type { Reader } from '../../runtime/store/store';
import type { WeChat } from '../port';
import { refuseForWeChat } from '../refusals';

async function readKeys(villageId: string, read: Reader): Promise<string[]> {
  const matters = await readAll<CurrentMatter>(read, 'matters', { villageId }, 'key');
  return matters.map((matter) => matter.key);
}

export function makeCode(wechat: WeChat) {
  return defineRun({
    contract: contracts.makeCode,
    allow: [
      { who: 'cadre', at: 'own-village' },
      { who: 'keeper', at: 'own-shop' },
      { who: 'town-admin' },
    ],
    place: ({ input: { villageId, target } }) => ({
      villageId,
      ...(target.kind === 'shop' && { shopId: target.shopId }),
    }),
    run: async ({ input: { villageId, target }, store }) => {
      const keys = target.kind === 'matter' ? await readKeys(villageId, store) : [];
      const scene = sceneOf(villageId, target, keys);
      if (await store.get<MiniCode>('mini-codes', scene)) return { scene };
      const { content, contentType } = await wechat.miniProgramCode(scene).catch(refuseForWeChat);
      const imageBase64 = Buffer.from(content).toString('base64');
      const code: MiniCode = { scene, villageId, imageBase64, contentType };
      await store.transact(async (tx) => tx.set('mini-codes', scene, code));
      return { scene };
    },
  });
}
