import { Body, Controller, Delete, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { CurrentScope } from '../../current-scope.js';
import {
  InvitationRoundRequest,
  InvitationRoundResponse,
  RoundStoppedResponse,
  toRoundResponse,
} from './invitation-rounds.dto.js';
import { InvitationRounds } from './invitation-rounds.js';

/** Rounds of invitations: the people of a list, so many a working day. */
@ApiTags('people')
@Controller('invitation-rounds')
export class InvitationRoundsController {
  constructor(
    private readonly scope: CurrentScope,
    private readonly rounds: InvitationRounds,
  ) {}

  /** Says of each line of a list what becomes of it; without `dryRun` the people are invited, so many a working day. */
  @Post()
  @HttpCode(200)
  async start(
    @Body() { dryRun, language, ...list }: InvitationRoundRequest,
  ): Promise<InvitationRoundResponse> {
    const request = { ...list, language: language ?? 'it' };
    const scope = this.scope.ofCaller();
    const lines = await (dryRun ? this.rounds.check(scope, request) : this.rounds.start(scope, request));
    return toRoundResponse(lines);
  }

  /** Takes back every invitation that has not gone yet. */
  @Delete()
  async stop(): Promise<RoundStoppedResponse> {
    return { stopped: await this.rounds.stop(this.scope.ofCaller()) };
  }
}
