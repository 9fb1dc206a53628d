import { spawn } from 'node:child_process';
import { projectDirectory } from '../../config/run/project-directory';
import type { Proof } from './proofs';

export type Outcome = { figure: string } | { failure: string };

type Told = { code: number; text: string };

/** Prints what the program prints, as it does, and keeps it. */
function run(words: readonly string[], environment: Record<string, string>): Promise<Told> {
  const [program = '', ...rest] = words;
  const child = spawn(program, rest, {
    cwd: projectDirectory,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      process.stderr.write(chunk);
    });
  }
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: 1, text: text + error.message }));
    child.once('close', (code) => resolve({ code: code ?? 1, text }));
  });
}

/** The figures in what one command printed; those it does not print are another command's. */
function figuresIn(text: string, figures: Proof['figures']): string[] {
  return figures.flatMap((figure) =>
    [...text.matchAll(figure)].map(({ groups }) => groups?.all ?? ''),
  );
}

/** What was asked for and nowhere found. */
function notFound(text: string, figures: Proof['figures']): RegExp[] {
  return figures.filter((figure) => [...text.matchAll(figure)].length === 0);
}

/**
 * Runs all commands of a proof. It failed where one of them ends with anything but 0, and where a
 * figure was not printed: what said nothing has proven nothing.
 */
export async function runProof(proof: Proof, seed: string): Promise<Outcome> {
  const environment = { ...proof.environment, SEED: seed };
  const figures: string[] = [];
  let all = '';
  for (const command of proof.commands) {
    const words = command.map((word) => (word === 'SEED' ? seed : word));
    const { code, text } = await run(words, environment);
    if (code !== 0) return { failure: `${words.join(' ')} ended with ${code}` };
    const found = figuresIn(text, proof.figures);
    if (found.length === 0) return { failure: `${words.join(' ')} told nothing` };
    figures.push(found.join(', '));
    all += text;
  }
  const [missing] = notFound(all, proof.figures);
  if (missing) return { failure: `nothing that was printed fits ${missing}` };
  return { figure: figures.join('; ') };
}
