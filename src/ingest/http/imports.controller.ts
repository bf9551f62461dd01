import { Body, Controller, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';

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
  ImportParam,
  ImportResponse,
  PreviewImportQuery,
  toImportResponse,
} from './import.dto.js';
import { withUpload } from '../../platform/http/uploaded-file.js';

/** Takes member lists in; what became of them is read through ImportReadingController. */
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
