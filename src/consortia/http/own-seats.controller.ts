import { Body, Controller, Get, HttpCode, Param, Patch, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { CurrentScope, RecentProof } from '../../accounts/index.js';
import { GuestSeats } from '../guests/guest-seats.js';
import { SeatOffers } from '../seats/seat-offers.js';
import { SeatViews } from '../seats/seat-view.js';
import { NeedShares } from '../sharing/need-shares.js';
import { ConsortiumParam } from './board-request.dto.js';
import {
  AnswerSeatRequest,
  GuestAnswerRequest,
  GuestPartyRequest,
  GuestTokenRequest,
  PrepareSeatRequest,
  SharedNeedParam,
  TellRequest,
} from './seat-request.dto.js';
import {
  GuestSeatResponse,
  OwnSeatResponse,
  OwnSeatsResponse,
  SharedNeedResponse,
  SharedNeedsResponse,
} from './seat-response.dto.js';
import { toGuestSeat, toOwnSeat, toPartyFacts, toSharedNeed } from './seat-responses.dto.js';

/** Offers shown at most. */
const most = 50;

/** Consortia from the other side: those who are asked, with an account or by a link. */
@ApiTags('consortia')
@Controller()
export class OwnSeatsController {
  constructor(
    private readonly scope: CurrentScope,
    private readonly views: SeatViews,
    private readonly offers: SeatOffers,
    private readonly guests: GuestSeats,
    private readonly shares: NeedShares,
    private readonly proof: RecentProof,
  ) {}

  /** Seats that your organisation was offered, the newest first. */
  @Get('seat-offers')
  async list(): Promise<OwnSeatsResponse> {
    const views = await this.views.list(this.scope.ofCaller(), most);
    return { items: views.map((view) => toOwnSeat(view, this.#mayAnswer())) };
  }

  /** A consortium from the point of view of the seat that your organisation was offered. */
  @Get('seat-offers/:id')
  async view(@Param() { id }: ConsortiumParam): Promise<OwnSeatResponse> {
    return toOwnSeat(await this.views.view(this.scope.ofCaller(), id), this.#mayAnswer());
  }

  /** Prepares an answer: words, a question, the fields of Part A. */
  @Patch('seat-offers/:id')
  async prepare(
    @Param() { id }: ConsortiumParam,
    @Body() body: PrepareSeatRequest,
  ): Promise<OwnSeatResponse> {
    const { words, question, party } = body;
    await this.offers.prepare(this.scope.ofCaller(), id, {
      words,
      question,
      ...(party === undefined ? {} : { party: toPartyFacts(party) }),
    });
    return this.view({ id });
  }

  /**
   * Accepts a seat, declines it, or gives it back: by whoever may commit the organisation. Accepting binds it: it takes a
   * sign-in of the last 24 hours.
   */
  @Post('seat-offers/:id/answer')
  @HttpCode(200)
  async answer(
    @Param() { id }: ConsortiumParam,
    @Body() { answer }: AnswerSeatRequest,
  ): Promise<OwnSeatResponse> {
    if (answer === 'accepted') this.proof.requireToday(this.scope.caller().session);
    await this.offers.answer(this.scope.ofCaller(), id, answer);
    return this.view({ id });
  }

  /** What a guest's link leads to. */
  @Post('guest-seats/open')
  @HttpCode(200)
  async open(@Body() { token }: GuestTokenRequest): Promise<GuestSeatResponse> {
    return toGuestSeat(await this.guests.open(token));
  }

  /** Fills in Part A by a guest's link. */
  @Post('guest-seats/party')
  @HttpCode(200)
  async fill(@Body() { token, party }: GuestPartyRequest): Promise<GuestSeatResponse> {
    return toGuestSeat(await this.guests.fill(token, toPartyFacts(party)));
  }

  /** Answers by a guest's link. */
  @Post('guest-seats/answer')
  @HttpCode(200)
  async reply(@Body() { token, answer, words }: GuestAnswerRequest): Promise<GuestSeatResponse> {
    return toGuestSeat(await this.guests.answer(token, answer, words ?? null));
  }

  /** Needs of consortia that you were shown: as a member those you were told of, as staff those of sister clusters. */
  @Get('needs')
  async needs(): Promise<SharedNeedsResponse> {
    return { items: (await this.shares.shown(this.scope.ofCaller())).map(toSharedNeed) };
  }

  @Get('needs/:id')
  async need(@Param() { id }: SharedNeedParam): Promise<SharedNeedResponse> {
    return toSharedNeed(await this.shares.one(this.scope.ofCaller(), id));
  }

  /** Staff of a cluster that was asked: whom they tell. */
  @Put('needs/:id/telling')
  async tell(@Param() { id }: SharedNeedParam, @Body() body: TellRequest): Promise<SharedNeedResponse> {
    const { tell, organisations } = body;
    await this.shares.decide(this.scope.ofCaller(), id, { tell, organisations: organisations ?? [] });
    return this.need({ id });
  }

  #mayAnswer(): boolean {
    return this.scope.caller().roles.includes('committer');
  }
}
