import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';

import { CurrentScope } from '../../accounts/index.js';
import { momentOf } from '../../platform/clock/as-of.js';
import { Clock } from '../../platform/clock/clock.js';
import { ReferenceParam } from '../../platform/http/reference.dto.js';
import { Taxonomy } from '../../taxonomy/index.js';
import { csv } from '../../platform/http/csv.js';
import { csvHeaders } from '../../platform/http/csv-headers.js';
import { isoDay } from '../../opportunities/index.js';
import { noSuchPlace } from '../insights.errors.js';
import { programmePart } from '../programme-part.js';
import { radarCsv } from './radar-csv.js';
import { inOrder, passes, type RadarRow } from './radar.js';
import {
  ClusterDayQuery,
  RadarCallResponse,
  RadarQuery,
  RadarResponse,
  RadarTableQuery,
} from './radar.dto.js';
import { toRadarCallResponse, toRadarFilter, toRadarResponse } from './radar-responses.dto.js';
import { ReadRadar, type Radar } from './read-radar.js';

/** What is open against what a cluster's members can do. */
@ApiTags('insights')
@Controller('insights')
export class RadarController {
  constructor(
    private readonly scope: CurrentScope,
    private readonly clock: Clock,
    private readonly radar: ReadRadar,
    private readonly taxonomy: Taxonomy,
  ) {}

  /** Topics, pilots and windows with how many members of the cluster fit, sorted and filtered. */
  @Get('radar')
  async list(@Query() query: RadarQuery): Promise<RadarResponse> {
    const { radar, found } = await this.#found(query);
    const start = query.after === undefined ? 0 : placeAfter(found, query.after);
    const shown = found.slice(start, start + query.limit);
    return toRadarResponse(radar, { shown, found }, ({ call }) =>
      programmePart(call, this.taxonomy, query.lang),
    );
  }

  /** The same as a table for a spreadsheet: every row that passes the filters. */
  @Get('radar.csv')
  @ApiOkResponse({ content: { 'text/csv': { schema: { type: 'string' } } } })
  async table(
    @Query() query: RadarTableQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { radar, found } = await this.#found(query);
    const day = isoDay(momentOf(query.asOf, this.clock.now()));
    void reply.headers(csvHeaders(`radar-${radar.cluster.slug}-${day}`));
    const table = radarCsv(found, query.lang, (row) => programmePart(row.call, this.taxonomy, query.lang));
    return csv(table.headings, table.rows);
  }

  /** One call with the members that were counted. */
  @Get('radar/:reference')
  async one(
    @Param() { reference }: ReferenceParam,
    @Query() query: ClusterDayQuery,
  ): Promise<RadarCallResponse> {
    const asOf = momentOf(query.asOf, this.clock.now());
    const wanted = { asOf, cluster: query.cluster };
    return toRadarCallResponse(await this.radar.one(this.scope.ofCaller(), reference, wanted));
  }

  async #found(query: RadarTableQuery): Promise<{ radar: Radar; found: RadarRow[] }> {
    const asOf = momentOf(query.asOf, this.clock.now());
    const radar = await this.radar.all(this.scope.ofCaller(), { asOf, cluster: query.cluster });
    const filter = toRadarFilter(query);
    const found = radar.rows.filter((row) => passes(row, filter));
    return { radar, found: inOrder(found, query.sort) };
  }
}

/** @throws {AppError} `insights.no-such-place` */
function placeAfter(rows: readonly RadarRow[], id: string): number {
  const place = rows.findIndex(({ call }) => call.id === id);
  if (place === -1) throw noSuchPlace();
  return place + 1;
}
