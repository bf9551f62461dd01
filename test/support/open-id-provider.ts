import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { Provider } from 'oidc-provider';

import { HttpClient } from './http-client.js';

/** A certified provider of OpenID Connect on a free port of this machine, with sign-in pages for anybody. */
export interface OpenIdProvider {
  readonly issuer: string;
  readonly clientSecret: string;
  /** Walks through its pages as that person. @returns the query that the browser comes back with */
  walk(address: string, subject: string): Promise<string>;
  close(): Promise<void>;
}

const clientSecret = 'a secret of this test alone, long enough';

/** @param redirect the one address that it sends browsers back to */
export async function openIdProvider(redirect: string): Promise<OpenIdProvider> {
  const port = await freePort();
  const issuer = `http://127.0.0.1:${port}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: 'tessera', client_secret: clientSecret, redirect_uris: [redirect] }],
    cookies: { keys: ['a key of this test alone'] },
    pkce: { required: () => true },
    // said so that it does not remark on what nobody said
    ttl: { AccessToken: 60, AuthorizationCode: 60, Grant: 600, IdToken: 60, Interaction: 600, Session: 600 },
    findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
  });
  const server = await new Promise<Server>((resolve) => {
    const started: Server = provider.listen(port, '127.0.0.1', () => resolve(started));
  });
  return {
    issuer,
    clientSecret,
    walk: (address, subject) => walk(issuer, address, subject),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** Sign-in and consent, page by page, as a browser without scripts does it. */
async function walk(issuer: string, address: string, subject: string): Promise<string> {
  const browser = new HttpClient(issuer);
  let next = address.replace(issuer, '');
  for (let step = 0; step < 12; step += 1) {
    const page = await browser.get(next);
    const location = page.headers.get('location');
    if (location !== null) {
      const to = new URL(location, issuer);
      if (to.origin !== issuer) return to.search.slice(1);
      next = `${to.pathname}${to.search}`;
      continue;
    }
    const prompt = page.text.includes('name="login"') ? 'login' : 'consent';
    const sent = await fetch(`${issuer}${next}`, {
      method: 'POST',
      redirect: 'manual',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        cookie: [...browser.cookies].map((pair) => pair.join('=')).join('; '),
      },
      body: new URLSearchParams({ prompt, ...(prompt === 'login' ? { login: subject, password: 'x' } : {}) }),
    });
    const onwards = new URL(sent.headers.get('location') ?? '/', issuer);
    next = `${onwards.pathname}${onwards.search}`;
  }
  throw new Error(`${issuer} did not send the browser back`);
}

async function freePort(): Promise<number> {
  const { createServer } = await import('node:net');
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
