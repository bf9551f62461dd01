import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { CurrentScope } from '../../accounts/index.js';
import { BoardSeats } from '../board/board-seats.js';
import { GuestSeats } from '../guests/guest-seats.js';
import { SeatOffers } from '../seats/seat-offers.js';
import { NeedShares } from '../sharing/need-shares.js';
import { ConsortiumParam, NeedParam, SeatParam } from './board-request.dto.js';
import { StartedResponse } from './board-response.dto.js';
import {
  AudienceRequest,
  GuestLinkParam,
  GuestLinkRequest,
  OfferParam,
  OfferSeatRequest,
  PartyRequest,
  ReplyRequest,
} from './seat-request.dto.js';
import { GuestLinkMadeResponse, GuestLinkResponse } from './seat-response.dto.js';
import { toGuestLink, toPartyFacts } from './seat-responses.dto.js';

/** What staff do so that seats are taken: offers, links for guests, and needs that others are shown. */
@ApiTags('consortia')
@Controller('consortia/:id')
export class BoardSeatsController {
  constructor(
    private readonly scope: CurrentScope,
    private readonly seats: BoardSeats,
    private readonly offers: SeatOffers,
    private readonly guests: GuestSeats,
    private readonly shares: NeedShares,
  ) {}

  /** Offers a seat: to whoever is meant for it or, where it is open, to as many as you like; the first to accept has it. */
  @Post('seats/:seat/offers')
  async offer(
    @Param() { id, seat }: SeatParam,
    @Body() { organisation }: OfferSeatRequest,
  ): Promise<StartedResponse> {
    return { id: await this.offers.offer(this.scope.ofCaller(), id, seat, organisation) };
  }

  /** Answers the question that somebody asked about an offer. */
  @Patch('offers/:offer')
  @HttpCode(204)
  async reply(@Param() { id, offer }: OfferParam, @Body() { reply }: ReplyRequest): Promise<void> {
    await this.offers.reply(this.scope.ofCaller(), id, offer, reply);
  }

  /** Takes an offer back that nobody has answered. */
  @Delete('offers/:offer')
  @HttpCode(204)
  async takeBack(@Param() { id, offer }: OfferParam): Promise<void> {
    await this.offers.takeBack(this.scope.ofCaller(), id, offer);
  }

  /** Fills in what Part A asks of whoever has the seat, as you were told. */
  @Put('seats/:seat/party')
  @HttpCode(204)
  async party(@Param() { id, seat }: SeatParam, @Body() body: PartyRequest): Promise<void> {
    await this.seats.fillParty(this.scope.ofCaller(), id, seat, toPartyFacts(body));
  }

  /** A link for a partner without an account: it reads what the seat is for, answers, and fills in Part A. */
  @Post('seats/:seat/guest-links')
  async invite(
    @Param() { id, seat }: SeatParam,
    @Body() { days }: GuestLinkRequest,
  ): Promise<GuestLinkMadeResponse> {
    const made = await this.guests.invite(this.scope.ofCaller(), id, seat, days);
    return {
      id: made.id,
      token: made.token,
      path: `/guest#${made.token}`,
      endsAt: made.endsAt.toISOString(),
    };
  }

  @Get('guest-links')
  async links(@Param() { id }: ConsortiumParam): Promise<GuestLinkResponse[]> {
    return (await this.guests.list(this.scope.ofCaller(), id)).map(toGuestLink);
  }

  /** Takes a link back. */
  @Delete('guest-links/:link')
  @HttpCode(204)
  async revoke(@Param() { id, link }: GuestLinkParam): Promise<void> {
    await this.guests.revoke(this.scope.ofCaller(), id, link);
  }

  /** Shows an approved need to these clusters and to no others. */
  @Put('needs/:need/audience')
  @HttpCode(204)
  async show(@Param() { id, need }: NeedParam, @Body() { clusters }: AudienceRequest): Promise<void> {
    await this.shares.show(this.scope.ofCaller(), id, need, clusters);
  }
}
