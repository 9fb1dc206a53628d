import type { Actor } from '../../../config/run/cloud-client';
import type { Contract, Envelope } from '../../../src/contracts/contract';

export type ActionFigures = {
  action: string;
  calls: number;
  p50Ms: number;
  p95Ms: number;
  p99Ms: number;
  maximumMs: number;
};

export type Recorder = {
  /** A call whose time and answer are noted; null where no envelope came back. */
  call<Input, Value>(
    actor: Actor,
    contract: Contract<Input, Value>,
    input: Input,
  ): Promise<Envelope<Value> | null>;
  figures(): ActionFigures[];
  calls(): number;
  /** `action code` → how often; `failure` stands for a call without an envelope. */
  errors(): Record<string, number>;
};

/** @param sorted ascending @param share 0 to 1 */
export function percentile(sorted: readonly number[], share: number): number {
  const index = Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1);
  return sorted[Math.max(0, index)] ?? 0;
}

const rounded = (ms: number) => Math.round(ms * 10) / 10;

function figuresOf(action: string, times: readonly number[]): ActionFigures {
  const sorted = [...times].sort((left, right) => left - right);
  return {
    ...{ action, calls: sorted.length },
    p50Ms: rounded(percentile(sorted, 0.5)),
    p95Ms: rounded(percentile(sorted, 0.95)),
    p99Ms: rounded(percentile(sorted, 0.99)),
    maximumMs: rounded(sorted.at(-1) ?? 0),
  };
}

export function createRecorder(): Recorder {
  const times = new Map<string, number[]>();
  const errors: Record<string, number> = {};
  const count = (key: string) => {
    errors[key] = (errors[key] ?? 0) + 1;
  };
  return {
    async call(actor, contract, input) {
      const action = `${contract.functionName}.${contract.action}`;
      const startedAtMs = performance.now();
      const answer = await actor.call(contract, input).catch((error: Error) => {
        count(`${action} failure: ${error.message.slice(0, 80)}`);
        return null;
      });
      const own = times.get(action) ?? [];
      times.set(action, own);
      own.push(performance.now() - startedAtMs);
      if (answer && !answer.ok) count(`${action} ${answer.error.code}`);
      return answer;
    },
    figures: () => {
      const all = [...times].map(([action, own]) => figuresOf(action, own));
      const whole = figuresOf('(all)', [...times.values()].flat());
      return [...all.sort((left, right) => right.calls - left.calls), whole];
    },
    calls: () => [...times.values()].reduce((sum, own) => sum + own.length, 0),
    errors: () => errors,
  };
}
