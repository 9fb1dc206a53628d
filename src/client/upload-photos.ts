import { newCommandId } from './call';
import { upload } from './transport';

/**
 * Uploads photos that stand at addresses of this phone; answers their file ids in order. Each gets
 * a fresh name. The functions take photos as evidence from this folder only, and move them out of
 * the phone's reach when a record claims them.
 * Rejects when one of them did not arrive.
 */
export function uploadPhotos(addresses: readonly string[]): Promise<string[]> {
  return Promise.all(addresses.map((address) => upload(`evidence/${newCommandId()}.jpg`, address)));
}
