import { Refusal } from '../../../src/domain/kernel/refusal';

/** What somebody is told who is refused: `code`, sentence and, where there are any, details. */
export type Told = { code: string; message: string; details?: Record<string, unknown> };

/** @throws Error where the attempt is let through; whatever else the attempt throws */
export function refusalOf(attempt: () => unknown): Told {
  try {
    attempt();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { code, message, details } = error;
    return { code, message, ...(details && { details }) };
  }
  throw new Error('not refused');
}
