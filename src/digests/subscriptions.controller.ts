import { Body, Controller, Get, HttpCode, Param, Post, Put, Redirect } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';

import { CurrentScope, signInNeeded } from '../accounts/index.js';
import {
  AnsweredResponse,
  AnswerItemRequest,
  ChooseByLinkRequest,
  DigestItemRequest,
  DigestItemResponse,
  FrequencyRequest,
  OneClickRequest,
  OwnDigestListResponse,
  OwnSubscriptionResponse,
  SubscriptionResponse,
  SubscriptionTokenPath,
  SubscriptionTokenRequest,
  toOwnDigestResponse,
} from './digest.dto.js';
import { DigestReaders } from './digest-readers.js';
import { choiceVersion, Subscriptions } from './subscriptions.js';

/** Two years of weeks. */
const mostLines = 104;

/** What somebody does by a link in a digest, without signing in, or for themselves when they have. */
@ApiTags('digests')
@Controller()
export class SubscriptionsController {
  constructor(
    private readonly subscriptions: Subscriptions,
    private readonly readers: DigestReaders,
    private readonly scope: CurrentScope,
  ) {}

  /** How often the reader of a mail hears from us. Looking changes nothing. */
  @Post('subscriptions/open')
  @HttpCode(200)
  async open(@Body() { token }: SubscriptionTokenRequest): Promise<SubscriptionResponse> {
    return { frequency: await this.subscriptions.frequency(token) };
  }

  /** Chooses how often, by the link in a mail. */
  @Post('subscriptions/choose')
  @HttpCode(200)
  async choose(@Body() { token, frequency }: ChooseByLinkRequest): Promise<SubscriptionResponse> {
    await this.subscriptions.chooseByLink(token, frequency, 'mail-link');
    return { frequency };
  }

  /** One click in a mail program (RFC 8058): ends the subscription at once; no cookie, no question. */
  @Post('subscriptions/:token/unsubscribe')
  @HttpCode(200)
  async unsubscribe(
    @Param() { token }: SubscriptionTokenPath,
    @Body() _oneClick: OneClickRequest,
  ): Promise<SubscriptionResponse> {
    await this.subscriptions.chooseByLink(token, 'never', 'one-click');
    return { frequency: 'never' };
  }

  /** Whoever opens that address in a browser, or looks at it for somebody, gets the page with the choice. */
  @Get('subscriptions/:token/unsubscribe')
  @Redirect()
  @ApiResponse({ status: 303, description: 'To the page with the choice.' })
  page(@Param() { token }: SubscriptionTokenPath): { url: string; statusCode: number } {
    return { url: `/subscriptions#${token}`, statusCode: 303 };
  }

  /** How often one hears oneself. */
  @Get('me/subscription')
  async own(): Promise<OwnSubscriptionResponse> {
    const chosen = await this.subscriptions.chosen(this.#user());
    return {
      frequency: chosen?.frequency ?? null,
      chosenAt: chosen?.givenAt.toISOString() ?? null,
      channel: chosen?.channel ?? null,
      textVersion: chosen?.textVersion ?? null,
      currentVersion: choiceVersion,
    };
  }

  /** One's own digests, the newest first. */
  @Get('me/digests')
  async ownDigests(): Promise<OwnDigestListResponse> {
    const lines = await this.readers.own(this.#user(), mostLines);
    return { items: lines.map(toOwnDigestResponse) };
  }

  /** Chooses how often for oneself. */
  @Put('me/subscription')
  async chooseOwn(@Body() { frequency }: FrequencyRequest): Promise<SubscriptionResponse> {
    await this.subscriptions.choose(this.#user(), frequency, 'page');
    return { frequency };
  }

  /** Which item of a digest a link is about. */
  @Post('digests/answers/open')
  @HttpCode(200)
  item(@Body() { token, item }: DigestItemRequest): Promise<DigestItemResponse> {
    return this.subscriptions.item(token, item);
  }

  /** "Useful" and "Not for us" from the mail. */
  @Post('digests/answers')
  @HttpCode(200)
  async answer(@Body() { token, item, verdict }: AnswerItemRequest): Promise<AnsweredResponse> {
    await this.subscriptions.answer(token, item, verdict);
    return { taken: true };
  }

  #user(): string {
    const { session } = this.scope.caller();
    if (!session) throw signInNeeded();
    return session.user.id;
  }
}
