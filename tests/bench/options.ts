import { parseArgs } from 'node:util';
import type { BenchOptions } from './section';

export type CommandLine = BenchOptions & { only: string[] | null; out: string };

function wholeNumber(name: string, text: string): number {
  const value = Number(text);
  if (Number.isSafeInteger(value) && value > 0) return value;
  throw new RangeError(`--${name} needs a whole number above zero, not “${text}”`);
}

/** Reads the command line; what is not given is the full size. @throws TypeError for a bad flag */
export function readCommandLine(words: readonly string[]): CommandLine {
  const { values } = parseArgs({
    args: [...words],
    options: {
      only: { type: 'string' },
      out: { type: 'string', default: 'dist/bench/bench.json' },
      seed: { type: 'string', default: '20261123' },
      largest: { type: 'string', default: '1000000' },
      households: { type: 'string', default: '3000' },
      entries: { type: 'string', default: '1000000' },
      processes: { type: 'string', default: '30' },
    },
  });
  return {
    only: values.only?.split(',') ?? null,
    out: values.out,
    seed: wholeNumber('seed', values.seed),
    largest: wholeNumber('largest', values.largest),
    households: wholeNumber('households', values.households),
    entries: wholeNumber('entries', values.entries),
    processes: wholeNumber('processes', values.processes),
  };
}
