import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Put, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { logoNotFound } from '../account.errors.js';
import { ClusterReadModel } from '../cluster.read-model.js';
import { OwnBrandReadModel } from '../clusters/own-brand.read-model.js';
import { CurrentScope } from '../current-scope.js';
import type { LiveSession } from '../sessions/session.store.js';
import { OwnName } from '../users/own-name.js';
import { OwnPassword } from '../users/own-password.js';
import { OwnSecondFactors } from '../users/own-second-factors.js';
import { OwnTotp } from '../users/own-totp.js';
import { logoHeaders } from './logo-headers.js';
import { ownSession } from './own-session.js';
import {
  ChangeMeRequest,
  ChangePasswordRequest,
  CredentialsResponse,
  MeResponse,
  OwnLogoQuery,
  RecoveryCodesResponse,
  toMeResponse,
  TotpResponse,
} from './me.dto.js';
import { CodeRequest, SignedInResponse } from './session.dto.js';
import { goOn } from './sessions.controller.js';

@ApiTags('sign-in')
@Controller('me')
export class MeController {
  readonly #brand = new OwnBrandReadModel();

  constructor(
    private readonly scope: CurrentScope,
    private readonly ownName: OwnName,
    private readonly ownPassword: OwnPassword,
    private readonly totp: OwnTotp,
    private readonly unitOfWork: UnitOfWork,
    private readonly clusters: ClusterReadModel,
    private readonly factors: OwnSecondFactors,
  ) {}

  /** Who one is here, and what one may. */
  @Get()
  async me(): Promise<MeResponse> {
    const caller = this.scope.caller();
    return this.unitOfWork.run(caller.scope, async (unit) =>
      toMeResponse(caller, await this.clusters.all(unit), await this.#brand.of(unit)),
    );
  }

  /** The logo of one's cluster, as a picture that holds no script. */
  @Get('logo')
  @ApiOkResponse({ content: { 'image/*': { schema: { type: 'string', format: 'binary' } } } })
  async logo(@Query() { version }: OwnLogoQuery, @Res() reply: FastifyReply): Promise<void> {
    const logo = await this.unitOfWork.run(this.scope.ofCaller(), (unit) => this.#brand.logo(unit));
    if (!logo) throw logoNotFound();
    const kept = version === undefined ? 'no-cache' : 'max-age=86400';
    await reply.headers(logoHeaders(logo.type, kept)).send(logo.bytes);
  }

  /** Sets how one is called. */
  @Patch()
  @HttpCode(204)
  async rename(@Body() { name }: ChangeMeRequest): Promise<void> {
    await this.ownName.change(this.#session().user, name);
  }

  /** Changes the password and signs out everywhere else. */
  @Put('password')
  @HttpCode(204)
  async password(@Body() { current, next }: ChangePasswordRequest): Promise<void> {
    await this.ownPassword.change(this.#session(), current ?? null, next);
  }

  /** A key for an authenticator app; it counts once it is confirmed. */
  @Post('second-factor')
  @HttpCode(201)
  async propose(): Promise<TotpResponse> {
    return this.totp.propose(this.#session());
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
    return goOn(session, await this.totp.confirm(session, code), request, reply);
  }

  /** What one can sign in with. */
  @Get('credentials')
  async held(): Promise<CredentialsResponse> {
    const session = this.#session();
    const [password, factors] = await Promise.all([
      this.ownPassword.isSet(session),
      this.factors.held(session),
    ]);
    return { password, ...factors };
  }

  /** Takes the authenticator app away, and signs out everywhere else. */
  @Delete('second-factor')
  @HttpCode(204)
  async removeTotp(): Promise<void> {
    await this.factors.removeTotp(this.#session());
  }

  /** Ten codes for the day on which the second factor is lost, shown this once. */
  @Post('recovery-codes')
  @HttpCode(201)
  async recoveryCodes(): Promise<RecoveryCodesResponse> {
    return { codes: [...(await this.factors.makeRecoveryCodes(this.#session()))] };
  }

  #session(): LiveSession {
    return ownSession(this.scope);
  }
}
