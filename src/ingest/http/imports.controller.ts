import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { ClusterReadModel, CurrentScope } from '../../accounts/index.js';
import type { OrganisationId } from '../../organisations/index.js';
import type { Scope } from '../../platform/database/scope.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { importNotFound } from '../import.errors.js';
import { ImportRunStore, type ImportRun } from '../import-run.store.js';
import { ApplyMemberImport } from '../members/apply-member-import.js';
import { ImportMembers } from '../members/import-members.js';
import { UndoMemberImport } from '../members/undo-member-import.js';
import {
  ApplyImportRequest,
  ImportListResponse,
  ImportParam,
  ImportResponse,
  ImportRowsQuery,
  ImportRowTableQuery,
  ImportRowsResponse,
  PreviewImportQuery,
  toImportResponse,
  toImportRowResponse,
} from './import.dto.js';
import { csv } from '../../platform/http/csv.js';
import { csvHeaders } from '../../platform/http/csv-headers.js';
import { rowHeadings, toTableRows } from './import-rows-csv.js';
import { withUpload } from '../../platform/http/uploaded-file.js';

@ApiTags('imports')
@Controller('imports')
export class ImportsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly scope: CurrentScope,
    private readonly clusters: ClusterReadModel,
    private readonly runs: ImportRunStore,
    private readonly members: ImportMembers,
    private readonly application: ApplyMemberImport,
    private readonly undoing: UndoMemberImport,
  ) {}

  /** Previews a member list of the asker's cluster, CSV or XLSX: what each row would do. Nothing is changed. */
  @Post()
  @HttpCode(201)
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      properties: { file: { type: 'string', format: 'binary' } },
      required: ['file'],
    },
  })
  async preview(@Req() request: FastifyRequest, @Query() query: PreviewImportQuery): Promise<ImportResponse> {
    const scope = this.scope.ofCaller();
    const cluster = await this.#ownCluster(scope);
    const { source, sheet } = query;
    const { runId } = await withUpload(request, (upload) =>
      this.members.preview(scope, { ...upload, cluster, source, sheet }),
    );
    return toImportResponse(await this.#find(scope, runId ?? ''));
  }

  /** The last hundred imports of the asker's cluster and of open data, the newest first. */
  @Get()
  async list(): Promise<ImportListResponse> {
    const runs = await this.unitOfWork.run(this.scope.ofCaller(), (unit) => this.runs.list(unit, 100));
    return { items: runs.map(toImportResponse) };
  }

  @Get(':id')
  async one(@Param() { id }: ImportParam): Promise<ImportResponse> {
    return toImportResponse(await this.#find(this.scope.ofCaller(), id));
  }

  /** What each row says, would do or did, in order of line. */
  @Get(':id/rows')
  async rows(@Param() { id }: ImportParam, @Query() query: ImportRowsQuery): Promise<ImportRowsResponse> {
    const { verdict, after, limit } = query;
    const rows = await this.unitOfWork.run(this.scope.ofCaller(), async (unit) => {
      await this.runs.find(unit, id);
      return this.runs.rows(unit, id, {
        limit: limit + 1,
        ...(verdict === undefined ? {} : { verdict }),
        ...(after === undefined ? {} : { afterLine: after }),
      });
    });
    const items = rows.slice(0, limit).map(toImportRowResponse);
    return { items, next: rows.length > limit ? (items.at(-1)?.line ?? null) : null };
  }

  /** Rows with what is wrong or odd about them, a line for each, as a table for a spreadsheet: to mend the file by. */
  @Get(':id/rows.csv')
  @ApiOkResponse({ content: { 'text/csv': { schema: { type: 'string' } } } })
  async table(
    @Param() { id }: ImportParam,
    @Query() { verdict }: ImportRowTableQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const rows = await this.unitOfWork.run(this.scope.ofCaller(), async (unit) => {
      await this.runs.find(unit, id);
      return this.runs.rows(unit, id, verdict === undefined ? {} : { verdict });
    });
    void reply.headers(csvHeaders(`import-${verdict ?? 'rows'}`));
    return csv(rowHeadings, rows.flatMap(toTableRows));
  }

  /** Carries a previewed import out: all of it, or nothing. */
  @Post(':id/apply')
  @HttpCode(200)
  async apply(@Param() { id }: ImportParam, @Body() body: ApplyImportRequest): Promise<ImportResponse> {
    const decisions = (body.decisions ?? []).map(
      ({ line, organisationId }) => [line, organisationId as OrganisationId] as const,
    );
    return toImportResponse(await this.application.run(this.scope.ofCaller(), id, new Map(decisions)));
  }

  /** Takes an applied import back as a whole, except what organisations confirmed since; within 30 days. */
  @Post(':id/undo')
  @HttpCode(200)
  async undo(@Param() { id }: ImportParam): Promise<ImportResponse> {
    return toImportResponse(await this.undoing.run(this.scope.ofCaller(), id));
  }

  #find(scope: Scope, id: string): Promise<ImportRun> {
    return this.unitOfWork.run(scope, (unit) => this.runs.find(unit, id));
  }

  /** @throws {AppError} `ingest.import-not-found` where the asker has no cluster */
  async #ownCluster(scope: Scope): Promise<string> {
    const all = await this.unitOfWork.run(scope, (unit) => this.clusters.all(unit));
    const own = all.find(({ id }) => scope.clusters.includes(id));
    if (!own) throw importNotFound('of no cluster');
    return own.slug;
  }
}
