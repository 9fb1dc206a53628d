import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import tcb from '@cloudbase/node-sdk';
import { type Engine, type EngineOptions, openEngine } from '../../../local-cloud/engine';
import { createProtocol } from '../../../local-cloud/protocol';

type Body = Record<string, unknown>;
export type Database = ReturnType<ReturnType<typeof tcb.init>['database']>;
export type Cloud = {
  engine: Engine;
  database: Database;
  /** What the SDK sent, newest last. */
  requests: Body[];
  close(): Promise<void>;
};

/** The real server SDK, redirected by environment variables alone to this protocol. */
export async function openCloud(options: Partial<EngineOptions> = {}): Promise<Cloud> {
  const engine = openEngine({ directory: null, createMissingCollections: true, ...options });
  const protocol = createProtocol(engine);
  const requests: Body[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', async () => {
      const body = JSON.parse(Buffer.concat(chunks).toString());
      requests.push(body);
      const answer = await protocol.handle(body);
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ requestId: 'r1', ...answer }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  Object.assign(process.env, {
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    SCF_NAMESPACE: 'local-env',
    TCB_ENV: 'local-env',
    TCB_CONTEXT_KEYS: 'TCB_ENV',
    TENCENTCLOUD_SECRETID: 'x',
    TENCENTCLOUD_SECRETKEY: 'x',
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `http://127.0.0.1:${port}/admin` }),
  });
  const database = tcb.init({ env: 'local-env' }).database();
  return {
    engine,
    database,
    requests,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await engine.close();
    },
  };
}

/** The `_id`s of what a query or aggregation answered. */
export function idsOf(answer: { data?: unknown }): unknown[] {
  return (answer.data as { _id: unknown }[]).map((document) => document._id);
}
