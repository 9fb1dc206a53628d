import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';

export type Listening = { port: number; url: string; stop(): Promise<void> };

const tries = 50;

function tryPort(server: Server, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const onError = (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(false) : reject(error);
    server.once('error', onError);
    server.listen(port, '127.0.0.1', () => {
      server.removeListener('error', onError);
      resolve(true);
    });
  });
}

/**
 * Listens on 127.0.0.1 at the wanted port, or at the next free one above it.
 * @param onBusy hears of each port that was taken
 */
export async function listen(
  app: Hono,
  wantedPort: number,
  onBusy: (port: number) => void,
): Promise<Listening> {
  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  for (let port = wantedPort; port < wantedPort + tries; port += 1) {
    if (!(await tryPort(server, port))) {
      onBusy(port);
      continue;
    }
    const stop = () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    return { port, url: `http://127.0.0.1:${port}`, stop };
  }
  throw new Error(`从 ${wantedPort} 起的 ${tries} 个端口都在用。请关掉一些程序再试。`);
}
