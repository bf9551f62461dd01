import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { CurrentScope } from '../../accounts/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { OutcomesQuery, OutcomeChainsResponse, toOutcomeChainsResponse } from './outcomes.dto.js';
import { ReadOutcomes } from './read-outcomes.js';

const yearMs = 365 * 86_400_000;

/** What came of what was suggested. */
@ApiTags('insights')
@Controller('insights')
export class OutcomesController {
  constructor(
    private readonly scope: CurrentScope,
    private readonly clock: Clock,
    private readonly outcomes: ReadOutcomes,
  ) {}

  /** How far members came with calls: suggested, asked, accepted, agreed, submitted, funded; names no member. */
  @Get('outcomes')
  async read(@Query() { cluster, lang, span }: OutcomesQuery): Promise<OutcomeChainsResponse> {
    const since = span === 'year' ? new Date(this.clock.now().getTime() - yearMs) : null;
    const wanted = { cluster, language: lang, since };
    return toOutcomeChainsResponse(await this.outcomes.of(this.scope.ofCaller(), wanted));
  }
}
