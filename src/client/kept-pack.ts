import { create } from 'zustand';
import { dropText } from './kept-text';
import { forget, readKept } from './storage';

type HeldRole = { role: string; place: string };

/** What is said of the offline pack: it is too large for storage and lies in a file. */
export type AboutPack = {
  villageId: string;
  keptAtMs: number;
  households: number;
  bytes: number;
  withUses: boolean;
};

export const offlinePackKey = 'offline-pack';
export const packFile = 'offline-pack.json';
const keptForMs = 7 * 86_400_000;

export const useOfflinePack = create<{ about: AboutPack | null }>(() => ({
  about: readKept<AboutPack>(offlinePackKey),
}));

export const isFreshPack = ({ keptAtMs }: AboutPack) => Math.abs(Date.now() - keptAtMs) < keptForMs;

/** Takes the pack off this phone. */
export async function dropPack(): Promise<void> {
  forget(offlinePackKey);
  useOfflinePack.setState({ about: null });
  await dropText(packFile);
}

/** A week old, it would say what is no longer so, and of people who may have left. */
export async function dropOldPack(): Promise<void> {
  const { about } = useOfflinePack.getState();
  if (about && !isFreshPack(about)) await dropPack();
}

/** Names are for who acts on them: with the office the pack goes. */
export async function dropPackUnlessOfCommittee(roles: readonly HeldRole[]): Promise<void> {
  const { about } = useOfflinePack.getState();
  const isHeld = ({ role, place }: HeldRole) => role === 'cadre' && place === about?.villageId;
  if (about && !roles.some(isHeld)) await dropPack();
}
