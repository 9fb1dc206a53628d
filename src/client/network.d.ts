/** Tells whenever there is network again after there was none. */
export function whenOnline(tell: () => void): void;
