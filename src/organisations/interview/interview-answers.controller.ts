import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { AnswerInterview } from './answer-interview.js';
import {
  InterviewAnswerRequest,
  InterviewLinkRequest,
  LinkedInterviewResponse,
  toInterviewAnswer,
  toLinkedInterviewResponse,
} from './interview.dto.js';

/** What a member does by the link in a mail about a talk, without signing in. */
@ApiTags('organisations')
@Controller('interview-answers')
export class InterviewAnswersController {
  constructor(private readonly answers: AnswerInterview) {}

  /** What was written down. Looking changes nothing. */
  @Post('open')
  @HttpCode(200)
  async open(@Body() { token }: InterviewLinkRequest): Promise<LinkedInterviewResponse> {
    return toLinkedInterviewResponse(await this.answers.open(token));
  }

  /** Says what of it is right. All of it is taken in, or nothing; a line is decided on once. */
  @Post()
  @HttpCode(200)
  async answer(@Body() request: InterviewAnswerRequest): Promise<LinkedInterviewResponse> {
    return toLinkedInterviewResponse(await this.answers.answer(request.token, toInterviewAnswer(request)));
  }
}
