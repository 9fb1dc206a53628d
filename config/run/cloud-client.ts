import { ulid } from 'ulid';
import { points, town } from '../../src/contracts';
import type { Contract, Envelope } from '../../src/contracts/contract';

/** Somebody who calls functions of a local cloud, by openid; null carries no identity. */
export type Actor = {
  /** The envelope as it came. */
  call<Input, Value>(
    contract: Contract<Input, Value>,
    input: Input,
    commandId?: string,
  ): Promise<Envelope<Value>>;
  /** The value, or an error that names the action and the refusal. */
  must<Input, Value>(
    contract: Contract<Input, Value>,
    input: Input,
    commandId?: string,
  ): Promise<Value>;
  /** Stores a file as this user would from the phone, announced first; answers its file id. */
  upload(path: string, bytes: Uint8Array): Promise<string>;
};

export type CloudClient = {
  as(openid: string): Actor;
  /** Fires a job as the platform's timer would; answers how much it did and what is left. */
  timer(action: string): Promise<{ done: number; left: number }>;
  nowMs(): Promise<number>;
  /** Also how far the cloud's clock is ahead of this machine's. */
  clock(): Promise<{ nowMs: number; offsetMs: number }>;
  advance(ms: number): Promise<void>;
};

type Identity = { 'x-local-openid': string } | { 'x-local-caller': 'timer' };

async function post(url: string, body: unknown, identity?: Identity): Promise<unknown> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...identity },
    body: JSON.stringify(body),
  });
  const answer = (await response.json()) as { errMsg?: string };
  if (!response.ok)
    throw new Error(`${new URL(url).pathname}: ${answer.errMsg ?? response.status}`);
  return answer;
}

/** What is said before a file of this folder is uploaded. */
function announcementOf(path: string): { contract: Contract; input: unknown } | null {
  if (path.startsWith('evidence/')) {
    return { contract: points.announcePhotos, input: { paths: [path] } };
  }
  if (path.startsWith('registers/')) return { contract: town.announceRegister, input: { path } };
  return null;
}

function actor(url: string, openid: string): Actor {
  const call: Actor['call'] = async <Input, Value>(
    { functionName, action, kind }: Contract<Input, Value>,
    input: Input,
    commandId: string = ulid(),
  ) => {
    const event = { action, input, ...(kind !== 'query' && { commandId }) };
    const answer = await post(`${url}/functions/${functionName}`, event, {
      'x-local-openid': openid,
    });
    return answer as Envelope<Value>;
  };
  const must: Actor['must'] = async (contract, input, commandId) => {
    const envelope = await call(contract, input, commandId);
    if (envelope.ok) return envelope.value;
    const { code, message } = envelope.error;
    throw new Error(`${contract.functionName}.${contract.action}: ${code} ${message}`);
  };
  return {
    call,
    must,
    async upload(path, bytes) {
      const announcement = announcementOf(path);
      if (announcement) await must(announcement.contract, announcement.input);
      const response = await fetch(`${url}/storage/upload?path=${encodeURIComponent(path)}`, {
        method: 'POST',
        headers: { 'x-local-openid': openid },
        body: bytes as BodyInit,
      });
      const answer = (await response.json()) as { fileID?: string; errMsg?: string };
      if (!answer.fileID) throw new Error(`upload: ${answer.errMsg ?? response.status}`);
      return answer.fileID;
    },
  };
}

/** Talks to a running local cloud the way phones, scripts and timers do. */
export function connect(url: string): CloudClient {
  const clock = async () =>
    (await (await fetch(`${url}/clock`)).json()) as { nowMs: number; offsetMs: number };
  return {
    clock,
    as: (openid) => actor(url, openid),
    async timer(action) {
      const event = { Type: 'Timer', TriggerName: action, Message: '' };
      const answer = await post(`${url}/functions/jobs`, event, { 'x-local-caller': 'timer' });
      const envelope = answer as Envelope<{ done: number; left: number }>;
      if (!envelope.ok) throw new Error(`${action}: ${envelope.error.code}`);
      return envelope.value;
    },
    nowMs: async () => (await clock()).nowMs,
    advance: async (advanceMs) => void (await post(`${url}/clock`, { advanceMs })),
  };
}
