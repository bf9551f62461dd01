import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';

import {
  beginSession,
  clientOf,
  InvitationTokenRequest,
  SignedInResponse,
  toOpenInvitationResponse,
} from '../../accounts/index.js';
import { ClaimProfile } from './claim-profile.js';
import { ClaimedProfileResponse, ClaimRequest, toOwnWord, toProfileLineResponse } from './claim.dto.js';

@ApiTags('people')
@Controller('invitations')
export class ClaimsController {
  constructor(private readonly claims: ClaimProfile) {}

  /** What an invitation's link leads to, without signing in: the draft profile. Looking does not use it up. */
  @Post('open')
  @HttpCode(200)
  async open(@Body() { token }: InvitationTokenRequest): Promise<ClaimedProfileResponse> {
    const { invitation, lines, roles } = await this.claims.open(token);
    return {
      ...toOpenInvitationResponse(invitation),
      lines: lines.map(toProfileLineResponse),
      roles: [...roles],
    };
  }

  /** Confirms: takes in what was said of the profile, makes the account and signs in. */
  @Post('confirm')
  @HttpCode(201)
  async confirm(
    @Body() { token, digest, profile }: ClaimRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignedInResponse> {
    const claim = { word: toOwnWord(profile ?? {}), roles: profile?.roles ?? null, digest: digest ?? null };
    return beginSession(await this.claims.confirm(token, claim, clientOf(request)), request, reply);
  }
}
