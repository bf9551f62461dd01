import { randomBytes } from 'node:crypto';

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import { AppError } from '../../platform/errors/app-error.js';
import type { BuiltFile, BuiltPages } from './built-pages.js';

/**
 * Answers every address outside /api: a file of the pages, or their frame, which shows the page of that address. Where
 * there is none, the frame says so, and the answer is a 404.
 *
 * @param pages null where they have not been built
 */
export function servePages(server: FastifyInstance, pages: BuiltPages | null): void {
  server.get('/*', (request, reply) => {
    const [path = '/'] = request.url.split('?', 1);
    if (/^\/api(\/|$)/.test(path)) throw noSuchAddress(path);
    if (!pages) throw notBuilt();
    const file = pages.files.get(path);
    if (file) return sendFile(request, reply, file);
    if (path.startsWith('/assets/')) throw noSuchAddress(path);
    return sendShell(reply.status(pages.hasPage(path) ? 200 : 404), pages.shell);
  });
}

const noSuchAddress = (path: string): AppError =>
  new AppError('http.not-found', 'not-found', `there is nothing at ${path.slice(0, 200)}`);

const notBuilt = (): AppError =>
  new AppError('pages.not-built', 'unavailable', 'the pages have not been built: run "npm run build"');

/** A name with a hash in it can be kept for good; the others are asked for anew. */
function sendFile(request: FastifyRequest, reply: FastifyReply, file: BuiltFile): FastifyReply {
  const { body, encoding } = chosen(file, String(request.headers['accept-encoding'] ?? ''));
  void reply
    .header('content-type', file.type)
    .header('vary', 'Accept-Encoding')
    .header('cache-control', file.hashed ? 'public, max-age=31536000, immutable' : 'public, max-age=3600');
  if (encoding !== null) void reply.header('content-encoding', encoding);
  return reply.send(body);
}

function chosen(file: BuiltFile, accepted: string): { body: Buffer; encoding: string | null } {
  const takes = (encoding: string): boolean =>
    new RegExp(`\\b${encoding}\\b(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$))`).test(accepted);
  if (file.br && takes('br')) return { body: file.br, encoding: 'br' };
  if (file.gzip && takes('gzip')) return { body: file.gzip, encoding: 'gzip' };
  return { body: file.plain, encoding: null };
}

/** The frame is asked for anew each time: it names the files of the build that runs. */
function sendShell(reply: FastifyReply, shell: string): FastifyReply {
  const nonce = randomBytes(16).toString('base64');
  return reply
    .header('content-type', 'text/html; charset=utf-8')
    .header('cache-control', 'no-cache')
    .header('content-security-policy', policy(nonce))
    .send(shell.replaceAll('__STYLE_NONCE__', nonce));
}

/** Scripts come from files of the service alone; style elements carry the answer's own word. */
const policy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-src 'self'", // a mail of the mailbox, which brings a policy of its own
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
