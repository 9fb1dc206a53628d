import tcb from '@cloudbase/node-sdk';
import type { Probe } from './probe';
import { queryProbes } from './probes/queries';
import { sizeProbes } from './probes/sizes';
import { surroundingProbes } from './probes/surroundings';
import { transactionProbes } from './probes/transactions';
import { writeProbes } from './probes/writes';

const probes: Readonly<Record<string, Probe>> = {
  ...writeProbes,
  ...transactionProbes,
  ...sizeProbes,
  ...queryProbes,
  ...surroundingProbes,
};

type Asked = { probe: string; collection: string; mark: string; longestStepMs: number };

/** The throw-away function: one probe a call; what it cannot answer it says in words. */
export async function main(event: Asked, context: Record<string, unknown>): Promise<unknown> {
  const probe = probes[event.probe];
  if (probe === undefined) return { failed: `no probe ${event.probe}` };
  const app = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV, timeout: 50_000 });
  try {
    return { answer: await probe({ app, context, ...event }) };
  } catch (error) {
    const { code, message } = error as { code?: string; message?: string };
    return { failed: `${code ?? ''} ${String(message).slice(0, 200)}` };
  }
}
