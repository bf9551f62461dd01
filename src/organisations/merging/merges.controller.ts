import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { CurrentScope } from '../../accounts/index.js';
import { DecideMerges } from './decide-merges.js';
import {
  DecideMergeRequest,
  MergeDecidedResponse,
  MergeParam,
  MergeProposalsResponse,
  toMergeProposals,
} from './merge.dto.js';

/** Two entries of one's cluster that may be one organisation; nothing is ever merged by itself. */
@ApiTags('organisations')
@Controller('merge-proposals')
export class MergesController {
  constructor(
    private readonly scope: CurrentScope,
    private readonly merges: DecideMerges,
  ) {}

  /** Which entries may be one organisation, each with the reasons, and what was decided. */
  @Get()
  async list(): Promise<MergeProposalsResponse> {
    return toMergeProposals(await this.merges.proposed(this.scope.ofCaller()));
  }

  /** Says that a proposed pair is one organisation, or two. */
  @Post('decisions')
  @HttpCode(201)
  async decide(@Body() { kept, other, decision }: DecideMergeRequest): Promise<MergeDecidedResponse> {
    return { id: await this.merges[decision](this.scope.ofCaller(), kept, other) };
  }

  /** Takes a decision back: one organisation is two again, within 30 days; a pair that is two is proposed again. */
  @Delete('decisions/:id')
  @HttpCode(204)
  async undo(@Param() { id }: MergeParam): Promise<void> {
    await this.merges.undo(this.scope.ofCaller(), id);
  }
}
