import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the server was asked. */
export interface Asked {
  readonly page: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** Answers one request: `nth` counts how often this page was asked for, from 1. */
export type Replay = (page: number, response: ServerResponse, nth: number) => void;

/** A local server in the place of the portal's search; it replays what a test says. */
export interface PortalServer {
  readonly origin: string;
  readonly port: number;
  readonly asked: readonly Asked[];
  /** connections that were made */
  connections(): number;
  close(): Promise<void>;
}

export async function portalServer(replay: Replay): Promise<PortalServer> {
  const asked: Asked[] = [];
  let connections = 0;
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (text: string) => (body += text));
    request.on('end', () => {
      const page = Number(new URL(request.url ?? '', 'http://local').searchParams.get('pageNumber'));
      asked.push({ page, headers: request.headers, body });
      replay(page, response, asked.filter((one) => one.page === page).length);
    });
  });
  server.on('connection', () => (connections += 1));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    port,
    asked,
    connections: () => connections,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Sends JSON as the portal does. */
export function sendJson(response: ServerResponse, text: string, status = 200): void {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(text);
}
