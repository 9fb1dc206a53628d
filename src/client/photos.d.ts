/**
 * Photo evidence on this phone. A kept photo survives a restart of the app; an address of it is
 * good for showing and uploading until the app ends.
 */

/** Keeps a taken photo; answers the name it is kept under, null when there is no such photo. */
export function keepPhoto(path: string): Promise<string | null>;
/** An address of a kept photo; null when it is gone. */
export function openPhoto(kept: string): Promise<string | null>;
export function dropPhoto(kept: string): Promise<void>;
