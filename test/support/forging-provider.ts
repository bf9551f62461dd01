import { generateKeyPairSync, randomUUID, sign, type KeyObject } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What an identity token says, and how it is signed; what is left out is as it should be. */
export interface Forgery {
  readonly claims?: Readonly<Record<string, unknown>>;
  /** signed with a key that is not the provider's */
  readonly foreignKey?: boolean;
  /** `alg` of its head; `none` leaves the signature out */
  readonly alg?: string;
  /** what `iss` beside the code says */
  readonly answerIssuer?: string;
}

/** A provider of OpenID Connect that says whatever it is told to: what an attacker could. */
export interface ForgingProvider {
  readonly issuer: string;
  /** what the next answers say */
  forge: Forgery;
  /** what a browser would come back with: the query behind the address */
  answer(address: string): string;
  close(): Promise<void>;
}

const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

export async function forgingProvider(subject = 'somebody'): Promise<ForgingProvider> {
  const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const foreign = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const nonces = new Map<string, string>();
  const provider = { issuer: '', forge: {} as Forgery };
  const token = (nonce: string): string => {
    const { claims, foreignKey, alg = 'RS256' } = provider.forge;
    const now = Math.floor(Date.now() / 1_000);
    const usual = { iss: provider.issuer, sub: subject, aud: 'tessera', exp: now + 60, iat: now, nonce };
    const text = `${encoded({ alg, kid: 'one' })}.${encoded({ ...usual, ...claims })}`;
    const key: KeyObject = foreignKey ? foreign.privateKey : keys.privateKey;
    return `${text}.${alg === 'none' ? '' : sign('sha256', Buffer.from(text), key).toString('base64url')}`;
  };
  const server = createServer((request, response) => {
    const say = (value: unknown): void => {
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value));
    };
    const path = new URL(request.url ?? '', provider.issuer).pathname;
    if (path === '/.well-known/openid-configuration') return say(described(provider.issuer));
    if (path === '/jwks')
      return say({ keys: [{ ...keys.publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' }] }); // prettier-ignore
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const code = new URLSearchParams(Buffer.concat(chunks).toString()).get('code') ?? '';
      say({ access_token: 'x', token_type: 'Bearer', id_token: token(nonces.get(code) ?? '') });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  provider.issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return Object.assign(provider, {
    answer: (address: string) => {
      const { searchParams } = new URL(address);
      const code = randomUUID();
      nonces.set(code, searchParams.get('nonce') ?? '');
      const iss = provider.forge.answerIssuer ?? provider.issuer;
      return new URLSearchParams({ code, state: searchParams.get('state') ?? '', iss }).toString();
    },
    close: () => closed(server),
  });
}

const described = (issuer: string): object => ({
  issuer,
  authorization_endpoint: `${issuer}/auth`,
  token_endpoint: `${issuer}/token`,
  jwks_uri: `${issuer}/jwks`,
  response_types_supported: ['code'],
  subject_types_supported: ['public'],
  id_token_signing_alg_values_supported: ['RS256'],
  code_challenge_methods_supported: ['S256'],
  authorization_response_iss_parameter_supported: true,
});

const closed = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.closeAllConnections();
    server.close(() => resolve());
  });
