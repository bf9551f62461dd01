import { Controller, Delete, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { CurrentScope } from '../current-scope.js';
import { AskedInvitations } from './asked-invitations.js';
import { InvitationParam } from './people.dto.js';

/** What officers decide about those who asked for a member's profile by themselves. */
@ApiTags('people')
@Controller('invitations')
export class AskedInvitationsController {
  constructor(
    private readonly scope: CurrentScope,
    private readonly asked: AskedInvitations,
  ) {}

  /** Lets somebody in who asked for a member's profile: the invitation is mailed to the address they gave. */
  @Post(':id/approval')
  @HttpCode(204)
  async approve(@Param() { id }: InvitationParam): Promise<void> {
    await this.asked.approve(this.scope.ofCaller(), id);
  }

  /** Does not: what they said is forgotten, and nobody is written to. */
  @Delete(':id')
  @HttpCode(204)
  async decline(@Param() { id }: InvitationParam): Promise<void> {
    await this.asked.decline(this.scope.ofCaller(), id);
  }
}
