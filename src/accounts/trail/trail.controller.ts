import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';

import { csv } from '../../platform/http/csv.js';
import { csvHeaders } from '../../platform/http/csv-headers.js';
import { CurrentScope } from '../current-scope.js';
import { trailKinds, type TrailKind } from './trail-deeds.js';
import {
  ClusterTrailQuery,
  ClusterTrailTableQuery,
  OwnTrailQuery,
  OwnTrailTableQuery,
  TrailResponse,
  toTrailResponse,
  trailTable,
  type TrailView,
} from './trail.dto.js';
import { Trail, type TrailWanted } from './trail.js';

const seen: readonly TrailKind[] = ['seen', 'exports'];
const done = trailKinds.filter((kind) => !seen.includes(kind));

/** The audit trail, for those it concerns. */
@ApiTags('trail')
@Controller()
export class TrailController {
  constructor(
    private readonly scope: CurrentScope,
    private readonly trail: Trail,
  ) {}

  /** Everything that was done in the name of one's organisation, or who saw it and took what about it. */
  @Get('own-trail')
  async own(@Query() query: OwnTrailQuery): Promise<TrailResponse> {
    const scope = this.scope.ofCaller();
    const page = { after: query.after ?? null, limit: query.limit };
    const found = await this.trail.page(scope, this.trail.ofOrganisation(scope), ofOwn(query), page);
    return toTrailResponse(found, query.lang);
  }

  /** The same as a table, the newest 10,000 lines; that it was taken is written down too. */
  @Get('own-trail.csv')
  @ApiOkResponse({ content: { 'text/csv': { schema: { type: 'string' } } } })
  async ownTable(
    @Query() query: OwnTrailTableQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const scope = this.scope.ofCaller();
    const lines = await this.trail.take(scope, this.trail.ofOrganisation(scope), ofOwn(query));
    void reply.headers(csvHeaders(`trail-${query.view}`));
    const { headings, rows } = trailTable(lines, query.lang);
    return csv(headings, rows);
  }

  /** What was done in one's cluster: who saw whom, what was taken away, requests about personal data, roles. */
  @Get('cluster/trail')
  async ofCluster(@Query() query: ClusterTrailQuery): Promise<TrailResponse> {
    const scope = this.scope.ofCaller();
    const { of } = await this.trail.ofCluster(scope, query.cluster);
    const page = { after: query.after ?? null, limit: query.limit };
    return toTrailResponse(await this.trail.page(scope, of, ofStaff(query), page), query.lang);
  }

  /** The same as a table, the newest 10,000 lines; that it was taken is written down too. */
  @Get('cluster/trail.csv')
  @ApiOkResponse({ content: { 'text/csv': { schema: { type: 'string' } } } })
  async clusterTable(
    @Query() query: ClusterTrailTableQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const scope = this.scope.ofCaller();
    const { cluster, of } = await this.trail.ofCluster(scope, query.cluster);
    const lines = await this.trail.take(scope, of, ofStaff(query));
    void reply.headers(csvHeaders(`trail-${cluster.slug}`));
    const { headings, rows } = trailTable(lines, query.lang);
    return csv(headings, rows);
  }
}

const ofOwn = ({ view, from, to }: OwnTrailTableQuery): TrailWanted => ({
  kinds: kindsOf[view],
  person: null,
  from: from ?? null,
  to: to ?? null,
});

const kindsOf: Readonly<Record<TrailView, readonly TrailKind[]>> = { done, seen };

const ofStaff = ({ kind, person, from, to }: ClusterTrailTableQuery): TrailWanted => ({
  kinds: kind === undefined ? trailKinds : [kind],
  person: person ?? null,
  from: from ?? null,
  to: to ?? null,
});
