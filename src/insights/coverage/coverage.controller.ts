import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';

import { CurrentScope } from '../../accounts/index.js';
import { momentOf } from '../../platform/clock/as-of.js';
import { Clock } from '../../platform/clock/clock.js';
import { csv } from '../../platform/http/csv.js';
import { csvHeaders } from '../../platform/http/csv-headers.js';
import { isoDay } from '../../opportunities/index.js';
import { ClusterDayQuery } from '../radar/radar.dto.js';
import { coverageAnnex } from './coverage-annex.js';
import { coverageTable } from './coverage-table.js';
import {
  CoverageAnnexResponse,
  CoverageCellQuery,
  CoverageListResponse,
  CoverageQuery,
  CoverageResponse,
} from './coverage.dto.js';
import { toCoverageListResponse, toCoverageResponse } from './coverage-responses.dto.js';
import { ReadCoverage, type CoverageWanted } from './read-coverage.js';

/** Which ecosystems of a cluster cover which programme parts. */
@ApiTags('insights')
@Controller('insights')
export class CoverageController {
  constructor(
    private readonly scope: CurrentScope,
    private readonly clock: Clock,
    private readonly coverage: ReadCoverage,
  ) {}

  /** Every ecosystem against every programme part: strong, thin, none; compared with an earlier date if asked for. */
  @Get('coverage')
  async all(@Query() query: CoverageQuery): Promise<CoverageResponse> {
    const wanted = { ...this.#wanted(query), compare: query.compare };
    return toCoverageResponse(await this.coverage.all(this.scope.ofCaller(), wanted));
  }

  /** Who and what stands behind one cell, and what is missing. */
  @Get('coverage/cell')
  async one(@Query() query: CoverageCellQuery): Promise<CoverageListResponse> {
    const { ecosystem, part } = query;
    const wanted = this.#wanted(query);
    return toCoverageListResponse(await this.coverage.one(this.scope.ofCaller(), ecosystem, part, wanted));
  }

  /** The matrix as a table for a spreadsheet: a line for each ecosystem and part. */
  @Get('coverage.csv')
  @ApiOkResponse({ content: { 'text/csv': { schema: { type: 'string' } } } })
  async table(
    @Query() query: ClusterDayQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const coverage = await this.coverage.all(this.scope.ofCaller(), this.#wanted(query));
    void reply.headers(csvHeaders(`coverage-${coverage.cluster.slug}-${this.#day(query)}`));
    const { headings, rows } = coverageTable(coverage, query.lang);
    return csv(headings, rows);
  }

  /** The matrix in words, for the annex of a programme; names nobody. */
  @Get('coverage/annex')
  async annex(@Query() query: ClusterDayQuery): Promise<CoverageAnnexResponse> {
    const coverage = await this.coverage.all(this.scope.ofCaller(), this.#wanted(query));
    return { text: coverageAnnex(coverage, query.lang, this.#day(query)) };
  }

  #wanted({ cluster, asOf, lang }: ClusterDayQuery): CoverageWanted {
    return { cluster, asOf: momentOf(asOf, this.clock.now()), language: lang };
  }

  #day({ asOf }: ClusterDayQuery): string {
    return isoDay(momentOf(asOf, this.clock.now()));
  }
}
