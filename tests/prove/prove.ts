import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildFunctions, buildH5, buildWeapp } from '../../config/run/build';
import { say } from '../../config/run/progress';
import { projectDirectory } from '../../config/run/project-directory';
import { commitNow } from '../bench/raw-file';
import { type Proof, proofs } from './proofs';
import { withFigure } from './readme';
import { runProof } from './run-proof';

/**
 * `npm run prove -- [--only NAME,NAME] [--seed S] [--list]`: every proof at length, one after
 * another, which takes hours; each figure goes into tests/README.md as soon as it is there, with
 * commit, seed and day. A proof that fails or says nothing fails the run, by its name.
 */
const file = path.join(projectDirectory, 'tests/README.md');

function chosen(only: string | undefined): readonly Proof[] {
  if (only === undefined) return proofs;
  const names = only.split(',');
  const unknown = names.filter((name) => !proofs.some((proof) => proof.name === name));
  if (unknown.length > 0) throw new Error(`没有这样的证明:${unknown.join('、')};--list 列出全部`);
  return proofs.filter(({ name }) => names.includes(name));
}

type Stamp = { commit: string | null; seed: string };

/** @returns what went wrong, or null */
async function prove(proof: Proof, { commit, seed }: Stamp): Promise<string | null> {
  const startedAtMs = Date.now();
  const outcome = await runProof(proof, seed);
  if ('failure' in outcome) return outcome.failure;
  const minutes = ((Date.now() - startedAtMs) / 60_000).toFixed(1);
  const day = new Date().toISOString().slice(0, 10);
  const stamp = `commit ${commit ?? 'unknown'}, seed ${seed}, ${day}, ${minutes} min`;
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, withFigure(text, proof.name, `${outcome.figure} (${stamp})`));
  say(`── ${proof.name}: ${outcome.figure}`);
  return null;
}

async function main(): Promise<void> {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    options: { only: text, seed: text, list: { type: 'boolean', default: false } },
  });
  const wanted = chosen(values.only);
  if (values.list) {
    for (const { name, commands } of wanted) {
      for (const command of commands) process.stdout.write(`${name}: ${command.join(' ')}\n`);
    }
    return;
  }
  // Before hours are spent: each has its place.
  for (const { name } of wanted) withFigure(readFileSync(file, 'utf8'), name, '');
  // Taken once: what is written into README is no change of the product.
  const commit = commitNow();
  for (const build of [buildFunctions, buildWeapp, buildH5]) await build();
  const failures: string[] = [];
  for (const [index, proof] of wanted.entries()) {
    say(`── ${index + 1}/${wanted.length} ${proof.name}`);
    const seed = proof.seed ?? values.seed ?? '1';
    const failure = await prove(proof, { commit, seed });
    if (failure !== null) failures.push(`${proof.name}: ${failure}`);
  }
  for (const failure of failures) say(`没有成立:${failure}`);
  const others = proofs.length - wanted.length;
  const left = others > 0 ? `, ${others} not asked for` : '';
  process.stdout.write(
    `${wanted.length - failures.length} proven, ${failures.length} failed${left}\n`,
  );
  process.exitCode = failures.length === 0 ? 0 : 1;
}

main().catch((error: unknown) => {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
