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
import { ClusterDayQuery } from '../radar/radar.dto.js';
import { toMemberPageResponse, toMembersResponse } from './member-responses.dto.js';
import { inMemberOrder, isAsked, type MemberFilter, type MemberRow } from './members.js';
import { membersCsv } from './members-csv.js';
import { MemberPageResponse, MembersQuery, MembersResponse, MembersTableQuery } from './members.dto.js';
import { ReadMember } from './read-member.js';
import { ReadMembers, type Members } from './read-members.js';

/** A cluster's members, as its officers look after them. */
@ApiTags('insights')
@Controller('insights')
export class MembersController {
  constructor(
    private readonly scope: CurrentScope,
    private readonly clock: Clock,
    private readonly members: ReadMembers,
    private readonly member: ReadMember,
    private readonly taxonomy: Taxonomy,
  ) {}

  /** Members with their state, how fresh their record is, what fits them, whom one knows there and what comes next. */
  @Get('members')
  async list(@Query() query: MembersQuery): Promise<MembersResponse> {
    const { members, found } = await this.#found(query);
    const start = query.after === undefined ? 0 : placeAfter(found, query.after);
    return toMembersResponse(members, { shown: found.slice(start, start + query.limit), found });
  }

  /** The same as a table for a spreadsheet, without people. */
  @Get('members.csv')
  @ApiOkResponse({ content: { 'text/csv': { schema: { type: 'string' } } } })
  async table(
    @Query() query: MembersTableQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { members, found } = await this.#found(query);
    await this.members.taken(this.scope.ofCaller(), members.cluster.id, found.length);
    const day = isoDay(momentOf(query.asOf, this.clock.now()));
    void reply.headers(csvHeaders(`members-${members.cluster.slug}-${day}`));
    const table = membersCsv(found, query.lang);
    return csv(table.headings, table.rows);
  }

  /** One member with people, notes, texts and the calls that fit it. */
  @Get('members/:reference')
  async one(
    @Param() { reference }: ReferenceParam,
    @Query() query: ClusterDayQuery,
  ): Promise<MemberPageResponse> {
    const asOf = momentOf(query.asOf, this.clock.now());
    const wanted = { asOf, cluster: query.cluster };
    const page = await this.member.one(this.scope.ofCaller(), reference, wanted);
    const nameOf = (code: string): string =>
      this.taxonomy.ecosystems.terms.find((term) => term.code === code)?.label[query.lang] ?? code;
    return toMemberPageResponse(page, asOf, nameOf);
  }

  async #found(query: MembersTableQuery): Promise<{ members: Members; found: MemberRow[] }> {
    const asOf = momentOf(query.asOf, this.clock.now());
    const members = await this.members.all(this.scope.ofCaller(), { asOf, cluster: query.cluster });
    const filter = toFilter(query);
    return {
      members,
      found: inMemberOrder(
        members.rows.filter((row) => isAsked(row, filter)),
        query.sort,
      ),
    };
  }
}

function toFilter({ state, type, search, lacks }: MembersTableQuery): MemberFilter {
  return {
    ...(state === undefined ? {} : { state }),
    ...(type === undefined ? {} : { type }),
    ...(search === undefined ? {} : { search }),
    ...(lacks === undefined ? {} : { lacks }),
  };
}

/** @throws {AppError} `insights.no-such-place` */
function placeAfter(rows: readonly MemberRow[], id: string): number {
  const place = rows.findIndex(({ member }) => member.id === id);
  if (place === -1) throw noSuchPlace();
  return place + 1;
}
