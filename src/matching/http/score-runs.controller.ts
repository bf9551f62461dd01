import { Body, Controller, Get, HttpCode, Param, Post, Sse, type MessageEvent } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { concatMap, distinctUntilChanged, from, map, takeWhile, timer, type Observable } from 'rxjs';

import { CurrentScope } from '../../accounts/index.js';
import { momentOf } from '../../platform/clock/as-of.js';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { WatchScoreRun, type WatchedRun } from '../runs/watch-score-run.js';
import { RequestScoreRun } from '../runs/request-score-run.js';
import { hasEnded } from '../runs/score-run.store.js';
import { CurrentSnapshot } from '../snapshots/current-snapshot.js';
import {
  ScoreRunListResponse,
  ScoreRunParam,
  ScoreRunResponse,
  SnapshotResponse,
  StartScoreRunRequest,
} from './score-run.dto.js';

/** How often a watcher of a run is told, in milliseconds. */
const watchMs = 500;

@ApiTags('score runs')
@Controller()
export class ScoreRunsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly scope: CurrentScope,
    private readonly clock: Clock,
    private readonly request: RequestScoreRun,
    private readonly watch: WatchScoreRun,
    private readonly snapshot: CurrentSnapshot,
  ) {}

  /** Starts a full score run; watch it under `/score-runs/{id}` or its `/events`. */
  @Post('score-runs')
  @HttpCode(202)
  async start(@Body() body: StartScoreRunRequest): Promise<ScoreRunResponse> {
    const id = await this.request.request(momentOf(body.asOf, this.clock.now()));
    return toResponse(await this.watch.one(id));
  }

  /** The last twenty, the newest first. */
  @Get('score-runs')
  async list(): Promise<ScoreRunListResponse> {
    const runs = await this.watch.list(20);
    return { items: runs.map(toResponse) };
  }

  /** How far a run has come, with the time left. */
  @Get('score-runs/:id')
  async one(@Param() { id }: ScoreRunParam): Promise<ScoreRunResponse> {
    return toResponse(await this.watch.one(id));
  }

  /** The same as server-sent events, until the run ends. */
  @Sse('score-runs/:id/events')
  async events(@Param() { id }: ScoreRunParam): Promise<Observable<MessageEvent>> {
    await this.watch.one(id);
    return timer(0, watchMs).pipe(
      concatMap(() => from(this.watch.one(id))),
      takeWhile(({ run }) => !hasEnded(run), true),
      map((watched) => ({ data: toResponse(watched) })),
      distinctUntilChanged((a, b) => JSON.stringify(a) === JSON.stringify(b)),
    );
  }

  /** The segments that suggestions are read from. */
  @Get('snapshots')
  async snapshots(): Promise<SnapshotResponse> {
    const snapshot = await this.unitOfWork.run(this.scope.ofCaller(), (unit) => this.snapshot.inScope(unit));
    return {
      name: snapshot?.name ?? null,
      segments: (snapshot?.segments ?? []).map((segment) => ({
        id: segment.id,
        audience: segment.audience,
        documents: segment.documents,
        organisations: segment.organisations,
        bytes: segment.bytes,
        sha256: segment.sha256,
        builtAt: segment.builtAt,
      })),
    };
  }
}

function toResponse({ run, progress }: WatchedRun): ScoreRunResponse {
  return {
    id: run.id,
    state: run.state,
    model: run.model,
    asOf: run.asOf,
    opportunities: run.opportunities,
    createdAt: run.createdAt,
    finishedAt: run.finishedAt,
    problem: run.problem,
    current: run.current,
    progress: {
      total: progress.total,
      done: progress.done,
      parked: progress.parked,
      running: progress.running,
      secondsLeft: progress.secondsLeft,
    },
  };
}
