import { Agent, request } from 'node:http';
import type { Server } from './servers';

/** What the SDK's own requests carry, as far as a database looks at it. */
export type Caller = { ask(body: object): Promise<string>; end(): void };

/** One caller: its own connection, kept open, and one request at a time. */
function openCaller({ url, authorization }: Server): Caller {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const headers = { 'content-type': 'application/json', authorization };
  return {
    ask: (body) =>
      new Promise((resolve, reject) => {
        const asking = request(`${url}/admin`, { method: 'POST', agent, headers }, (answer) => {
          let text = '';
          answer.setEncoding('utf8');
          answer.on('data', (chunk: string) => {
            text += chunk;
          });
          answer.on('end', () => resolve(text));
        });
        asking.once('error', reject);
        asking.end(JSON.stringify(body));
      }),
    end: () => agent.destroy(),
  };
}

export type Load = {
  callers: number;
  requests: number;
  body: (at: number) => object;
  answered: string;
};

/** How long so many callers together wait for all their answers; each is checked. */
export async function measureMs(server: Server, how: Load): Promise<number> {
  const callers = Array.from({ length: how.callers }, () => openCaller(server));
  let next = 0;
  const work = async ({ ask }: Caller) => {
    for (let at = next++; at < how.requests; at = next++) {
      const text = await ask(how.body(at));
      if (!text.includes(how.answered)) throw new Error(`a wrong answer: ${text.slice(0, 200)}`);
    }
  };
  try {
    const startedMs = performance.now();
    await Promise.all(callers.map(work));
    return performance.now() - startedMs;
  } finally {
    for (const caller of callers) caller.end();
  }
}
