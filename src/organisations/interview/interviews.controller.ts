import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { CurrentScope } from '../../accounts/index.js';
import { ReferenceParam } from '../../platform/http/reference.dto.js';
import { OwnCompetenceRequest, toOwnCompetence } from '../claim/claim.dto.js';
import {
  InterviewExclusionParam,
  InterviewLineParam,
  InterviewProgressRequest,
  InterviewResponse,
  toInterviewResponse,
} from './interview.dto.js';
import { Interviews } from './interviews.js';

/** What an officer writes down in a talk with a member, answer by answer; at the end the member is asked by mail. */
@ApiTags('organisations')
@Controller('organisations/:reference/interview')
export class InterviewsController {
  constructor(
    private readonly scope: CurrentScope,
    private readonly interviews: Interviews,
  ) {}

  /** The interview that is under way with a member, and what became of the last one. */
  @Get()
  async read(@Param() { reference }: ReferenceParam): Promise<InterviewResponse> {
    return toInterviewResponse(await this.interviews.read(this.scope.ofCaller(), reference));
  }

  /** Where it is left, and what the member would do in a project. */
  @Put()
  async progress(
    @Param() { reference }: ReferenceParam,
    @Body() { step, roles }: InterviewProgressRequest,
  ): Promise<InterviewResponse> {
    const progress = { step, roles: roles ?? null };
    return toInterviewResponse(
      await this.interviews.saveProgress(this.scope.ofCaller(), reference, progress),
    );
  }

  /** Writes a line; the same id again replaces it, and puts one back that was taken away. */
  @Put('lines/:line')
  async saveLine(
    @Param() { reference, line }: InterviewLineParam,
    @Body() body: OwnCompetenceRequest,
  ): Promise<InterviewResponse> {
    const written = toOwnCompetence(body);
    return toInterviewResponse(
      await this.interviews.saveLine(this.scope.ofCaller(), reference, line, written),
    );
  }

  /** Takes a line away, while the member has not been asked about it. */
  @Delete('lines/:line')
  async removeLine(@Param() { reference, line }: InterviewLineParam): Promise<InterviewResponse> {
    return toInterviewResponse(await this.interviews.removeLine(this.scope.ofCaller(), reference, line));
  }

  /** The member never wants to be matched with that organisation: kept apart from now on. */
  @Put('exclusions/:organisation')
  async exclude(@Param() { reference, organisation }: InterviewExclusionParam): Promise<InterviewResponse> {
    return toInterviewResponse(await this.interviews.exclude(this.scope.ofCaller(), reference, organisation));
  }

  /** Takes that back. */
  @Delete('exclusions/:organisation')
  async include(@Param() { reference, organisation }: InterviewExclusionParam): Promise<InterviewResponse> {
    return toInterviewResponse(await this.interviews.include(this.scope.ofCaller(), reference, organisation));
  }

  /** Ends it, and asks the member by one mail whether it is right. */
  @Post('telling')
  @HttpCode(200)
  async tell(@Param() { reference }: ReferenceParam): Promise<InterviewResponse> {
    return toInterviewResponse(await this.interviews.tell(this.scope.ofCaller(), reference));
  }
}
