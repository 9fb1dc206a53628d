import type { DeviceProblem } from '../../../client/device-problem';

export type TableFile = { path: string; name: string; bytes: number };

/**
 * Lets the person choose the register's file. Never rejects: what went wrong is told; no file and
 * no problem when they gave up.
 */
export function chooseTable(): Promise<{ file: TableFile | null; problem: DeviceProblem | null }>;
