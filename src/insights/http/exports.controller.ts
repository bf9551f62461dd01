import { Controller, Get, Param, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';

import { CurrentScope } from '../../accounts/index.js';
import { momentOf } from '../../platform/clock/as-of.js';
import { Clock } from '../../platform/clock/clock.js';
import { ReferenceParam } from '../../platform/http/reference.dto.js';
import { briefStyle } from '../brief/brief-style.js';
import { WriteBrief } from '../brief/write-brief.js';
import { isoDay } from '../../opportunities/index.js';
import { WriteWorkbook } from '../workbook/write-workbook.js';
import { BriefQuery, WorkbookQuery } from './export.dto.js';

const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What people take away: a page for a member, a workbook for an officer. Each is written down in the audit trail. */
@ApiTags('insights')
@Controller()
export class ExportsController {
  constructor(
    private readonly scope: CurrentScope,
    private readonly clock: Clock,
    private readonly briefs: WriteBrief,
    private readonly workbooks: WriteWorkbook,
  ) {}

  /** One printable A4 page: calls that fit an organisation, why, and with whom. */
  @Get('organisations/:reference/brief')
  @ApiOkResponse({ content: { 'text/html': { schema: { type: 'string' } } } })
  async brief(
    @Param() { reference }: ReferenceParam,
    @Query() query: BriefQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const page = await this.briefs.forOrganisation(this.scope.ofCaller(), reference, {
      language: query.lang,
      asOf: momentOf(query.asOf, this.clock.now()),
    });
    void reply
      .header('content-type', 'text/html; charset=utf-8')
      .header('content-security-policy', briefStyle.headerPolicy)
      .header('content-language', query.lang)
      .header('cache-control', 'no-store');
    return page;
  }

  /** An .xlsx file for the officers of a cluster: best members per call, best calls per member, coverage, reasons. */
  @Get('insights/workbook')
  @ApiOkResponse({ content: { [spreadsheet]: { schema: { type: 'string', format: 'binary' } } } })
  async workbook(
    @Query() query: WorkbookQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const asOf = momentOf(query.asOf, this.clock.now());
    const { slug, bytes } = await this.workbooks.ofCluster(this.scope.ofCaller(), query.cluster, {
      language: query.lang,
      asOf,
    });
    void reply.header('cache-control', 'no-store');
    return new StreamableFile(bytes, {
      type: spreadsheet,
      disposition: `attachment; filename="tessera-${slug}-${isoDay(asOf)}.xlsx"`,
      length: bytes.byteLength,
    });
  }
}
