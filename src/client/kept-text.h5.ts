import { photoStore } from './photo-store';

export async function keepText(name: string, text: string): Promise<boolean> {
  try {
    await photoStore.put(name, new Blob([text]));
    return true;
  } catch {
    return false;
  }
}

export async function readText(name: string): Promise<string | null> {
  const kept = await photoStore.get(name).catch(() => null);
  return kept === null ? null : kept.text();
}

export async function dropText(name: string): Promise<void> {
  await photoStore.remove(name).catch(() => undefined);
}
