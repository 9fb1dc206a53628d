import { newCommandId } from './call';
import { upload } from './transport';

/**
 * Uploads a photo that stands at an address of this phone, under a fresh name; answers its file
 * id. The functions take photos as evidence from this folder only, and move them out of the
 * phone's reach when a record claims them.
 * Rejects when it did not arrive.
 */
export function uploadPhoto(address: string): Promise<string> {
  return upload(`evidence/${newCommandId()}.jpg`, address);
}
