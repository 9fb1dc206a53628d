import { randomBytes } from 'node:crypto';
import { questions } from './questions';

export type Asked = { probe: string; collection: string; mark: string; longestStepMs: number };
export type Answers = Record<string, unknown>;

/** A cloud that the throw-away function stands in: a real one, or the stand-in. */
export type Place = {
  collection: string;
  longestStepMs: number;
  call(asked: Asked): Promise<unknown>;
  /** The same call by a user of WeChat; null where nobody can make it. */
  callAsUser: ((asked: Asked) => Promise<unknown>) | null;
  /** Lets the platform's time pass. */
  pass(milliseconds: number): Promise<void>;
  say(line: string): void;
  /** Questions that make no sense here, with the answer that says why. */
  leavesOut?: Readonly<Record<string, string>>;
};

type Reply = { answer?: unknown; failed?: string };
type Who = { callsOfThisInstance: number; inProcess: string[]; inThisCall: string[] };
type Stored = { fileID: string; address: string; maxAgeSeconds: number };

async function ask(place: Place, probe: string, given?: string): Promise<unknown> {
  const { collection, longestStepMs } = place;
  const mark = given ?? `${probe}-${randomBytes(4).toString('hex')}`;
  const reply = (await place.call({ probe, collection, mark, longestStepMs })) as Reply;
  if (reply?.failed !== undefined) throw new Error(reply.failed);
  return reply?.answer;
}

/** A user calls, then nobody: does the second call find the first one's name in the process? */
async function askWhoCalls(place: Place): Promise<unknown> {
  if (place.callAsUser === null) return '没有用手机叫过(加 --phone)';
  const { collection, longestStepMs } = place;
  const asked = { probe: 'who-calls', collection, mark: 'who', longestStepMs };
  await ask(place, 'who-calls');
  const user = ((await place.callAsUser(asked)) as Reply | null)?.answer as Who | undefined;
  const nobody = (await ask(place, 'who-calls')) as Who;
  return {
    sameInstance: nobody.callsOfThisInstance > 1,
    ...(user !== undefined && { user: { inProcess: user.inProcess, inThisCall: user.inThisCall } }),
    nobody: { inProcess: nobody.inProcess, inThisCall: nobody.inThisCall },
  };
}

async function statusOf(address: string): Promise<number> {
  const { status } = await fetch(address);
  return status;
}

async function askStoredFile(place: Place): Promise<unknown> {
  const { fileID, address, maxAgeSeconds } = (await ask(place, 'store-a-file')) as Stored;
  const atOnce = await statusOf(address);
  const bare = address.split('?')[0] ?? '';
  const unsigned = bare === address ? 'the address has no signature' : await statusOf(bare);
  await place.pass((maxAgeSeconds + 15) * 1000);
  const afterwards = await statusOf(address);
  await ask(place, 'remove-a-file', fileID);
  return { atOnce, unsigned, afterwards };
}

const special: Readonly<Record<string, (place: Place) => Promise<unknown>>> = {
  'caller-before': askWhoCalls,
  'stored-file': askStoredFile,
};

/** Puts the questions; one that cannot be answered says why and the others go on. */
export async function askAll(
  place: Place,
  probes: readonly string[] = Object.keys(questions),
): Promise<Answers> {
  const answers: Answers = {};
  for (const probe of probes) {
    place.say(questions[probe] ?? probe);
    const leftOut = place.leavesOut?.[probe];
    try {
      answers[probe] = leftOut ?? (await (special[probe]?.(place) ?? ask(place, probe)));
    } catch (error) {
      answers[probe] = { failed: error instanceof Error ? error.message : String(error) };
    }
  }
  return answers;
}
