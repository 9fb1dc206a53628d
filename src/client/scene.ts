import { readPrintedText } from '../domain/documents/printed-text';
import { decoded } from './decoded';

/** What a code printed on a door, a shop, a poster or a sheet of paper stands for. */
export type Scene =
  | { kind: 'village'; villageId: string }
  | { kind: 'shop'; shopId: string }
  | { kind: 'matter'; villageId: string; key: string; version: number }
  | { kind: 'printed'; checkCode: string };

const slug = '[a-z0-9][a-z0-9-]{0,39}';
const villageScene = new RegExp(`^v=(${slug})$`);
const shopScene = new RegExp(`^s=(${slug})$`);
const matterScene = new RegExp(`^m=(${slug})\\.(${slug})\\.([1-9][0-9]{0,5})$`);

/** The scene inside a page address, or the text itself. */
function sceneText(text: string): string {
  const inAddress = /[?&]scene=([^&#]+)/.exec(text)?.[1];
  return decoded(inAddress ?? text).trim();
}

/** Reads a scene, or an address that carries one; null for any other text. */
export function readScene(text: string): Scene | null {
  const scene = sceneText(text);
  const villageId = villageScene.exec(scene)?.[1];
  if (villageId) return { kind: 'village', villageId };
  const shopId = shopScene.exec(scene)?.[1];
  if (shopId) return { kind: 'shop', shopId };
  const checkCode = readPrintedText(scene);
  if (checkCode) return { kind: 'printed', checkCode };
  const [, ofVillage, key, version] = matterScene.exec(scene) ?? [];
  if (ofVillage && key)
    return { kind: 'matter', villageId: ofVillage, key, version: Number(version) };
  return null;
}
