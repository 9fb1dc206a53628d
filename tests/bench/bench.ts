import { availableParallelism, cpus, totalmem } from 'node:os';
import path from 'node:path';
import { readCommandLine } from './options';
import { commitNow, keepSection } from './raw-file';
import { inRoomyProcess } from './roomy-process';
import type { BenchOptions, BenchSection } from './section';
import { sections } from './sections';
import { type Part, tableOf } from './table';

const machine = {
  node: process.version,
  processors: availableParallelism(),
  model: cpus()[0]?.model ?? 'unknown',
  memoryGb: Math.round(totalmem() / 2 ** 30),
};

function chosen(only: readonly string[] | null): BenchSection[] {
  const known = sections.map(({ name }) => name);
  const unknown = only?.filter((name) => !known.includes(name)) ?? [];
  if (unknown.length > 0) {
    throw new RangeError(`no section ${unknown.join(', ')}; there are ${known.join(', ')}`);
  }
  return sections.filter(({ name }) => !only || only.includes(name));
}

/** Measures one section and keeps it at once: a run that is cut off loses what it had not ended. */
async function measure(section: BenchSection, options: BenchOptions, file: string): Promise<Part> {
  const startedMs = performance.now();
  const result = await section.run(options);
  const tookMs = Math.round(performance.now() - startedMs);
  const stamp = { commit: commitNow(), measuredAt: new Date().toISOString(), tookMs };
  keepSection(file, section.name, { ...stamp, options, machine, ...result });
  const seconds = Math.round(tookMs / 1000);
  console.error(`${section.name}: measured in ${seconds} s`);
  const heading = `${section.name} (commit ${stamp.commit}, seed ${options.seed}, ${seconds} s)`;
  return { ...result, heading };
}

async function main(): Promise<void> {
  const { only, out, ...options } = readCommandLine(process.argv.slice(2));
  const parts: Part[] = [];
  try {
    for (const section of chosen(only)) {
      parts.push(await measure(section, options, path.resolve(out)));
    }
  } finally {
    if (parts.length > 0) console.log(tableOf(parts));
  }
  const missed = parts.flatMap(({ rows }) => rows).filter(({ met }) => met === false);
  console.log(`${missed.length} aims missed; raw figures in ${out}`);
}

inRoomyProcess(main)
  .then(() => process.exit(0))
  .catch((error: unknown) => {
    console.error(error);
    process.exit(1);
  });
