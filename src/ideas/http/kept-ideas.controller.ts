import { Body, Controller, Delete, Get, HttpCode, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { CurrentScope } from '../../accounts/index.js';
import { KeepIdeas } from '../keep-ideas.js';
import {
  KeepIdeaRequest,
  KeptIdeaParam,
  KeptIdeaResponse,
  KeptIdeasResponse,
  toKeptIdeaResponse,
  toKeptIdeasResponse,
  toWantedIdea,
} from './kept-idea.dto.js';

/** Ideas that people keep, to find partners for them again and to let others read them. */
@ApiTags('ideas')
@Controller('kept-ideas')
export class KeptIdeasController {
  constructor(
    private readonly scope: CurrentScope,
    private readonly ideas: KeepIdeas,
  ) {}

  /** One's own ideas; for officers also those that others let them read. */
  @Get()
  async list(): Promise<KeptIdeasResponse> {
    return toKeptIdeasResponse(await this.ideas.list(this.scope.ofCaller()));
  }

  /** Keeps an idea; the same id again replaces it, and puts one back that was taken away. */
  @Put(':id')
  async keep(@Param() { id }: KeptIdeaParam, @Body() body: KeepIdeaRequest): Promise<KeptIdeaResponse> {
    return toKeptIdeaResponse(await this.ideas.keep(this.scope.ofCaller(), id, toWantedIdea(body)));
  }

  @Delete(':id')
  @HttpCode(204)
  async remove(@Param() { id }: KeptIdeaParam): Promise<void> {
    await this.ideas.remove(this.scope.ofCaller(), id);
  }
}
