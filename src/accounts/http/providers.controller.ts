import { Body, Controller, Delete, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { cookie, cookieName, cookieValue } from '../../platform/http/cookies.js';
import { CurrentScope } from '../current-scope.js';
import { OwnIdentities } from '../providers/own-identities.js';
import { ProviderQuestions, type Asked } from '../providers/provider-questions.js';
import { SignInByProvider } from '../providers/sign-in-by-provider.js';
import { SignInProviders } from '../providers/sign-in-provider.js';
import { Tries } from '../throttle/tries.js';
import { ownSession } from './own-session.js';
import {
  AskProviderResponse,
  IdentityListResponse,
  IdentityParam,
  ProviderAnswerRequest,
  ProviderAnswerResponse,
  ProviderListResponse,
  ProviderParam,
  toIdentityResponse,
} from './provider.dto.js';
import { begin, clientOf } from './sessions.controller.js';

/** As long as somebody may take at the provider's pages. */
const attemptSeconds = 900;

@ApiTags('sign-in')
@Controller()
export class ProvidersController {
  constructor(
    private readonly scope: CurrentScope,
    private readonly providers: SignInProviders,
    private readonly questions: ProviderQuestions,
    private readonly signIn: SignInByProvider,
    private readonly identities: OwnIdentities,
    private readonly tries: Tries,
  ) {}

  /** Who else can say who somebody is. */
  @Get('sessions/providers')
  list(): ProviderListResponse {
    return { items: this.providers.all.map(({ name, title }) => ({ name, title })) };
  }

  /** Begins a sign-in at a provider: the browser goes to the address and comes back with an answer. */
  @Post('sessions/providers/:provider')
  @HttpCode(201)
  async ask(
    @Param() { provider }: ProviderParam,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AskProviderResponse> {
    return sendAway(await this.signIn.ask(provider, clientOf(request)), request, reply);
  }

  /** Takes a provider's answer: signs in, or links the identity to the account that asked for it. */
  @Post('sessions/provider-answer')
  @HttpCode(201)
  async answer(
    @Body() { query }: ProviderAnswerRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ProviderAnswerResponse> {
    const browser = cookieValue(request.headers.cookie, cookieName('asked', isSecure(request))) ?? null;
    const session = this.scope.caller().session ?? null;
    const client = clientOf(request);
    await this.tries.nameless(client.address);
    const answer = await this.questions.answered(query, browser, session?.user.id ?? null);
    if (answer.linkTo !== null && session) {
      await this.identities.link(session, answer);
      return { done: 'linked', signedIn: null };
    }
    return { done: 'signed-in', signedIn: begin(await this.signIn.begin(answer, client), request, reply) };
  }

  /** One's identities elsewhere. */
  @Get('me/identities')
  async own(): Promise<IdentityListResponse> {
    const linked = await this.identities.list(ownSession(this.scope));
    const title = (name: string): string => this.providers.named(name)?.title ?? name;
    return { items: linked.map((one) => toIdentityResponse(one, title(one.provider))) };
  }

  /** Begins to link an identity to one's account. */
  @Post('me/identities/:provider')
  @HttpCode(201)
  async link(
    @Param() { provider }: ProviderParam,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AskProviderResponse> {
    return sendAway(await this.identities.askToLink(ownSession(this.scope), provider), request, reply);
  }

  /** Forgets an identity elsewhere, and signs out everywhere else. */
  @Delete('me/identities/:id')
  @HttpCode(204)
  async unlink(@Param() { id }: IdentityParam): Promise<void> {
    await this.identities.unlink(ownSession(this.scope), id);
  }
}

const isSecure = (request: FastifyRequest): boolean => request.protocol === 'https';

/** The answer must come back in the same browser: another's link signs nobody in here. */
function sendAway(
  { address, state }: Asked,
  request: FastifyRequest,
  reply: FastifyReply,
): AskProviderResponse {
  const secure = isSecure(request);
  void reply.header(
    'set-cookie',
    cookie(cookieName('asked', secure), state, { secure, seconds: attemptSeconds }),
  );
  return { address };
}
