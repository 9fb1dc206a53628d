import Taro from '@tarojs/taro';
import { create } from 'zustand';
import type { EnvelopeError } from '../contracts/contract';
import { readVillage } from '../contracts/people';
import { call } from './call';
import { chooseShop } from './chosen-shop';
import { openPage } from './open-page';
import type { PageParams } from './page-params';
import { readScene, type Scene } from './scene';
import { useSession } from './session';
import { isUndecided } from './trouble';

type Opening = {
  /** Why what was scanned or tapped did not open. */
  error: EnvelopeError | null;
  /** Opens it after all; null where that would change nothing. */
  again: (() => void) | null;
};

/** What became of the code or card that was opened last; `OpeningNote` shows it. */
export const useOpening = create<Opening>(() => ({ error: null, again: null }));

const nothing: Opening = { error: null, again: null };
const notOurs: EnvelopeError = {
  code: 'not-our-code',
  message: '这个码不是村里的码,请扫村口或墙上的码。',
};

/** Only the last one counts: an earlier one may still be under way. */
let lastOpening: object | null = null;

/** Another way was taken: what is under way leads nowhere any more. */
export function forgetOpening(): void {
  lastOpening = null;
  useOpening.setState(nothing);
}

/** Makes a village the one that is shown; offline it is remembered, to be opened after all. */
async function openVillage(villageId: string, then?: () => unknown): Promise<void> {
  const opening = {};
  lastOpening = opening;
  const answer = await call(readVillage, { villageId });
  const session = useSession.getState();
  // Who one is decides where a code leads, and a first answer about it brings the own village.
  if (answer.ok && session.state === 'loading') await session.refresh();
  if (lastOpening !== opening) return;
  if (answer.ok) {
    useOpening.setState(nothing);
    session.chooseVillage({ villageId, name: answer.value.name });
    await then?.();
    return;
  }
  const again = isUndecided(answer.error) ? () => openVillage(villageId, then) : null;
  useOpening.setState({ error: answer.error, again });
}

function toBoardOrJoin(villageId: string) {
  if (useSession.getState().me) return Taro.switchTab({ url: '/pages/board/index' });
  return openPage(`/packages/join/index?villageId=${villageId}`);
}

async function open(scene: Scene): Promise<void> {
  if (scene.kind === 'village') {
    await openVillage(scene.villageId, () => toBoardOrJoin(scene.villageId));
  }
  if (scene.kind === 'shop') {
    forgetOpening();
    chooseShop(scene.shopId);
    await Taro.switchTab({ url: '/pages/shop/index' });
  }
  if (scene.kind === 'printed') {
    forgetOpening();
    await openPage(`/packages/print/find/index?checkCode=${scene.checkCode}`);
  }
  if (scene.kind === 'matter') {
    const { villageId, key, version } = scene;
    const query = `villageId=${villageId}&key=${key}&version=${version}`;
    // The page asks for the matter itself; the board behind it is shown when one goes back.
    openVillage(villageId);
    await openPage(`/packages/matters/matter/index?${query}`);
  }
}

/**
 * Opens what a scanned code stands for. Answers false when it is none of our printed codes,
 * so that the caller can say so.
 */
export async function openScene(text: string): Promise<boolean> {
  const scene = readScene(text);
  if (scene === null) return false;
  await open(scene);
  return true;
}

/** What the address of a page asks for that was opened from outside: by a code or by a card. */
export async function openAddress({ scene, villageId }: PageParams): Promise<void> {
  if (scene === undefined) {
    if (villageId !== undefined) await openVillage(villageId);
    return;
  }
  if (!(await openScene(scene))) useOpening.setState({ error: notOurs, again: null });
}
