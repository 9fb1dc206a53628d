/** Tells what stands around this page which code is on its screen; null when none is. */
export function showsCode(text: string | null, label?: string): void;
