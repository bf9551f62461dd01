import type { Unit } from '../../platform/database/unit-of-work.js';
import { enqueueIntention } from '../../platform/queue/index.js';
import { runNotFound } from '../matching.errors.js';
import { prepareRunJob } from './prepare-run.job.js';

/** `preparing`: the snapshot is brought up to date. */
export type ScoreRunState = 'preparing' | 'running' | 'done' | 'failed';

export const hasEnded = ({ state }: Pick<ScoreRun, 'state'>): boolean =>
  state === 'done' || state === 'failed';

/** A full pass over all opportunities and audiences. */
export interface ScoreRun {
  readonly id: string;
  readonly state: ScoreRunState;
  readonly model: string;
  /** calendar date that evidence is judged as of */
  readonly asOf: string;
  /** ids of the segments it reads */
  readonly segments: readonly string[];
  /** of the calls it read */
  readonly callsFingerprint: string;
  readonly opportunities: number;
  readonly blocks: number;
  /** ISO instants */
  readonly createdAt: string;
  readonly finishedAt: string | null;
  readonly problem: string | null;
  /** its lists are the ones shown */
  readonly current: boolean;
}

/** What a run reads, known once the snapshot is up to date. */
export interface PreparedRun {
  readonly segments: readonly string[];
  /** in the order that blocks count by */
  readonly opportunityIds: readonly string[];
  readonly callsFingerprint: string;
  readonly blocks: number;
}

const instant = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const columns = `r.id, r.state, r.model, r.as_of::text as "asOf", r.segment_ids as segments,
  r.calls_fingerprint as "callsFingerprint", r.opportunities, r.blocks,
  ${instant('r.created_at')} as "createdAt", ${instant('r.finished_at')} as "finishedAt", r.problem,
  exists (select 1 from current_score_run c where c.run_id = r.id) as current`;

/** Score runs and the pointer that makes one visible. */
export class ScoreRunStore {
  /** Writes down the run together with the intention to prepare it. */
  async create(unit: Unit, run: Pick<ScoreRun, 'id' | 'model' | 'asOf'>): Promise<void> {
    await unit.manager.query(
      `insert into score_run (id, state, model, as_of, segment_ids, opportunity_ids)
       values ($1, 'preparing', $2, $3, '{}', '{}')`,
      [run.id, run.model, run.asOf],
    );
    await enqueueIntention(unit, prepareRunJob, { runId: run.id });
  }

  /** @returns false where the run was prepared before, or has ended */
  async prepared(unit: Unit, id: string, run: PreparedRun): Promise<boolean> {
    const [, changed] = await unit.manager.query<[unknown[], number]>(
      `update score_run set state = 'running', segment_ids = $2, opportunity_ids = $3, opportunities = $4, blocks = $5,
         calls_fingerprint = $6
       where id = $1 and state = 'preparing'`,
      [id, run.segments, run.opportunityIds, run.opportunityIds.length, run.blocks, run.callsFingerprint],
    );
    return changed > 0;
  }

  /** The newest first. */
  async list(unit: Unit, limit: number): Promise<ScoreRun[]> {
    return unit.manager.query<ScoreRun[]>(
      `select ${columns} from score_run r order by r.created_at desc, r.id desc limit $1`,
      [limit],
    );
  }

  /** @throws {AppError} `matching.run-not-found` */
  async find(unit: Unit, id: string): Promise<ScoreRun> {
    const [run] = await unit.manager.query<ScoreRun[]>(`select ${columns} from score_run r where r.id = $1`, [
      id,
    ]);
    if (!run) throw runNotFound(id);
    return run;
  }

  /** The run whose lists are shown. */
  async current(unit: Unit): Promise<ScoreRun | undefined> {
    const [run] = await unit.manager.query<ScoreRun[]>(
      `select ${columns} from score_run r where r.id = (select run_id from current_score_run)`,
    );
    return run;
  }

  /** Ids of the opportunities at those places of the run's order. */
  async opportunityIds(unit: Unit, id: string, from: number, to: number): Promise<string[]> {
    const [row] = await unit.manager.query<{ ids: string[] }[]>(
      'select opportunity_ids[$2 + 1 : $3] as ids from score_run where id = $1',
      [id, from, to],
    );
    if (!row) throw runNotFound(id);
    return row.ids;
  }

  /** The newest run that has not ended. */
  async unfinished(unit: Unit): Promise<ScoreRun | undefined> {
    const [run] = await unit.manager.query<ScoreRun[]>(
      `select ${columns} from score_run r where r.state in ('preparing', 'running') order by r.created_at desc limit 1`,
    );
    return run;
  }

  /**
   * Ends a run and, where nothing of it was given up, moves the pointer to it, unless a run created later stands
   * there already. Safe to call twice.
   */
  async settle(unit: Unit, id: string, problem: string | null): Promise<void> {
    await unit.manager.query(
      'update score_run set state = $2, finished_at = coalesce(finished_at, now()), problem = $3 where id = $1',
      [id, problem === null ? 'done' : 'failed', problem],
    );
    if (problem !== null) return;
    await unit.manager.query(
      `insert into current_score_run ("only", run_id) values (true, $1)
       on conflict ("only") do update set run_id = excluded.run_id, moved_at = now()
       where (select created_at from score_run where id = current_score_run.run_id)
           <= (select created_at from score_run where id = excluded.run_id)`,
      [id],
    );
  }

  /**
   * Removes runs whose time is up, with their lists: a year after they were made, failed ones after a week. The one that
   * is shown stays.
   *
   * @returns how many went
   */
  async forgetOld(unit: Unit): Promise<number> {
    const [, removed] = await unit.manager.query<[unknown[], number]>(
      `delete from score_run where not (id in (select run_id from current_score_run))
         and (state = 'done' and created_at < now() - interval '1 year'
           or state = 'failed' and created_at < now() - interval '7 days')`,
    );
    return removed;
  }
}
