import { Body, Controller, Delete, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { sessionNotFound } from '../account.errors.js';
import { AuditTrail } from '../audit-trail.store.js';
import { CurrentScope } from '../current-scope.js';
import { SessionStore, type LiveSession } from '../sessions/session.store.js';
import { SignIn, type Client } from '../sessions/sign-in.js';
import {
  CodeRequest,
  SessionListResponse,
  SessionParam,
  SignedInResponse,
  SignInRequest,
  toSessionResponse,
  toSignedInResponse,
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
    const secure = isSecure(request);
    const begun = await this.signIn.withPassword(email, password, clientOf(request));
    void reply.header('set-cookie', [
      sessionCookie(begun.token, secure, begun.life.hours),
      ...(begun.deviceToken === null ? [] : [deviceCookie(begun.deviceToken, secure)]),
    ]);
    return toSignedInResponse(begun);
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
    const { token, life } = await this.signIn.withCode(session, code);
    void reply.header('set-cookie', sessionCookie(token, isSecure(request), life.hours));
    return { secondFactor: 'shown', name: session.user.name };
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

  /** The demonstration's officer and programs have rights, and no session. */
  #session(): LiveSession {
    const { session } = this.scope.caller();
    if (!session) throw sessionNotFound();
    return session;
  }
}

/** Where a request comes from. */
export function clientOf(request: FastifyRequest): Client {
  return {
    address: request.ip,
    device: request.headers['user-agent'] ?? null,
    deviceToken: deviceToken(request.headers.cookie, isSecure(request)) ?? null,
  };
}
