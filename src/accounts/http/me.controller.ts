import { Body, Controller, Get, HttpCode, Post, Put, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { sessionNotFound } from '../account.errors.js';
import { ClusterReadModel } from '../cluster.read-model.js';
import { CurrentScope } from '../current-scope.js';
import { staffLife, type LiveSession } from '../sessions/session.store.js';
import { OwnCredentials } from '../users/own-credentials.js';
import { ChangePasswordRequest, MeResponse, toMeResponse, TotpResponse } from './me.dto.js';
import { CodeRequest, SignedInResponse } from './session.dto.js';
import { sessionCookie } from './sign-in-cookies.js';

@ApiTags('sign-in')
@Controller('me')
export class MeController {
  constructor(
    private readonly scope: CurrentScope,
    private readonly credentials: OwnCredentials,
    private readonly unitOfWork: UnitOfWork,
    private readonly clusters: ClusterReadModel,
  ) {}

  /** Who one is here, and what one may. */
  @Get()
  async me(): Promise<MeResponse> {
    const caller = this.scope.caller();
    const clusters = await this.unitOfWork.run(caller.scope, (unit) => this.clusters.all(unit));
    return toMeResponse(caller, clusters);
  }

  /** Changes the password and signs out everywhere else. */
  @Put('password')
  @HttpCode(204)
  async password(@Body() { current, next }: ChangePasswordRequest): Promise<void> {
    await this.credentials.changePassword(this.#session(), current ?? null, next);
  }

  /** A key for an authenticator app; it counts once it is confirmed. */
  @Post('second-factor')
  @HttpCode(201)
  async propose(): Promise<TotpResponse> {
    return this.credentials.proposeTotp(this.#session());
  }

  /** Puts the second factor in force and shows it at once. */
  @Post('second-factor/confirmation')
  @HttpCode(200)
  async confirm(
    @Body() { code }: CodeRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignedInResponse> {
    const session = this.#session();
    const token = await this.credentials.confirmTotp(session, code);
    void reply.header('set-cookie', sessionCookie(token, request.protocol === 'https', staffLife.hours));
    return { secondFactor: 'shown', name: session.user.name };
  }

  #session(): LiveSession {
    const { session } = this.scope.caller();
    if (!session) throw sessionNotFound();
    return session;
  }
}
