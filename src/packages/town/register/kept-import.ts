import { forget, keep, readKept } from '../../../client/storage';
import type { InputOf } from '../../../contracts/contract';
import type { importRegister } from '../../../contracts/town';

/**
 * An import that was begun and is not known to have ended. It is taken up again under its command
 * id and for its file alone: another file is another import.
 */
export type KeptImport = {
  commandId: string;
  name: string;
  /** With what was seen and said of it: sent again, it is the same. */
  input: InputOf<typeof importRegister>;
};

const key = 'register-import';

export const readKeptImport = () => readKept<KeptImport>(key);
export const keepImport = (kept: KeptImport) => keep(key, kept);
export const forgetImport = () => forget(key);
