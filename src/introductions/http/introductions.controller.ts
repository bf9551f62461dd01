import {
  Body,
  Controller,
  Delete,
  Get,
  Header,
  HttpCode,
  Param,
  Patch,
  Post,
  Put,
  Query,
} from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';

import { CurrentScope, RecentProof } from '../../accounts/index.js';
import { AnswerRequest } from '../answer-request.js';
import type { Asker } from '../desk.js';
import { DraftRequest } from '../draft-request.js';
import { ShowIntroduction } from '../show-introduction.js';
import { Talk } from '../talk.js';
import { WriteRequest } from '../write-request.js';
import {
  AnswerIntroductionRequest,
  ChangeIntroductionRequest,
  DraftIntroductionRequest,
  IntroductionParam,
  IntroductionsQuery,
  MessageRequest,
  SlotParam,
  SlotsRequest,
} from './introduction-request.dto.js';
import {
  DraftedResponse,
  ForgottenResponse,
  IntroductionPage,
  IntroductionResponse,
  toIntroductionResponse,
  toIntroductionSummary,
} from './introduction-response.dto.js';

/** Requests from one organisation to another: written, sent, answered, talked about. */
@ApiTags('introductions')
@Controller()
export class IntroductionsController {
  constructor(
    private readonly scope: CurrentScope,
    private readonly drafts: DraftRequest,
    private readonly requests: WriteRequest,
    private readonly answers: AnswerRequest,
    private readonly show: ShowIntroduction,
    private readonly talk: Talk,
    private readonly proof: RecentProof,
  ) {}

  /** A draft, written from your record. Nobody else hears of it yet. */
  @Post('introductions')
  async draft(@Body() body: DraftIntroductionRequest): Promise<DraftedResponse> {
    const { organisation = null, mask = null, guest, outside = false, introducer = false } = body;
    const called = guest ? { name: guest.name, email: guest.email } : null;
    const id = await this.drafts.draft(this.#asker(), {
      whom: { organisation, mask, guest: called, outside, introducer },
      purpose: body.purpose ?? 'partner',
      opportunity: body.opportunity ?? null,
      seat: body.seat ?? null,
      subject: body.subject ?? null,
      role: body.role ?? null,
      about: body.about ?? null,
      language: body.language ?? 'it',
      cluster: body.cluster ?? null,
    });
    return { id };
  }

  /** Requests that you sent or got, or that your members did; the one changed last first. */
  @Get('introductions')
  async list(@Query() { after, limit }: IntroductionsQuery): Promise<IntroductionPage> {
    const { items, total } = await this.show.list(this.#asker(), { limit, offset: after });
    const next = after + items.length;
    const more = next < total && items.length > 0;
    return { items: items.map(toIntroductionSummary), total, next: more ? next : null };
  }

  /** One request, with what was written; who the other is as far as you may know. */
  @Get('introductions/:id')
  async get(@Param() { id }: IntroductionParam): Promise<IntroductionResponse> {
    return toIntroductionResponse(await this.show.one(this.#asker(), id));
  }

  /** Changes a draft. */
  @Patch('introductions/:id')
  async change(
    @Param() { id }: IntroductionParam,
    @Body() { parts, ...rest }: ChangeIntroductionRequest,
  ): Promise<IntroductionResponse> {
    const written = parts?.map(({ key, text, source }) => ({ key, text, source: source ?? null }));
    await this.requests.change(this.#asker(), id, { ...rest, parts: written });
    return this.get({ id });
  }

  /** Sends it, or lets it wait until the recipient may be asked once more. */
  @Post('introductions/:id/send')
  @HttpCode(200)
  async send(@Param() { id }: IntroductionParam): Promise<IntroductionResponse> {
    await this.requests.send(this.#asker(), id);
    return this.get({ id });
  }

  /** Takes it back. */
  @Post('introductions/:id/withdraw')
  @HttpCode(200)
  async withdraw(@Param() { id }: IntroductionParam): Promise<IntroductionResponse> {
    await this.requests.withdraw(this.#asker(), id);
    return this.get({ id });
  }

  /** You have read it: the sender is told, once. */
  @Post('introductions/:id/read')
  @HttpCode(200)
  async read(@Param() { id }: IntroductionParam): Promise<IntroductionResponse> {
    await this.answers.read(this.#asker(), id);
    return this.get({ id });
  }

  /** Accepts, declines or asks. Accepting tells each side who the other is: it takes a sign-in of the last 24 hours. */
  @Post('introductions/:id/answer')
  @HttpCode(200)
  async answer(
    @Param() { id }: IntroductionParam,
    @Body() { answer, reason, note }: AnswerIntroductionRequest,
  ): Promise<IntroductionResponse> {
    if (answer === 'accepted') this.proof.requireToday(this.scope.caller().session);
    await this.answers.answer(this.#asker(), id, { answer, reason: reason ?? null, note: note ?? null });
    return this.get({ id });
  }

  /** "I will call": the clock stands for three working days. For officers of the recipient's cluster. */
  @Post('introductions/:id/call')
  @HttpCode(200)
  async call(@Param() { id }: IntroductionParam): Promise<IntroductionResponse> {
    await this.answers.call(this.#asker(), id);
    return this.get({ id });
  }

  /** Lets one through that waits for its turn; in the officer's name. */
  @Post('introductions/:id/release')
  @HttpCode(200)
  async release(@Param() { id }: IntroductionParam): Promise<IntroductionResponse> {
    await this.requests.release(this.#asker(), id);
    return this.get({ id });
  }

  /** A file for your adviser of the Enterprise Europe Network; that it was made is noted. */
  @Post('introductions/:id/een-enquiry')
  @HttpCode(200)
  @Header('content-type', 'text/plain; charset=utf-8')
  @ApiProduces('text/plain')
  async handOver(@Param() { id }: IntroductionParam): Promise<string> {
    return this.talk.handOver(this.#asker(), id);
  }

  /** Writes to the other side, in your own name. */
  @Post('introductions/:id/messages')
  @HttpCode(200)
  async write(
    @Param() { id }: IntroductionParam,
    @Body() { text }: MessageRequest,
  ): Promise<IntroductionResponse> {
    await this.talk.write(this.#asker(), id, text);
    return this.get({ id });
  }

  /** Proposes up to three times to talk, in the place of those proposed before. */
  @Put('introductions/:id/slots')
  async propose(
    @Param() { id }: IntroductionParam,
    @Body() { times, minutes }: SlotsRequest,
  ): Promise<IntroductionResponse> {
    const moments = times.map((at) => new Date(at));
    await this.talk.propose(this.#asker(), id, moments, minutes ?? 30);
    return this.get({ id });
  }

  /** Chooses one of the other side's times. */
  @Post('introductions/:id/slots/:slot/choose')
  @HttpCode(200)
  async choose(@Param() { id, slot }: SlotParam): Promise<IntroductionResponse> {
    await this.talk.choose(this.#asker(), id, slot);
    return this.get({ id });
  }

  /** The time that was chosen, for your calendar. */
  @Get('introductions/:id/calendar')
  @Header('content-type', 'text/calendar; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="tessera.ics"')
  @ApiProduces('text/calendar')
  async calendar(@Param() { id }: IntroductionParam): Promise<string> {
    return this.talk.calendar(this.#asker(), id);
  }

  /** All of a request that you may see, as a file. */
  @Get('introductions/:id/export')
  @Header('content-disposition', 'attachment; filename="request.json"')
  async export(@Param() { id }: IntroductionParam): Promise<IntroductionResponse> {
    return toIntroductionResponse(await this.talk.take(this.#asker(), id));
  }

  /** Takes away what your side wrote. The other side's words stay. */
  @Delete('introductions/:id/words')
  async forget(@Param() { id }: IntroductionParam): Promise<ForgottenResponse> {
    return { messages: await this.talk.forget(this.#asker(), id) };
  }

  #asker(): Asker {
    const { scope, roles } = this.scope.caller();
    return { scope, roles };
  }
}
