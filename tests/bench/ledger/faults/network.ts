import type { Engine, Transaction } from '../../../../local-cloud/engine';
import type { Random } from '../../../support/random';

export type Rates = {
  /** A request that never arrives. */
  lost: number;
  /** A request that arrives twice. */
  duplicated: number;
  /** Done, but the answer never comes back. */
  answerLost: number;
  /** A transaction that could commit is told of a conflict. */
  conflict: number;
};

export const defaultRates: Rates = {
  lost: 0.3,
  duplicated: 0.5,
  answerLost: 0.3,
  conflict: 0.3,
};

/** Every second try fails at the default rates; sixty in a row never do. */
const mostTries = 60;

/** One to four turns of the event loop: requests of many clients then arrive in mixed order. */
export function pauseOf(random: Random): () => Promise<void> {
  return async () => {
    const turns = 1 + random.integer(4);
    for (let turn = 0; turn < turns; turn += 1) {
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
}

async function sendOnce<Answer>(
  handle: () => Promise<Answer>,
  rates: Rates,
  random: Random,
): Promise<{ answer: Answer } | null> {
  if (random.chance(rates.lost)) return null;
  const copies = random.chance(rates.duplicated) ? 2 : 1;
  const ends = await Promise.allSettled(Array.from({ length: copies }, handle));
  if (random.chance(rates.answerLost)) return null;
  // The client takes the first answer it gets; an error tells it nothing, so it tries again.
  const end = ends.find((each) => each.status === 'fulfilled');
  return end ? { answer: end.value } : null;
}

/** A client that tries until it has an answer. @throws Error when none ever comes */
export async function sendUntilAnswered<Answer>(
  handle: () => Promise<Answer>,
  rates: Rates,
  random: Random,
): Promise<Answer> {
  for (let tried = 0; tried < mostTries; tried += 1) {
    const got = await sendOnce(handle, rates, random);
    if (got) return got.answer;
  }
  throw new Error(`no answer in ${mostTries} tries`);
}

function withConflict(transaction: Transaction, random: Random, rate: number): Transaction {
  const commit = async () => {
    if (!random.chance(rate)) return transaction.commit();
    transaction.abort();
    const code = 'DATABASE_TRANSACTION_CONFLICT';
    throw Object.assign(new Error('a conflict of the bench'), { code });
  };
  return new Proxy(transaction, {
    get(target, name) {
      if (name === 'commit') return commit;
      const value = Reflect.get(target, name, target) as unknown;
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

/** The same engine, some of whose transactions end in a conflict although nobody met. */
export function withConflicts(engine: Engine, random: Random, rate: number): Engine {
  return new Proxy(engine, {
    get(target, name) {
      if (name === 'begin') return () => withConflict(target.begin(), random, rate);
      const value = Reflect.get(target, name, target) as unknown;
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
