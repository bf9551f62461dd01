import { Body, Controller, Delete, Get, HttpCode, Param, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { CurrentScope } from '../../accounts/index.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Feedback } from '../feedback/feedback.js';
import { GiveFeedback, type NamedPair } from '../feedback/give-feedback.js';
import { GivenFeedbackReadModel } from '../feedback/given-feedback.read-model.js';
import {
  CallFeedbackParam,
  FeedbackPage,
  FeedbackQuery,
  FeedbackResponse,
  GiveFeedbackRequest,
  PartnerFeedbackParam,
} from './feedback.dto.js';

@ApiTags('feedback')
@Controller()
export class FeedbackController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly scope: CurrentScope,
    private readonly feedback: GiveFeedback,
    private readonly given: GivenFeedbackReadModel,
  ) {}

  /** What your cluster or organisation said of suggestions, the newest first: also the way back to what was hidden. */
  @Get('feedback')
  async list(@Query() { verdict, after, limit }: FeedbackQuery): Promise<FeedbackPage> {
    const { items, total } = await this.unitOfWork.run(this.scope.ofCaller(), (unit) =>
      this.given.list(unit, { verdict: verdict ?? null, offset: after, limit }),
    );
    const next = after + items.length;
    return {
      items: items.map((item) => ({
        ...toResponse(item),
        opportunityIdentifier: item.opportunityIdentifier,
        opportunityTitle: item.opportunityTitle,
        organisationName: item.organisationName,
        mine: item.mine,
        givenAt: item.givenAt,
      })),
      total,
      next: next < total && items.length > 0 ? next : null,
    };
  }

  /** Says of a suggested partner that it is useful, or not for us. Saying it again replaces it. */
  @Put('opportunities/:reference/suggestions/:organisation/feedback')
  giveOnPartner(
    @Param() { reference, organisation }: PartnerFeedbackParam,
    @Body() body: GiveFeedbackRequest,
  ): Promise<FeedbackResponse> {
    return this.#give({ opportunity: reference, organisation }, body);
  }

  /** Takes it back. */
  @Delete('opportunities/:reference/suggestions/:organisation/feedback')
  @HttpCode(204)
  async takeBackOnPartner(@Param() { reference, organisation }: PartnerFeedbackParam): Promise<void> {
    await this.feedback.takeBack(this.scope.ofCaller(), { opportunity: reference, organisation });
  }

  /** Says of a suggested opportunity that it is useful, or not for us. Saying it again replaces it. */
  @Put('organisations/:reference/opportunities/:opportunity/feedback')
  giveOnCall(
    @Param() { reference, opportunity }: CallFeedbackParam,
    @Body() body: GiveFeedbackRequest,
  ): Promise<FeedbackResponse> {
    return this.#give({ opportunity, organisation: reference }, body);
  }

  /** Takes it back. */
  @Delete('organisations/:reference/opportunities/:opportunity/feedback')
  @HttpCode(204)
  async takeBackOnCall(@Param() { reference, opportunity }: CallFeedbackParam): Promise<void> {
    await this.feedback.takeBack(this.scope.ofCaller(), { opportunity, organisation: reference });
  }

  async #give(pair: NamedPair, { verdict, reason, note }: GiveFeedbackRequest): Promise<FeedbackResponse> {
    const said = { verdict, reason: reason ?? null, note: note ?? null };
    return toResponse(await this.feedback.give(this.scope.ofCaller(), pair, said));
  }
}

function toResponse({ opportunityId, organisationId, verdict, reason, note }: Feedback): FeedbackResponse {
  return { opportunityId, organisationId, verdict, reason, note };
}
