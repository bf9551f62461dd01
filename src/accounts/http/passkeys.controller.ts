import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { CurrentScope } from '../current-scope.js';
import type { UsedPasskey } from '../passkeys/passkey-answer.js';
import { OwnPasskeys } from '../passkeys/own-passkeys.js';
import { SignInByPasskey } from '../passkeys/sign-in-by-passkey.js';
import { OwnSecondFactors } from '../users/own-second-factors.js';
import { ownSession } from './own-session.js';
import { siteOf } from './passkey-site.js';
import {
  AddPasskeyRequest,
  AskPasskeyResponse,
  MakePasskeyResponse,
  PasskeyListResponse,
  PasskeyParam,
  PasskeyResponse,
  RenamePasskeyRequest,
  toAskPasskeyResponse,
  toMakePasskeyResponse,
  toPasskeyResponse,
  UsePasskeyRequest,
} from './passkey.dto.js';
import { SignedInResponse } from './session.dto.js';
import { begin, clientOf, goOn } from './sessions.controller.js';

@ApiTags('sign-in')
@Controller()
export class PasskeysController {
  constructor(
    private readonly scope: CurrentScope,
    private readonly own: OwnPasskeys,
    private readonly signIn: SignInByPasskey,
    private readonly factors: OwnSecondFactors,
  ) {}

  /** One’s passkeys. */
  @Get('me/passkeys')
  async list(): Promise<PasskeyListResponse> {
    return { items: (await this.own.list(ownSession(this.scope))).map(toPasskeyResponse) };
  }

  /** What the browser needs to make a passkey. */
  @Post('me/passkeys/question')
  @HttpCode(201)
  async askToMake(@Req() request: FastifyRequest): Promise<MakePasskeyResponse> {
    const [session, site] = [ownSession(this.scope), siteOf(request)];
    return toMakePasskeyResponse(await this.own.ask(session), session.user, site.name);
  }

  /** Keeps a passkey that the browser made, and signs out everywhere else. */
  @Post('me/passkeys')
  @HttpCode(201)
  async add(
    @Body() { name, ...made }: AddPasskeyRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PasskeyResponse> {
    const session = ownSession(this.scope);
    const { passkey, raised } = await this.own.add(session, made, name, siteOf(request));
    goOn(session, raised, request, reply);
    return toPasskeyResponse(passkey);
  }

  /** Calls a passkey something else. */
  @Patch('me/passkeys/:id')
  @HttpCode(204)
  async rename(@Param() { id }: PasskeyParam, @Body() { name }: RenamePasskeyRequest): Promise<void> {
    await this.own.rename(ownSession(this.scope), id, name);
  }

  /** Forgets a passkey, and signs out everywhere else. */
  @Delete('me/passkeys/:id')
  @HttpCode(204)
  async remove(@Param() { id }: PasskeyParam): Promise<void> {
    await this.factors.removePasskey(ownSession(this.scope), id);
  }

  /** What the browser needs to sign in with a passkey. */
  @Post('sessions/passkey/question')
  @HttpCode(201)
  async ask(@Req() request: FastifyRequest): Promise<AskPasskeyResponse> {
    const site = siteOf(request);
    return toAskPasskeyResponse(await this.signIn.ask(clientOf(request)), site.name);
  }

  /** Signs in with a passkey: two factors in one. */
  @Post('sessions/passkey')
  @HttpCode(201)
  async begin(
    @Body() used: UsePasskeyRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignedInResponse> {
    const begun = await this.signIn.begin(toUsed(used), siteOf(request), clientOf(request));
    return begin(begun, request, reply);
  }

  /** What the browser needs to show a passkey as the second factor. */
  @Post('sessions/current/passkey/question')
  @HttpCode(201)
  async askForSecondFactor(@Req() request: FastifyRequest): Promise<AskPasskeyResponse> {
    const site = siteOf(request);
    return toAskPasskeyResponse(await this.signIn.askForSecondFactor(ownSession(this.scope)), site.name);
  }

  /** Shows a passkey as the second factor; the session goes on under a new cookie. */
  @Post('sessions/current/passkey')
  @HttpCode(200)
  async asSecondFactor(
    @Body() used: UsePasskeyRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignedInResponse> {
    const session = ownSession(this.scope);
    const raised = await this.signIn.asSecondFactor(session, toUsed(used), siteOf(request));
    return goOn(session, raised, request, reply);
  }
}

const toUsed = ({ userHandle, ...used }: UsePasskeyRequest): UsedPasskey => ({
  ...used,
  userHandle: userHandle ?? null,
});
