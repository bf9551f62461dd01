import { Controller, Delete, Get, Header, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { CurrentScope, signInNeeded } from '../../accounts/index.js';
import {
  CalendarAddressResponse,
  CalendarFilePath,
  CalendarResponse,
  ClusterFeedPath,
  ClusterFeedQuery,
} from './feed.dto.js';
import { Calendars } from './calendars.js';
import { ClusterFeed } from './cluster-feed.js';

/** What other programs read by themselves: calendars and feed readers. */
@ApiTags('feeds')
@Controller()
export class FeedsController {
  constructor(
    private readonly calendars: Calendars,
    private readonly feed: ClusterFeed,
    private readonly scope: CurrentScope,
  ) {}

  /** The deadlines of what its owner saved (RFC 5545); whoever has the address may read it. */
  @Get('calendars/:file')
  @Header('content-type', 'text/calendar; charset=utf-8')
  @Header('cache-control', 'private, max-age=3600')
  @ApiOkResponse({ content: { 'text/calendar': { schema: { type: 'string' } } } })
  calendar(@Param() { file }: CalendarFilePath): Promise<string> {
    return this.calendars.text(file.slice(0, -'.ics'.length));
  }

  /** What a cluster published, for feed readers (RFC 4287): calls that it added, pilots that it takes part in. */
  @Get('clusters/:slug/feed.atom')
  @Header('content-type', 'application/atom+xml; charset=utf-8')
  @Header('cache-control', 'public, max-age=900')
  @ApiOkResponse({ content: { 'application/atom+xml': { schema: { type: 'string' } } } })
  cluster(@Param() { slug }: ClusterFeedPath, @Query() { language }: ClusterFeedQuery): Promise<string> {
    return this.feed.text(slug, language ?? 'en');
  }

  /** Whether one's own calendar has an address. */
  @Get('me/calendar')
  async own(): Promise<CalendarResponse> {
    return { since: (await this.calendars.since(this.#user()))?.toISOString() ?? null };
  }

  /** Gives one's own calendar a new address; the one before leads nowhere. */
  @Post('me/calendar')
  @HttpCode(200)
  async renew(): Promise<CalendarAddressResponse> {
    return { url: await this.calendars.renew(this.#user()) };
  }

  /** Takes one's own calendar's address away. */
  @Delete('me/calendar')
  @HttpCode(204)
  async end(): Promise<void> {
    await this.calendars.end(this.#user());
  }

  #user(): string {
    const { session } = this.scope.caller();
    if (!session) throw signInNeeded();
    return session.user.id;
  }
}
