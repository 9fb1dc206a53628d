import { newCommandId } from './call';
import { photoStore } from './photo-store';

async function blobAt(address: string): Promise<Blob | null> {
  try {
    return await (await fetch(address)).blob();
  } catch {
    return null;
  }
}

export async function keepPhoto(path: string): Promise<string | null> {
  const photo = await blobAt(path);
  if (photo === null) return null;
  const kept = newCommandId();
  await photoStore.put(kept, photo);
  return kept;
}

export async function openPhoto(kept: string): Promise<string | null> {
  const photo = await photoStore.get(kept);
  return photo ? URL.createObjectURL(photo) : null;
}

export function dropPhoto(kept: string): Promise<void> {
  return photoStore.remove(kept);
}
