import { AsyncLocalStorage } from 'node:async_hooks';
import type { Engine, Transaction } from '../../../../local-cloud/engine';
import { type Faults, noFaults } from '../../../simulation/histories/faults';
import type { Random } from '../../../support/random';
import { randomOf } from '../../history';

/** Every second try fails at the default rates; sixty in a row never do. */
const mostTries = 60;
/** About as many as a request makes: one that is to die does so before one of them. */
const callsOfARequest = 16;

/** What the network and the platform do to clients, and how often they did. */
export type Network = {
  /** How often each fault happened. */
  seen: Faults;
  /** The same engine for requests that may die and meet conflicts of nobody's making. */
  faulty: (engine: Engine) => Engine;
  /** Sends a request until it is answered. @throws Error when no answer ever comes */
  send: <Answer>(handle: () => Promise<Answer>) => Promise<Answer>;
  /** Sends some old requests again; nobody waits for their answers. */
  replay: (handles: readonly (() => Promise<unknown>)[]) => Promise<void>;
};

/** One to four turns of the event loop: requests of many clients then arrive in mixed order. */
export function pauseOf(random: Random): () => Promise<void> {
  return async () => {
    const turns = 1 + random.integer(4);
    for (let turn = 0; turn < turns; turn += 1) {
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
}

/** The request a function is working on, and how many calls it will live to make. */
const working = new AsyncLocalStorage<{ callsLeft: number }>();

const callsOfEngine = 'get find count aggregate insert set update updateAndReturn remove begin';
const calls = new Set([...callsOfEngine.split(' '), 'commit']);

/** Killed, a function makes no further call; what it had open is given up, as the platform does. */
function liveOn(onDeath: () => void): void {
  const request = working.getStore();
  if (!request) return;
  if (request.callsLeft === 0) onDeath();
  request.callsLeft -= 1;
  if (request.callsLeft < 0) throw new Error('the function was killed');
}

type Happens = (fault: keyof Faults) => boolean;

function wrapped<Target extends Engine | Transaction>(
  target: Target,
  own: Record<string, unknown>,
  onDeath: () => void,
): Target {
  return new Proxy(target, {
    get(_, name) {
      const value = own[String(name)] ?? (Reflect.get(target, name, target) as unknown);
      if (typeof value !== 'function') return value;
      if (!calls.has(String(name))) return value.bind(target);
      return (...words: unknown[]) => {
        liveOn(onDeath);
        return value.apply(target, words);
      };
    },
  });
}

function faultyEngine(engine: Engine, happens: Happens, onDeath: () => void): Engine {
  const begin = () => {
    const transaction = engine.begin();
    const commit = async () => {
      if (!happens('conflict')) return transaction.commit();
      transaction.abort();
      const code = 'DATABASE_TRANSACTION_CONFLICT';
      throw Object.assign(new Error('a conflict of the bench'), { code });
    };
    return wrapped(transaction, { commit }, onDeath);
  };
  return wrapped(engine, { begin }, onDeath);
}

/** Every fault of the rates that can happen to a keeper of points, each from the seed. */
export function networkOf(rates: Faults, seed: number): Network {
  const seen = { ...noFaults };
  const sources = new Map<string, Random>();
  const happens: Happens = (fault) => {
    const random = sources.get(fault) ?? randomOf(seed, fault);
    sources.set(fault, random);
    if (!random.chance(rates[fault])) return false;
    if (fault !== 'killed') seen[fault] += 1;
    return true;
  };
  const lives = randomOf(seed, 'lives');
  const onDeath = () => {
    seen.killed += 1;
  };

  const run = <Answer>(handle: () => Promise<Answer>) => {
    const callsLeft = happens('killed') ? lives.integer(callsOfARequest) : Number.POSITIVE_INFINITY;
    return working.run({ callsLeft }, handle);
  };

  async function sendOnce<Answer>(handle: () => Promise<Answer>) {
    if (happens('requestLost')) return null;
    const copies = happens('duplicated') ? 2 : 1;
    const ends = await Promise.allSettled(Array.from({ length: copies }, () => run(handle)));
    if (happens('answerLost')) return null;
    // The client takes the first answer it gets; an error tells it nothing, so it tries again.
    const end = ends.find((each) => each.status === 'fulfilled');
    return end ? { answer: end.value } : null;
  }

  return {
    seen,
    faulty: (engine) => faultyEngine(engine, happens, onDeath),
    async send(handle) {
      for (let tried = 0; tried < mostTries; tried += 1) {
        const got = await sendOnce(handle);
        if (got) return got.answer;
      }
      throw new Error(`no answer in ${mostTries} tries`);
    },
    async replay(handles) {
      await Promise.allSettled(handles.filter(() => happens('replayed')).map(run));
    },
  };
}
