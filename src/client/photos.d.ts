/**
 * Photo evidence on this phone. A kept photo survives a restart of the app; an address of it is
 * good for showing and uploading until the app ends.
 */

/** Lets the person take or choose photos; each at most about 200 KB. Empty when they gave up. */
export function takePhotos(maximum: number): Promise<string[]>;
/** Keeps a taken photo; answers the name it is kept under. */
export function keepPhoto(path: string): Promise<string>;
/** An address of a kept photo; null when it is gone. */
export function openPhoto(kept: string): Promise<string | null>;
export function dropPhoto(kept: string): Promise<void>;
