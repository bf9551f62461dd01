import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Answers one request; `nth` counts from 1. */
export type Serve = (request: IncomingMessage, response: ServerResponse, nth: number) => void;

/** A local server in the place of one that publishes files; it replays what a test says. */
export interface FileServer {
  readonly origin: string;
  readonly port: number;
  /** headers of each request, in order */
  readonly asked: readonly IncomingMessage['headers'][];
  close(): Promise<void>;
}

export async function fileServer(serve: Serve): Promise<FileServer> {
  const asked: IncomingMessage['headers'][] = [];
  const server = createServer((request, response) => {
    asked.push(request.headers);
    serve(request, response, asked.length);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    port,
    asked,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A file as a server has it. */
export interface Published {
  readonly bytes: Buffer;
  readonly etag?: string;
  readonly lastModified?: string;
}

/** Sends a file as a good server does: whole, from a byte on, or not at all where the asker holds it. */
export function sendFile(request: IncomingMessage, response: ServerResponse, file: Published): void {
  const { headers } = request;
  const total = file.bytes.length;
  const told = {
    'Content-Type': 'application/zip',
    ...(file.etag === undefined ? {} : { ETag: file.etag }),
    ...(file.lastModified === undefined ? {} : { 'Last-Modified': file.lastModified }),
  };
  if (file.etag !== undefined && headers['if-none-match'] === file.etag)
    return void response.writeHead(304, told).end();
  const from = Number(/^bytes=(\d+)-$/.exec(headers.range ?? '')?.[1] ?? Number.NaN);
  const isSame = headers['if-range'] === undefined || headers['if-range'] === file.etag;
  if (Number.isNaN(from) || !isSame)
    return void response.writeHead(200, { ...told, 'Content-Length': total }).end(file.bytes);
  if (from >= total) return void response.writeHead(416, { 'Content-Range': `bytes */${total}` }).end();
  response.writeHead(206, {
    ...told,
    'Content-Length': total - from,
    'Content-Range': `bytes ${from}-${total - 1}/${total}`,
  });
  response.end(file.bytes.subarray(from));
}

/**
 * The same, but the connection breaks when `bytes` of the answer's body are out and have been taken in: what a reader
 * has not read when it hears of the break is lost to it.
 */
export function sendCut(
  request: IncomingMessage,
  response: ServerResponse,
  file: Published,
  { bytes, taken }: { readonly bytes: number; readonly taken: () => boolean },
): void {
  const end = response.end.bind(response);
  const breakWhenTaken = (): void => {
    if (taken()) response.destroy();
    else setTimeout(breakWhenTaken, 5);
  };
  response.end = ((body?: Buffer) => {
    if (body === undefined) return end();
    response.write(body.subarray(0, bytes), breakWhenTaken);
    return response;
  }) as typeof response.end;
  sendFile(request, response, file);
}
