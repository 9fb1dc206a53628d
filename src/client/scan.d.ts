/**
 * Lets the person scan a code; answers its text, or null when they gave up.
 * A mini-program code answers the text of its scene.
 */
export function scanCode(): Promise<string | null>;
