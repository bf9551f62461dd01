import { Controller, Get, Headers, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';

import { CurrentScope, type Role } from '../../accounts/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { firstPageHtml } from '../first-page/first-page-html.js';
import { firstPageStyle } from '../first-page/first-page-style.js';
import { preferredLanguage } from '../first-page/preferred-language.js';
import { ReadFirstPage } from '../first-page/read-first-page.js';
import { FirstPageQuery } from './first-page.dto.js';

/** Who sees members and partners; everybody else is told what this is. */
const working: readonly Role[] = ['member', 'editor', 'committer', 'officer', 'operator'];

/** What a visitor of the bare address sees: a page for people, so it stands outside the interface's version. */
@ApiExcludeController()
@Controller()
export class FirstPageController {
  constructor(
    private readonly scope: CurrentScope,
    private readonly clock: Clock,
    private readonly pages: ReadFirstPage,
  ) {}

  @Get('first-page')
  async show(
    @Query() { lang }: FirstPageQuery,
    @Headers('accept-language') accepted: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const language = lang ?? preferredLanguage(accepted);
    const { roles, scope, session } = this.scope.caller();
    const page = await this.pages.read(
      {
        scope: roles.some((role) => working.includes(role)) ? scope : null,
        visitor: session ? 'signed-in' : roles.includes('anonymous') ? 'nobody' : 'demonstration',
      },
      this.clock.now(),
    );
    void reply
      .header('content-type', 'text/html; charset=utf-8')
      .header('content-language', language)
      .header('vary', 'Accept-Language')
      .header('content-security-policy', firstPageStyle.headerPolicy)
      .header('cache-control', 'no-store');
    return firstPageHtml(page, language);
  }
}
