import type { Unit } from '../platform/database/unit-of-work.js';
import { newId } from '../platform/ids/uuid.js';
import { passUnderWay } from './source.errors.js';
import type { PassResult, SourceName, Validator } from './source.js';

/** A pass that went well. */
export interface GoodPass {
  readonly result: Exclude<PassResult, 'failed'>;
  /** the moment the data show; never moves back, null leaves it as it is */
  readonly dataAt: Date | null;
  /** left out: what was found stays as it is */
  readonly counts?: Readonly<Record<string, number>>;
  readonly importRunId?: string;
  /** left out: what we hold did not come from the source itself */
  readonly validator?: Validator | null;
}

/** The moments of the last two complete passes. */
export interface CompletePasses {
  readonly at: Date | null;
  readonly before: Date | null;
}

/** How long a pass is trusted to be under way without a sign of life, in seconds. */
const claimSeconds = 120;
/** Complete passes nearer to each other than this count as one, in hours: both may have met the same fault. */
const apartHours = 20;

/** Writes down what became of each source, and lets one pass at a time work on it. */
export class SourceStore {
  /**
   * Takes a source for one pass.
   *
   * @returns the claim that `renew` and `release` take
   * @throws {AppError} `sources.pass-under-way`
   */
  async claim(unit: Unit, name: SourceName): Promise<string> {
    const claim = newId();
    const [row] = await unit.manager.query<{ claim: string }[]>(
      `insert into source (name, claim, claimed_until) values ($1, $2, now() + $3 * interval '1 second')
       on conflict (name) do update set claim = excluded.claim, claimed_until = excluded.claimed_until
         where source.claimed_until is null or source.claimed_until < now()
       returning claim`,
      [name, claim, claimSeconds],
    );
    if (!row) throw passUnderWay(name);
    return claim;
  }

  /** Tells that the pass is still at it. @returns false where another took the source over */
  async renew(unit: Unit, name: SourceName, claim: string): Promise<boolean> {
    const [, count] = await unit.manager.query<[unknown[], number]>(
      `update source set claimed_until = now() + $3 * interval '1 second' where name = $1 and claim = $2`,
      [name, claim, claimSeconds],
    );
    return count > 0;
  }

  async release(unit: Unit, name: SourceName, claim: string): Promise<void> {
    await unit.manager.query(
      'update source set claim = null, claimed_until = null where name = $1 and claim = $2',
      [name, claim],
    );
  }

  /** Writes a good pass down, in the transaction that takes its data in. */
  async passed(unit: Unit, name: SourceName, pass: GoodPass): Promise<void> {
    const { result, dataAt, counts = null, importRunId = null, validator } = pass;
    await unit.manager.query(
      `insert into source as s (name, data_at, last_good_at, last_attempt_at, last_result, counts, import_run_id,
         validator)
       values ($1, $2, now(), now(), $3, coalesce($4::jsonb, '{}'), $5, $6::jsonb)
       on conflict (name) do update set
         data_at = greatest(s.data_at, excluded.data_at), last_good_at = now(), last_attempt_at = now(),
         last_result = excluded.last_result, problem = null, failures = 0,
         counts = coalesce($4::jsonb, s.counts), import_run_id = coalesce(excluded.import_run_id, s.import_run_id),
         validator = case when $7 then s.validator else excluded.validator end`,
      [
        name,
        dataAt,
        result,
        counts === null ? null : JSON.stringify(counts),
        importRunId,
        validator ? JSON.stringify(validator) : null,
        result === 'unchanged' && validator === undefined,
      ],
    );
  }

  /** Writes a failed pass down; what is known of the last good one stays. @returns how many failed in a row */
  async failed(unit: Unit, name: SourceName, problem: string): Promise<number> {
    const [row] = await unit.manager.query<{ failures: number }[]>(
      `insert into source as s (name, last_attempt_at, last_result, problem, failures)
       values ($1, now(), 'failed', $2, 1)
       on conflict (name) do update set last_attempt_at = now(), last_result = 'failed', problem = excluded.problem,
         failures = s.failures + 1
       returning failures`,
      [name, problem],
    );
    return row?.failures ?? 1;
  }

  async validator(unit: Unit, name: SourceName): Promise<Validator | null> {
    const [row] = await unit.manager.query<{ validator: Validator | null }[]>(
      'select validator from source where name = $1',
      [name],
    );
    return row?.validator ?? null;
  }

  /**
   * Notes a pass that saw all there is: two such passes that miss a call say that it is gone.
   *
   * @param at the moment its data show
   */
  async complete(unit: Unit, name: SourceName, at: Date): Promise<CompletePasses> {
    const [row] = await unit.manager.query<CompletePasses[]>(
      `insert into source as s (name, complete_at) values ($1, $2)
       on conflict (name) do update set
         complete_before_at = case when ${isNext} then s.complete_at else s.complete_before_at end,
         complete_at = case when s.complete_at is null or ${isNext} then excluded.complete_at else s.complete_at end
       returning complete_at as at, complete_before_at as before`,
      [name, at],
    );
    return row ?? { at: null, before: null };
  }

  /** Nothing of it is left here. */
  async forget(unit: Unit, name: SourceName): Promise<void> {
    await unit.manager.query('delete from source where name = $1', [name]);
  }
}

/** Far enough behind the last complete pass to be one of its own. */
const isNext = `excluded.complete_at >= s.complete_at + interval '${apartHours} hours'`;
