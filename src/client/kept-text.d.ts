/** Texts too large for storage, each a file of this phone by its name. None of these rejects. */

/** Answers false where the phone has no room for it. */
export function keepText(name: string, text: string): Promise<boolean>;
/** Null where there is none. */
export function readText(name: string): Promise<string | null>;
export function dropText(name: string): Promise<void>;
