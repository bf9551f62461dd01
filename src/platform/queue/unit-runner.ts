import { systemScope } from '../database/scope.js';
import type { UnitOfWork } from '../database/unit-of-work.js';
import type { UnitWork } from './define-unit-work.js';
import { incomingPayload } from './job-payload.js';
import type { Effect, HandledUnitWork } from './job-registry.js';
import {
  describeError,
  HandedBackError,
  isPermanent,
  UnitLostError,
  UnitTimedOutError,
} from './queue.errors.js';
import type { QueueLog } from './queue-log.js';
import { settleRunOf } from './settle-run.js';
import { untilAborted } from './until-aborted.js';
import {
  claimUnit,
  crashUnit,
  failUnit,
  finishUnit,
  handBackUnit,
  renewLease,
  type Claim,
  type SetBackUnit,
} from './work-unit.store.js';

/**
 * Brings one unit to its end: claim (commit), compute outside any transaction while the lease is renewed, then
 * effect and "done" in one transaction. Whatever happens is recorded in PostgreSQL; the queue learns nothing of it.
 */
export class UnitRunner {
  readonly #unitOfWork: UnitOfWork;
  readonly #worker: string;
  readonly #log: QueueLog;

  /** @param worker id of this process, see `worker_heartbeat` */
  constructor(unitOfWork: UnitOfWork, worker: string, log: QueueLog) {
    this.#unitOfWork = unitOfWork;
    this.#worker = worker;
    this.#log = log;
  }

  /**
   * @param stopping aborted when the process stops: the unit is handed back
   * @throws only when PostgreSQL could not be told; the lease then runs out
   */
  async run(kind: HandledUnitWork, id: string, stopping: AbortSignal): Promise<void> {
    const claim = await this.#unitOfWork.run(systemScope(), (unit) =>
      claimUnit(unit, id, this.#worker, kind.work.leaseMs),
    );
    if (!claim) return; // done, parked, or in somebody's hands
    try {
      const effect = await this.#compute(kind, claim, stopping);
      await this.#finish(kind.work, claim, effect);
    } catch (error) {
      await this.#setBack(kind.work, claim, error);
    }
  }

  async #compute(
    { work, handler }: HandledUnitWork,
    claim: Claim,
    stopping: AbortSignal,
  ): Promise<Effect | void> {
    const abort = new AbortController();
    const stop = (): void => abort.abort(new HandedBackError());
    stopping.addEventListener('abort', stop);
    if (stopping.aborted) stop();
    const late = setTimeout(
      () => abort.abort(new UnitTimedOutError(claim.id, work.timeoutMs)),
      work.timeoutMs,
    );
    const renewal = setInterval(() => void this.#renew(work, claim, abort), work.leaseMs / 3);
    try {
      const payload = incomingPayload(work.topic, work.payload, claim.payload);
      const { id: unitId, runId, key, clusterId, starts: attempt } = claim;
      const context = { signal: abort.signal, unitId, runId, key, clusterId, attempt };
      return await untilAborted(abort.signal, () => handler.handle(payload, context));
    } finally {
      clearTimeout(late);
      clearInterval(renewal);
      stopping.removeEventListener('abort', stop);
    }
  }

  async #renew(work: UnitWork<object>, claim: Claim, abort: AbortController): Promise<void> {
    try {
      const held = await this.#unitOfWork.run(systemScope(), (unit) => renewLease(unit, claim, work.leaseMs));
      if (!held) abort.abort(new UnitLostError(claim.id, claim.fence));
    } catch (error) {
      // the lease still holds for a while; if the database stays away, another worker takes over
      this.#log.warn('queue.lease-not-renewed', { unit: claim.id, error: describeError(error) });
    }
  }

  async #finish(work: UnitWork<object>, claim: Claim, effect: Effect | void): Promise<void> {
    const scope = systemScope(claim.clusterId === null ? [] : [claim.clusterId]);
    await this.#unitOfWork.run(scope, async (unit) => {
      // first, so that the row is locked while the effect is written: nobody can take the unit over in between
      if (!(await finishUnit(unit, claim))) throw new UnitLostError(claim.id, claim.fence);
      await effect?.(unit);
      await settleRunOf(unit, work, claim.runId);
    });
  }

  async #setBack(work: UnitWork<object>, claim: Claim, error: unknown): Promise<void> {
    if (error instanceof UnitLostError) {
      this.#log.warn('queue.unit-lost', { unit: claim.id, kind: work.kind, run: claim.runId });
      return;
    }
    const back = await this.#unitOfWork.run(systemScope(), async (unit) => {
      if (error instanceof HandedBackError) return handBackUnit(unit, claim);
      const reason = describeError(error);
      const changed =
        error instanceof UnitTimedOutError
          ? await crashUnit(unit, claim, reason)
          : await failUnit(unit, claim, { ...work, error: reason, permanent: isPermanent(error) });
      if (changed?.parked) await settleRunOf(unit, work, claim.runId);
      return changed;
    });
    if (back) reportSetBack(this.#log, back, describeError(error));
  }
}

/** Parked work wakes an operator once; what will be tried again does not. */
export function reportSetBack(log: QueueLog, back: SetBackUnit, error: string): void {
  const fields = { unit: back.id, kind: back.kind, run: back.runId, crashes: back.crashes, error };
  if (back.parked) log.error('queue.unit-parked', fields);
  else log.warn('queue.unit-set-back', fields);
}
