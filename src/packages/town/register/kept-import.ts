import { forget, keep, readKept } from '../../../client/storage';

/**
 * An import that was begun and is not known to have ended. It is taken up again under its command
 * id and for its file alone: another file is another import.
 */
export type KeptImport = { fileId: string; commandId: string; name: string };

const key = 'register-import';

export const readKeptImport = () => readKept<KeptImport>(key);
export const keepImport = (kept: KeptImport) => keep(key, kept);
export const forgetImport = () => forget(key);
