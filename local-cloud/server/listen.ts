import type { Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { createAdaptorServer, type HttpBindings } from '@hono/node-server';
import type { Hono } from 'hono';

export type Listener = {
  port: number;
  /** Bytes on the wire since the start, headers included. */
  traffic(): { bytesReceived: number; bytesSent: number };
  close(): Promise<void>;
};

/** The port is taken; the message is a sentence for whoever started the cloud. */
export class PortTaken extends Error {
  constructor(port: number) {
    super(`端口 ${port} 已被占用,请换一个端口,或关掉占用它的程序。`);
    this.name = 'PortTaken';
  }
}

function countTraffic(server: Server): Listener['traffic'] {
  const open = new Set<Socket>();
  const closed = { bytesReceived: 0, bytesSent: 0 };
  server.on('connection', (socket: Socket) => {
    open.add(socket);
    socket.once('close', () => {
      open.delete(socket);
      closed.bytesReceived += socket.bytesRead;
      closed.bytesSent += socket.bytesWritten;
    });
  });
  return () => {
    const total = { ...closed };
    for (const socket of open) {
      total.bytesReceived += socket.bytesRead;
      total.bytesSent += socket.bytesWritten;
    }
    return total;
  };
}

/** Listens on this machine only; port 0 takes any free one. Throws PortTaken. */
export async function listen(
  app: Hono<{ Bindings: HttpBindings }>,
  port: number,
): Promise<Listener> {
  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  const traffic = countTraffic(server);
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? new PortTaken(port) : error);
    });
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    traffic,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
