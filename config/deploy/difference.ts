import type { PlatformWriter } from './write-platform';

/** One change to the environment; several differences may be mended by the same one. */
export type Step = { plan: string; carryOut(writer: PlatformWriter): Promise<void> };

/** One thing that is not as it should be; without a step only a person can put it right. */
export type Difference = { sentence: string; step: Step | null };
