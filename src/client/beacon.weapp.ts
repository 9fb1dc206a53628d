/** A real phone's screen is seen by a camera; nobody needs telling. */
export function showsCode(_text: string | null, _label?: string): void {}
