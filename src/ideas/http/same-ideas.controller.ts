import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { CurrentScope } from '../../accounts/index.js';
import { AnswerQuestions } from '../same/answer-questions.js';
import { AskAuthors } from '../same/ask-authors.js';
import { FindSameIdeas } from '../same/find-same-ideas.js';
import {
  AnswerQuestionRequest,
  AskAuthorsRequest,
  AskedResponse,
  IdeaQuestionsResponse,
  OpenedBoardResponse,
  QuestionParam,
  RoundParam,
  SameIdeasResponse,
  toIdeaQuestion,
  toSameIdeasResponse,
} from './same-idea.dto.js';

/** Ideas of several people that want the same: found, asked about, brought together on a board. */
@ApiTags('ideas')
@Controller()
export class SameIdeasController {
  constructor(
    private readonly scope: CurrentScope,
    private readonly same: FindSameIdeas,
    private readonly authors: AskAuthors,
    private readonly questions: AnswerQuestions,
  ) {}

  /** Ideas and needs in reach that want the same, and whose authors were asked. */
  @Get('same-ideas')
  async list(): Promise<SameIdeasResponse> {
    const scope = this.scope.ofCaller();
    return toSameIdeasResponse(await this.same.in(scope), await this.authors.rounds(scope));
  }

  /** Asks the authors of alike ideas, each by mail, whether they want to go on together. */
  @Post('same-ideas')
  async ask(@Body() { ideas }: AskAuthorsRequest): Promise<AskedResponse> {
    return { id: await this.authors.ask(this.scope.ofCaller(), ideas) };
  }

  /** Opens a board with the ideas of those who agreed; the same one where it stands already. */
  @Post('same-ideas/:id/board')
  @HttpCode(200)
  async open(@Param() { id }: RoundParam): Promise<OpenedBoardResponse> {
    return { id: await this.authors.open(this.scope.ofCaller(), id) };
  }

  /** What one is asked about ideas of one's own. */
  @Get('idea-questions')
  async asked(): Promise<IdeaQuestionsResponse> {
    return { items: (await this.questions.list(this.scope.ofCaller())).map(toIdeaQuestion) };
  }

  /** Says whether one goes on with the others, or the other thing than before. */
  @Put('idea-questions/:id/:idea')
  @HttpCode(204)
  async answer(
    @Param() { id, idea }: QuestionParam,
    @Body() { agrees }: AnswerQuestionRequest,
  ): Promise<void> {
    await this.questions.answer(this.scope.ofCaller(), id, idea, agrees);
  }
}
