import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { CurrentScope } from '../../accounts/index.js';
import { Agree } from '../agreeing/agree.js';
import { Outcomes } from '../agreeing/outcomes.js';
import {
  AgreeRequest,
  OutcomeRequest,
  OutcomeResponse,
  OutcomesResponse,
  ReadinessResponse,
  toOutcome,
  toReadiness,
  WaiveRequest,
  WaiverQuery,
} from './agreeing.dto.js';
import { ConsortiumParam } from './board-request.dto.js';

/** Boards looked through for open questions. */
const mostOpen = 100;

/** From ready to what came of it. */
@ApiTags('consortia')
@Controller()
export class AgreeingController {
  constructor(
    private readonly scope: CurrentScope,
    private readonly agreement: Agree,
    private readonly outcomes: Outcomes,
  ) {}

  /** What stands between this board and being agreed. */
  @Get('consortia/:id/readiness')
  async readiness(@Param() { id }: ConsortiumParam): Promise<ReadinessResponse> {
    return toReadiness(await this.agreement.readiness(this.scope.ofCaller(), id));
  }

  /** Goes on although a rule fails or cannot be decided: by your name, with a reason that is printed on the sheet. */
  @Put('consortia/:id/waivers')
  async waive(
    @Param() { id }: ConsortiumParam,
    @Body() { item, reason }: WaiveRequest,
  ): Promise<ReadinessResponse> {
    await this.agreement.waive(this.scope.ofCaller(), id, item, reason);
    return this.readiness({ id });
  }

  @Delete('consortia/:id/waivers')
  async takeBack(
    @Param() { id }: ConsortiumParam,
    @Query() { item }: WaiverQuery,
  ): Promise<ReadinessResponse> {
    await this.agreement.takeBack(this.scope.ofCaller(), id, item);
    return this.readiness({ id });
  }

  /** Checks again by the rules in force now: that is what the board relies on from here. */
  @Post('consortia/:id/checks')
  @HttpCode(200)
  async checkAgain(@Param() { id }: ConsortiumParam): Promise<ReadinessResponse> {
    await this.agreement.checkAgain(this.scope.ofCaller(), id);
    return this.readiness({ id });
  }

  /** Agrees the consortium; refused with the item named where something is not ready. */
  @Post('consortia/:id/agreement')
  @HttpCode(200)
  async agree(@Param() { id }: ConsortiumParam, @Body() { version }: AgreeRequest): Promise<OutcomeResponse> {
    await this.agreement.agree(this.scope.ofCaller(), id, version);
    return this.outcome({ id });
  }

  /** What became of it, what is asked now, and what public project data propose. */
  @Get('consortia/:id/outcome')
  async outcome(@Param() { id }: ConsortiumParam): Promise<OutcomeResponse> {
    return toOutcome(await this.outcomes.of(this.scope.ofCaller(), id));
  }

  /** Says what became of it. */
  @Post('consortia/:id/outcome')
  @HttpCode(200)
  async say(
    @Param() { id }: ConsortiumParam,
    @Body() { version, state, grant }: OutcomeRequest,
  ): Promise<OutcomeResponse> {
    await this.outcomes.say(this.scope.ofCaller(), id, { version, state, grant: grant ?? null });
    return this.outcome({ id });
  }

  /** Boards of your cluster that wait for your word: the deadline is over, or public data propose "funded". */
  @Get('outcomes')
  async open(): Promise<OutcomesResponse> {
    return { items: (await this.outcomes.open(this.scope.ofCaller(), mostOpen)).map(toOutcome) };
  }
}
