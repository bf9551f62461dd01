import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';

import { AskForProfile } from './ask-for-profile.js';
import { ProfileRequestRequest, ProfileRequestResponse } from './profile-request.dto.js';

@ApiTags('people')
@Controller('profile-requests')
export class ProfileRequestsController {
  constructor(private readonly asking: AskForProfile) {}

  /**
   * Asks for the profile of the organisation one works for, with an address at its own domain. A link comes there where it
   * is a member's; where the domain leaves a doubt, an officer of its cluster decides first.
   */
  @Post()
  @HttpCode(202)
  async ask(
    @Body() { language, ...asks }: ProfileRequestRequest,
    @Req() request: FastifyRequest,
  ): Promise<ProfileRequestResponse> {
    await this.asking.ask({ ...asks, language: language ?? 'it' }, request.ip);
    return { asked: true };
  }
}
