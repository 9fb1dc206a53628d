import type { Taken } from './small-photos';

/**
 * Lets the person take or choose photos, each made as small as it can be. Never rejects: what
 * could not be taken or used is told; nothing and no problem when they gave up.
 */
export function takePhotos(maximum: number): Promise<Taken>;
