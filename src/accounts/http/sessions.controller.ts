import { Body, Controller, Delete, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { sessionNotFound } from '../account.errors.js';
import { AuditTrail } from '../audit-trail.store.js';
import { CurrentScope } from '../current-scope.js';
import { SessionStore, type LiveSession } from '../sessions/session.store.js';
import { SignInByLink } from '../sessions/sign-in-by-link.js';
import type { Client, Raised, SignedIn } from '../sessions/begin-session.js';
import { SignIn } from '../sessions/sign-in.js';
import { OwnSecondFactors } from '../users/own-second-factors.js';
import { ownSession } from './own-session.js';
import {
  CodeRequest,
  RecoveryCodeRequest,
  SessionListResponse,
  SessionParam,
  SignInLinkRequest,
  SignedInResponse,
  SignInRequest,
  toSessionResponse,
  toSignedInResponse,
  UseSignInLinkRequest,
} from './session.dto.js';
import { deviceCookie, deviceToken, endedSessionCookie, sessionCookie } from './sign-in-cookies.js';

const isSecure = (request: FastifyRequest): boolean => request.protocol === 'https';

@ApiTags('sign-in')
@Controller('sessions')
export class SessionsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly scope: CurrentScope,
    private readonly signIn: SignIn,
    private readonly byLink: SignInByLink,
    private readonly factors: OwnSecondFactors,
    private readonly sessions: SessionStore,
    private readonly audit: AuditTrail,
  ) {}

  /** Signs in with mail address and password; the session is in a cookie. */
  @Post()
  @HttpCode(201)
  async begin(
    @Body() { email, password }: SignInRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignedInResponse> {
    return begin(await this.signIn.withPassword(email, password, clientOf(request)), request, reply);
  }

  /** Mails a link that signs in once, within 15 minutes. Answers alike where there is no such account. */
  @Post('links')
  @HttpCode(202)
  async askForLink(@Body() { email }: SignInLinkRequest, @Req() request: FastifyRequest): Promise<void> {
    await this.byLink.ask(email, clientOf(request));
  }

  /** Signs in with such a link and uses it up. */
  @Post('links/use')
  @HttpCode(201)
  async useLink(
    @Body() { token }: UseSignInLinkRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignedInResponse> {
    return begin(await this.byLink.use(token, clientOf(request)), request, reply);
  }

  /** Shows the second factor; the session goes on under a new cookie. */
  @Post('current/code')
  @HttpCode(200)
  async code(
    @Body() { code }: CodeRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignedInResponse> {
    const session = this.#session();
    return goOn(session, await this.signIn.withCode(session, code), request, reply);
  }

  /** Shows a recovery code in the place of the second factor; each works once. */
  @Post('current/recovery-code')
  @HttpCode(200)
  async recoveryCode(
    @Body() { code }: RecoveryCodeRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignedInResponse> {
    const session = this.#session();
    return goOn(session, await this.factors.useRecoveryCode(session, code), request, reply);
  }

  /** Where one is signed in. */
  @Get()
  async list(): Promise<SessionListResponse> {
    const session = this.#session();
    const lines = await this.unitOfWork.run(this.scope.ofCaller(), (unit) =>
      this.sessions.list(unit, session.user.id),
    );
    return { items: lines.map((line) => toSessionResponse(line, session.id)) };
  }

  /** Signs out here. */
  @Delete('current')
  @HttpCode(204)
  async endCurrent(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.#end(this.#session().id);
    void reply
      .header('set-cookie', endedSessionCookie(isSecure(request)))
      .header('clear-site-data', '"cache", "storage"');
  }

  /** Signs out everywhere else. */
  @Delete('others')
  @HttpCode(204)
  async endOthers(): Promise<void> {
    const { user, id } = this.#session();
    await this.unitOfWork.run(this.scope.ofCaller(), async (unit) => {
      await this.sessions.endAll(unit, user.id, id);
      await this.audit.record(unit, 'sessions.ended', { user: user.id });
    });
  }

  /** Signs out elsewhere. */
  @Delete(':id')
  @HttpCode(204)
  async end(@Param() { id }: SessionParam): Promise<void> {
    await this.#end(id);
  }

  async #end(id: string): Promise<void> {
    const { user } = this.#session();
    await this.unitOfWork.run(this.scope.ofCaller(), async (unit) => {
      if (!(await this.sessions.end(unit, user.id, id))) throw sessionNotFound();
      await this.audit.record(unit, 'session.ended', { user: user.id, session: id });
    });
  }

  #session(): LiveSession {
    return ownSession(this.scope);
  }
}

/** Sets the new cookie of a session whose second factor was shown. */
export function goOn(
  { user }: LiveSession,
  { token, life }: Raised,
  request: FastifyRequest,
  reply: FastifyReply,
): SignedInResponse {
  void reply.header('set-cookie', sessionCookie(token, isSecure(request), life.hours));
  return { secondFactor: 'shown', ways: [], name: user.name };
}

/** Sets the cookies of a session that has begun, and of a browser that is known from now on. */
export function begin(begun: SignedIn, request: FastifyRequest, reply: FastifyReply): SignedInResponse {
  const secure = isSecure(request);
  void reply.header('set-cookie', [
    sessionCookie(begun.token, secure, begun.life.hours),
    ...(begun.deviceToken === null ? [] : [deviceCookie(begun.deviceToken, secure)]),
  ]);
  return toSignedInResponse(begun);
}

/** Where a request comes from. */
export function clientOf(request: FastifyRequest): Client {
  return {
    address: request.ip,
    device: request.headers['user-agent'] ?? null,
    deviceToken: deviceToken(request.headers.cookie, isSecure(request)) ?? null,
  };
}
