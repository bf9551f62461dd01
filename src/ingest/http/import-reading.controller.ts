import { Controller, Get, Param, Query, Res, Sse, type MessageEvent } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { defer, finalize, type Observable } from 'rxjs';

import { CurrentScope } from '../../accounts/index.js';
import type { Scope } from '../../platform/database/scope.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { csv } from '../../platform/http/csv.js';
import { csvHeaders } from '../../platform/http/csv-headers.js';
import { tooManyWatchers } from '../import.errors.js';
import { ImportRunStore, type ImportRun } from '../import-run.store.js';
import { ImportsUnderway } from '../members/imports-underway.js';
import {
  ImportListResponse,
  ImportParam,
  ImportResponse,
  ImportRowsQuery,
  ImportRowTableQuery,
  ImportRowsResponse,
  toImportResponse,
  toImportRowResponse,
} from './import.dto.js';
import { importEvents } from './import-events.js';
import { rowHeadings, toTableRows } from './import-rows-csv.js';

/** Lines held open at once for people who watch; whoever comes later asks now and then instead. */
const mostWatchers = 100;

/** What imports did or would do, row by row, and how far they are. */
@ApiTags('imports')
@Controller('imports')
export class ImportReadingController {
  #watchers = 0;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly scope: CurrentScope,
    private readonly runs: ImportRunStore,
    private readonly underway: ImportsUnderway,
  ) {}

  /** The last hundred imports of the asker's cluster and of open data, the newest first. */
  @Get()
  async list(): Promise<ImportListResponse> {
    const runs = await this.unitOfWork.run(this.scope.ofCaller(), (unit) => this.runs.list(unit, 100));
    return { items: runs.map((run) => toImportResponse(run, this.underway.of(run.id))) };
  }

  @Get(':id')
  async one(@Param() { id }: ImportParam): Promise<ImportResponse> {
    return toImportResponse(await this.#find(this.scope.ofCaller(), id), this.underway.of(id));
  }

  /** The same as server-sent events, for as long as it is being carried out: each says how far it is. */
  @Sse(':id/events')
  async events(@Param() { id }: ImportParam): Promise<Observable<MessageEvent>> {
    const scope = this.scope.ofCaller();
    await this.#find(scope, id);
    if (this.#watchers >= mostWatchers) throw tooManyWatchers();
    const look = async () => ({ run: await this.#find(scope, id), progress: this.underway.of(id) });
    return defer(() => {
      this.#watchers += 1;
      return importEvents(look, ({ run, progress }) => toImportResponse(run, progress)).pipe(
        finalize(() => (this.#watchers -= 1)),
      );
    });
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

  #find(scope: Scope, id: string): Promise<ImportRun> {
    return this.unitOfWork.run(scope, (unit) => this.runs.find(unit, id));
  }
}
