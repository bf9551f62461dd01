import { get as ask, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';

import type { BuiltPages } from './built-pages.js';
import { servePages } from './serve-pages.js';

const plain = Buffer.from('plain');
const pages: BuiltPages = {
  shell:
    '<meta name="style-nonce" content="__STYLE_NONCE__" /><script type="module" src="/assets/a-1.js"></script>',
  hasPage: (path) => path !== '/nowhere',
  files: new Map([
    [
      '/assets/a-1.js',
      { type: 'text/javascript', plain, br: Buffer.from('br'), gzip: Buffer.from('gz'), hashed: true },
    ],
    ['/tessera.svg', { type: 'image/svg+xml', plain, br: null, gzip: null, hashed: false }],
  ]),
};

const bareServer = (): FastifyInstance => new FastifyAdapter().getInstance();

interface Answer {
  readonly statusCode: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** An answer as it comes over the wire: nothing is unpacked. */
function bytesOf(server: FastifyInstance, path: string, accept: string): Promise<Answer> {
  const { port } = server.server.address() as AddressInfo;
  const options = { port, host: '127.0.0.1', path, headers: { 'accept-encoding': accept } };
  return new Promise((resolve, reject) => {
    ask(options, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
      response.on('end', () => resolve({ statusCode: response.statusCode, headers: response.headers, body }));
    }).on('error', reject);
  });
}

describe('the pages, served', () => {
  let server: FastifyInstance;
  beforeAll(async () => {
    server = bareServer();
    servePages(server, pages);
    await server.listen({ port: 0, host: '127.0.0.1' });
  });
  afterAll(() => server.close());

  const get = (path: string, accept = ''): Promise<Answer> => bytesOf(server, path, accept);

  it.each(['/', '/radar', '/opportunities/HORIZON-1?tab=partners', '/apis'])(
    'show their frame at %s',
    async (url) => {
      const { statusCode, headers, body } = await get(url);
      expect(statusCode).toBe(200);
      expect(headers['content-type']).toBe('text/html; charset=utf-8');
      expect(headers['cache-control']).toBe('no-cache');
      expect(body).toContain('/assets/a-1.js');
    },
  );

  it('say that a page is not there, in their frame', async () => {
    const { statusCode, headers, body } = await get('/nowhere');
    expect(statusCode).toBe(404);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(body).toContain('/assets/a-1.js');
  });

  it('allow script from files alone, and style elements with a word of this answer alone', async () => {
    const [first, second] = [await get('/'), await get('/')];
    const policy = String(first.headers['content-security-policy']);
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toContain('unsafe');
    const [, nonce = ''] = /'nonce-([^']+)'/.exec(policy) ?? [];
    expect(Buffer.from(nonce, 'base64')).toHaveLength(16);
    expect(first.body).toContain(`content="${nonce}"`);
    expect(second.body).not.toContain(nonce);
  });

  it.each([
    ['br, gzip', 'br', 'br'],
    ['gzip, deflate', 'gzip', 'gz'],
    ['br;q=0, gzip;q=0.5', 'gzip', 'gz'],
    ['br;q=0.0', undefined, 'plain'],
    ['identity', undefined, 'plain'],
  ])('send a file as the browser takes it: %s', async (accept, encoding, body) => {
    const answer = await get('/assets/a-1.js', accept);
    expect(answer.headers['content-encoding']).toBe(encoding);
    expect(answer.body).toBe(body);
    expect(answer.headers['vary']).toBe('Accept-Encoding');
  });

  it('are kept for good where the name changes with the content, and only there', async () => {
    expect((await get('/assets/a-1.js')).headers['cache-control']).toContain('immutable');
    expect((await get('/tessera.svg')).headers['cache-control']).not.toContain('immutable');
  });

  it.each(['/api', '/api/v1/nothing', '/assets/gone-2.js', '/assets/../a'])('are not at %s', async (url) => {
    expect((await get(url)).statusCode).not.toBe(200);
  });

  it('say that they have not been built', async () => {
    const bare = bareServer();
    servePages(bare, null);
    await bare.listen({ port: 0, host: '127.0.0.1' });
    expect((await bytesOf(bare, '/', '')).body).toContain('pages.not-built');
    await bare.close();
  });
});
