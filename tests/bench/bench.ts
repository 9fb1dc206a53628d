import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, totalmem } from 'node:os';
import path from 'node:path';
import { readCommandLine } from './options';
import { inRoomyProcess } from './roomy-process';
import { sections } from './sections';
import { tableOf } from './table';

const machine = {
  node: process.version,
  processors: availableParallelism(),
  model: cpus()[0]?.model ?? 'unknown',
  memoryGb: Math.round(totalmem() / 2 ** 30),
};

async function main(): Promise<void> {
  const { only, out, ...options } = readCommandLine(process.argv.slice(2));
  const known = sections.map(({ name }) => name);
  const unknown = only?.filter((name) => !known.includes(name)) ?? [];
  if (unknown.length > 0) {
    throw new RangeError(`no section ${unknown.join(', ')}; there are ${known.join(', ')}`);
  }
  const file = path.resolve(out);
  mkdirSync(path.dirname(file), { recursive: true });
  const results: Record<string, unknown> = {};
  let missed = 0;
  for (const section of sections) {
    if (only && !only.includes(section.name)) continue;
    const startedMs = performance.now();
    const result = await section.run(options);
    const tookMs = Math.round(performance.now() - startedMs);
    results[section.name] = { ...result, tookMs };
    missed += result.rows.filter(({ met }) => met === false).length;
    console.log(tableOf(section.name, result));
    // After each, so that a long run that is cut off has kept what it measured.
    const text = JSON.stringify({ machine, options, sections: results }, null, 1);
    writeFileSync(file, `${text}\n`);
  }
  console.log(`seed ${options.seed}; ${missed} aims missed; raw figures in ${out}`);
}

inRoomyProcess(main)
  .then(() => process.exit(0))
  .catch((error: unknown) => {
    console.error(error);
    process.exit(1);
  });
