import { Injectable } from '@nestjs/common';

import { systemScope } from '../../platform/database/scope.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { isToken, newToken } from '../../platform/ids/secret-token.js';
import { PublicAddress } from '../../platform/mail/index.js';
import { providerNotFound, wrongIdentity } from '../account.errors.js';
import { SignInAttemptStore } from '../sessions/sign-in-attempt.store.js';
import type { UserId } from '../users/user.js';
import { OpenIdConnector, type Identity } from './open-id.connector.js';
import { SignInProviders, type SignInProvider } from './sign-in-provider.js';

/** Where a provider sends the browser back to: the one address to register there. */
export const answerPath = '/sign-in/provider';

/** How long somebody may take at the provider's pages. */
const attemptMinutes = 15;

/** The browser goes to the provider, and shows the state when it comes back. */
export interface Asked {
  readonly address: string;
  readonly state: string;
}

/** What a provider said of whom. */
export interface ProviderAnswer {
  readonly provider: SignInProvider;
  readonly identity: Identity;
  /** who asked to link it; null: somebody wants to sign in */
  readonly linkTo: UserId | null;
}

/** Questions that a browser takes to a provider, each good for one answer. */
@Injectable()
export class ProviderQuestions {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly providers: SignInProviders,
    private readonly openId: OpenIdConnector,
    private readonly attempts: SignInAttemptStore,
    private readonly publicAddress: PublicAddress,
  ) {}

  /**
   * @param linkTo whose account the answer is to be linked to; null: it signs in
   * @throws {AppError} `accounts.provider-not-found`, `accounts.provider-away`
   */
  async ask(name: string, linkTo: UserId | null): Promise<Asked> {
    const provider = this.providers.named(name);
    if (!provider) throw providerNotFound();
    const question = this.openId.newQuestion(newToken());
    const { state, nonce, verifier } = question;
    const address = await this.openId.address(provider, question, this.#answerAddress());
    const held = { provider: provider.name, nonce, verifier };
    await this.unitOfWork.run(systemScope(), (unit) =>
      this.attempts.open(unit, {
        purpose: 'provider',
        user: linkTo,
        token: state,
        held,
        minutes: attemptMinutes,
      }),
    );
    return { address, state };
  }

  /**
   * Takes an answer: its question is used up, whatever comes of it.
   *
   * @param query   what stands behind `?` in the address the browser came back to
   * @param browser what the browser that was sent away was given
   * @param user    who is signed in; null: nobody is
   * @throws {AppError} `accounts.wrong-identity`, `accounts.provider-away`
   */
  async answered(query: string, browser: string | null, user: UserId | null): Promise<ProviderAnswer> {
    const url = new URL(`${this.#answerAddress()}?${query}`);
    const state = url.searchParams.get('state') ?? '';
    // whoever was sent the link of another's answer has another cookie
    if (!isToken(state) || browser !== state) throw wrongIdentity();
    const attempt = await this.unitOfWork.run(systemScope(), (unit) =>
      this.attempts.take(unit, 'provider', state),
    );
    const provider = this.providers.named(attempt?.held['provider'] ?? '');
    if (!attempt || !provider || (attempt.user !== null && attempt.user !== user)) throw wrongIdentity();
    const { nonce = '', verifier = '' } = attempt.held;
    const identity = await this.openId.identity(provider, { state, nonce, verifier }, url);
    return { provider, identity, linkTo: attempt.user };
  }

  readonly #answerAddress = (): string => `${this.publicAddress.url}${answerPath}`;
}
