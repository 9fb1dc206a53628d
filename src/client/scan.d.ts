import type { DeviceProblem } from './device-problem';

/** `text` null without a problem: they gave up by themselves. */
export type Scan = { text: string | null; problem: DeviceProblem | null };

/**
 * Lets the person scan a code. A mini-program code answers the address of its page, scene included.
 * Never rejects; where there is a problem the caller offers another way.
 */
export function scanCode(): Promise<Scan>;
