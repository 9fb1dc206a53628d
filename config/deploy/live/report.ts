import { isDeepStrictEqual } from 'node:util';
import type { Answers } from './ask';
import { onlyMeasured, questions } from './questions';

export type Report = {
  environment: string;
  answers: Record<string, { question: string; live: unknown; standIn: unknown; same: boolean }>;
  /** The questions that the platform answers otherwise than the stand-in. */
  differs: string[];
};

/** Sets the answers of a real environment beside those of the stand-in. */
export function report(environment: string, live: Answers, standIn: Answers): Report {
  const answers: Report['answers'] = {};
  for (const [probe, question] of Object.entries(questions)) {
    const pair = { live: live[probe] ?? null, standIn: standIn[probe] ?? null };
    const same = onlyMeasured.includes(probe) || isDeepStrictEqual(pair.live, pair.standIn);
    answers[probe] = { question, ...pair, same };
  }
  const differs = Object.keys(answers).filter((probe) => answers[probe]?.same === false);
  return { environment, answers, differs };
}
