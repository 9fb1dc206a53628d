import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { smallPackage } from '../../../local-cloud/platform/terms';
import { play, type Settings, say } from './play';
import { printReport } from './report';
import { usersAtMost } from './township';

/**
 * `npm run soak -- [--minutes 30] [--users 200] [--seed 1] [--think 5] [--days 30] [--out FILE]`:
 * mixed traffic over HTTP on a cloud of its own, then a verdict; ends with 0 only when all is flat.
 * With `--strict` [--latency-ms 60] the town was uploaded by DevTools with the limits of
 * cloudbaserc.json, and once it is founded its cloud is the smallest package, that far away.
 */
function readSettings(values: Record<string, string | undefined>, strict: boolean): Settings {
  const number = (name: string, otherwise: number, most = Number.POSITIVE_INFINITY) => {
    const value = Number(values[name] ?? otherwise);
    if (value > 0 && value <= most) return value;
    throw new Error(`--${name} 应大于 0,不超过 ${most}`);
  };
  const minutes = number('minutes', 30, 24 * 60);
  return {
    minutes,
    users: number('users', 200, usersAtMost),
    seed: number('seed', 1),
    thinkMs: number('think', 5, 600) * 1000,
    days: number('days', 30, 365),
    // A trial of a minute must have a second half too.
    sampleEveryMs: Math.min(10_000, (minutes * 60_000) / 12),
    terms: strict
      ? { ...smallPackage, latencyMs: number('latency-ms', smallPackage.latencyMs, 1000) }
      : null,
  };
}

async function main(): Promise<number> {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    options: {
      ...{ minutes: text, users: text, seed: text, think: text, days: text, out: text },
      ...{ strict: { type: 'boolean', default: false }, 'latency-ms': text },
    },
  });
  const { strict, ...texts } = values;
  const settings = readSettings(texts, strict);
  const data = mkdtempSync(path.join(tmpdir(), 'jifen-soak-'));
  try {
    const report = await play(settings, data);
    if (values.out) writeFileSync(values.out, JSON.stringify(report, null, 1));
    printReport(report, say);
    return report.verdict.flat ? 0 : 1;
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

main().then(
  (code) => process.exit(code),
  (error: Error) => {
    process.stderr.write(`${error.stack ?? error.message}\n`);
    process.exit(1);
  },
);
