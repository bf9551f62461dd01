import { Injectable, Logger } from '@nestjs/common';
import * as openId from 'openid-client';

import { providerAway, wrongIdentity } from '../account.errors.js';
import type { SignInProvider } from './sign-in-provider.js';

/** What an answer is held against; made for one question, kept until its answer comes. */
export interface Question {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** Who somebody is elsewhere, by that provider's signed word. */
export interface Identity {
  readonly issuer: string;
  readonly subject: string;
  /** the provider says that two factors were shown there */
  readonly twoFactors: boolean;
}

/** Longest wait for a provider, in seconds, and largest answer, in bytes. */
const mostSeconds = 10;
const mostBytes = 1024 * 1024;

/** A description is read again after this long: keys change. */
const keptMs = 60 * 60 * 1_000;

const log = new Logger('sign-in providers');

/**
 * Speaks OpenID Connect with providers: code flow with PKCE, state and nonce; issuer, audience, times and signature of
 * the identity token are checked. Only the issuer's own host is ever asked, without following it elsewhere.
 */
@Injectable()
export class OpenIdConnector {
  readonly #known = new Map<string, { readonly at: number; readonly read: Promise<openId.Configuration> }>();

  newQuestion(state: string): Question {
    return { state, nonce: openId.randomNonce(), verifier: openId.randomPKCECodeVerifier() };
  }

  /** Where the browser goes to be asked. @throws {AppError} `accounts.provider-away` */
  async address(
    provider: SignInProvider,
    { state, nonce, verifier }: Question,
    redirect: string,
  ): Promise<string> {
    const config = await this.#describe(provider);
    const address = openId.buildAuthorizationUrl(config, {
      redirect_uri: redirect,
      scope: 'openid',
      state,
      nonce,
      code_challenge: await openId.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      ...(provider.twoFactorAcr.length > 0 ? { acr_values: provider.twoFactorAcr.join(' ') } : {}),
    });
    return address.href;
  }

  /**
   * Whom an answer is about.
   *
   * @param answer the address the browser came back to, with everything the provider put into it
   * @throws {AppError} `accounts.wrong-identity`: it is not the answer to that question, or not that provider's;
   *   `accounts.provider-away`
   */
  async identity(provider: SignInProvider, question: Question, answer: URL): Promise<Identity> {
    const config = await this.#describe(provider);
    try {
      const tokens = await openId.authorizationCodeGrant(config, answer, {
        expectedState: question.state,
        expectedNonce: question.nonce,
        pkceCodeVerifier: question.verifier,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (!claims || claims.iss !== provider.issuer || !isSubject(claims.sub)) throw wrongIdentity();
      const acr = typeof claims['acr'] === 'string' ? claims['acr'] : '';
      return { issuer: claims.iss, subject: claims.sub, twoFactors: provider.twoFactorAcr.includes(acr) };
    } catch (error) {
      // what it said can hold codes and names: only the kind of failure is written down
      log.warn(`an answer of ${provider.name} is refused: ${kindOf(error)}`);
      throw wrongIdentity();
    }
  }

  async #describe(provider: SignInProvider): Promise<openId.Configuration> {
    const known = this.#known.get(provider.name);
    const at = performance.now();
    const fresh = known !== undefined && at - known.at < keptMs ? known : { at, read: discover(provider) };
    this.#known.set(provider.name, fresh);
    try {
      return await fresh.read;
    } catch (error) {
      this.#known.delete(provider.name);
      log.warn(`${provider.name} cannot be asked: ${kindOf(error)}`);
      throw providerAway(provider.title);
    }
  }
}

function discover({ issuer, clientId, clientSecret }: SignInProvider): Promise<openId.Configuration> {
  const server = new URL(issuer);
  const plain = server.protocol === 'http:';
  return openId.discovery(
    server,
    clientId,
    clientSecret ?? undefined,
    clientSecret === null ? openId.None() : openId.ClientSecretBasic(clientSecret),
    {
      timeout: mostSeconds,
      [openId.customFetch]: fetchFrom(server.origin),
      execute: [openId.enableNonRepudiationChecks, ...(plain ? [openId.allowInsecureRequests] : [])],
    },
  );
}

/** Asks that one host alone, follows nowhere, and stops reading where no honest answer is so long. */
function fetchFrom(origin: string): openId.CustomFetch {
  return async (address, options) => {
    if (new URL(address).origin !== origin) throw new TypeError('another host than the issuer’s');
    const response = await fetch(address, { ...options, redirect: 'manual' } as RequestInit);
    const chunks: Uint8Array[] = [];
    let bytes = 0;
    for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
      bytes += chunk.length;
      if (bytes > mostBytes) throw new TypeError('an answer of more than a megabyte');
      chunks.push(chunk);
    }
    const { status, headers } = response;
    return new Response([204, 304].includes(status) ? null : Buffer.concat(chunks), { status, headers });
  };
}

const isSubject = (subject: string): boolean => subject !== '' && subject.length <= 255;

const kindOf = (error: unknown): string => {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code.slice(0, 60) : error instanceof Error ? error.name : 'unknown';
};
