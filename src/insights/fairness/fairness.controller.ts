import { Body, Controller, Delete, Get, HttpCode, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { CurrentScope } from '../../accounts/index.js';
import { Clock } from '../../platform/clock/clock.js';
import {
  FairnessResponse,
  NewcomerShareRequest,
  OwnClusterQuery,
  toFairnessResponse,
} from './fairness.dto.js';
import { ReadFairness } from './read-fairness.js';
import { TurnLever } from './turn-lever.js';

/** Who gets the suggestions, and the lever for those who get few. */
@ApiTags('insights')
@Controller('insights/fairness')
export class FairnessController {
  constructor(
    private readonly scope: CurrentScope,
    private readonly clock: Clock,
    private readonly fairness: ReadFairness,
    private readonly lever: TurnLever,
  ) {}

  /** Shares of newcomers, small firms and provinces in what is suggested and accepted; names no member. */
  @Get()
  async read(@Query() { cluster }: OwnClusterQuery): Promise<FairnessResponse> {
    return toFairnessResponse(await this.fairness.of(this.scope.ofCaller(), cluster, this.clock.now()));
  }

  /** What newcomers keep of every list at least: changes the order of lists from now on, never a score or a reason. */
  @Put('newcomer-share')
  @HttpCode(204)
  async set(@Query() { cluster }: OwnClusterQuery, @Body() body: NewcomerShareRequest): Promise<void> {
    await this.lever.set(this.scope.ofCaller(), cluster, body);
  }

  /** Takes the last change of it back. */
  @Delete('newcomer-share')
  @HttpCode(204)
  async undo(@Query() { cluster }: OwnClusterQuery): Promise<void> {
    await this.lever.undo(this.scope.ofCaller(), cluster);
  }
}
