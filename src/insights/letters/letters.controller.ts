import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { CurrentScope } from '../../accounts/index.js';
import { momentOf } from '../../platform/clock/as-of.js';
import { Clock } from '../../platform/clock/clock.js';
import { ReferenceParam } from '../../platform/http/reference.dto.js';
import { Taxonomy } from '../../taxonomy/index.js';
import { WriteBrief } from '../brief/write-brief.js';
import { BriefQuery } from '../http/export.dto.js';
import { inOrder, type RadarRow } from '../radar/radar.js';
import { ReadRadar } from '../radar/read-radar.js';
import { letter } from './letter.js';
import { LetterResponse, NewsletterQuery, NewsletterResponse } from './letters.dto.js';
import { newsletterBlock } from './newsletter.js';

/** Texts that an officer sends on: to one member, or to all of them. */
@ApiTags('insights')
@Controller()
export class LettersController {
  constructor(
    private readonly scope: CurrentScope,
    private readonly clock: Clock,
    private readonly briefs: WriteBrief,
    private readonly radar: ReadRadar,
    private readonly taxonomy: Taxonomy,
  ) {}

  /** The calls that fit a member as the text of a mail: what its A4 page says, in the same scope. */
  @Get('organisations/:reference/letter')
  async letter(@Param() { reference }: ReferenceParam, @Query() query: BriefQuery): Promise<LetterResponse> {
    const asOf = momentOf(query.asOf, this.clock.now());
    const brief = await this.briefs.contents(this.scope.ofCaller(), reference, asOf);
    return letter(brief, query.lang);
  }

  /** Calls that fit members of the cluster, as a block to paste into its newsletter. It names no member. */
  @Get('insights/newsletter')
  async newsletter(@Query() query: NewsletterQuery): Promise<NewsletterResponse> {
    const { lang: language, cluster, within, limit } = query;
    const asOf = momentOf(query.asOf, this.clock.now());
    const { rows } = await this.radar.all(this.scope.ofCaller(), { cluster, asOf });
    const soon = ({ deadlines }: RadarRow): boolean => (deadlines[0]?.daysLeft ?? 0) <= within;
    const fitting = rows.filter((row) => row.cover !== 'none' && soon(row));
    const calls = inOrder(fitting, 'fit').slice(0, limit);
    const shown = inOrder(calls, 'deadline').map(({ call }) => call);
    return newsletterBlock(shown, this.taxonomy, { language, asOf });
  }
}
