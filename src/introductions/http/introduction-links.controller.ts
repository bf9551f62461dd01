import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { AnswerRequest } from '../answer-request.js';
import { linkNotFound } from '../introduction.errors.js';
import { ShowIntroduction } from '../show-introduction.js';
import { AnswerByLinkRequest, LinkRequest } from './introduction-request.dto.js';
import { keepOf, LinkedIntroductionResponse, toPartyResponse } from './introduction-response.dto.js';

/** What somebody does by a link in a mail, without signing in. Looking changes nothing; a no needs one press. */
@ApiTags('introductions')
@Controller('introduction-links')
export class IntroductionLinksController {
  constructor(
    private readonly answers: AnswerRequest,
    private readonly show: ShowIntroduction,
  ) {}

  /** Which request a link is about. */
  @Post('open')
  @HttpCode(200)
  open(@Body() { token }: LinkRequest): Promise<LinkedIntroductionResponse> {
    return this.#shown(token);
  }

  /** Opens the whole of it; the sender is told that it was read. */
  @Post('read')
  @HttpCode(200)
  async read(@Body() { token }: LinkRequest): Promise<LinkedIntroductionResponse> {
    await this.answers.readByLink(token);
    return this.#shown(token);
  }

  /** Declines or asks; a guest may accept. */
  @Post('answer')
  @HttpCode(200)
  async answer(
    @Body() { token, answer, reason, note }: AnswerByLinkRequest,
  ): Promise<LinkedIntroductionResponse> {
    await this.answers.answerByLink(token, { answer, reason: reason ?? null, note: note ?? null });
    return this.#shown(token);
  }

  /** The seat is filled: they would like to be asked for similar needs. */
  @Post('keep')
  @HttpCode(200)
  async keep(@Body() { token }: LinkRequest): Promise<LinkedIntroductionResponse> {
    await this.answers.keepByLink(token);
    return this.#shown(token);
  }

  #shown(token: string): Promise<LinkedIntroductionResponse> {
    return this.answers.byLink(token, async ({ unit, introduction, sides }) => {
      // a link reveals nobody: whoever wants to know who it is signs in
      if (introduction.masked && introduction.state === 'accepted') throw linkNotFound();
      const { parts, sender } = await this.show.view(unit, introduction, sides);
      const isGuest = introduction.channel === 'guest';
      const opened = introduction.readAt !== null;
      return {
        state: introduction.state,
        subject: introduction.subject,
        role: introduction.role,
        replacement: introduction.replacement,
        // guests have no account to look it up with, and are told once they have said yes
        sender: toPartyResponse(isGuest ? sender : { ...sender, contact: null }),
        mayAccept: isGuest,
        id: introduction.id,
        expireAt: introduction.expireAt?.toISOString() ?? null,
        parts: opened ? parts.map(({ key, text }) => ({ key, text, source: null })) : [],
        opened,
        keep: keepOf(introduction),
      };
    });
  }
}
