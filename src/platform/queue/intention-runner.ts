import { systemScope } from '../database/scope.js';
import type { UnitOfWork } from '../database/unit-of-work.js';
import { incomingPayload } from './job-payload.js';
import type { HandledJob } from './job-registry.js';
import {
  failIntention,
  finishIntention,
  openIntention,
  parkIntention,
  type OpenIntention,
} from './outbox.store.js';
import { AlreadyDoneError, describeError, HandedBackError, isPermanent } from './queue.errors.js';
import type { QueueLog } from './queue-log.js';
import type { TakenJob, Verdict } from './queue-store.js';
import { untilAborted } from './until-aborted.js';
import { crashesBeforeIsolation, crashesInIsolation } from './work-unit.store.js';

/** How often the queue may give up on an intention before it is parked, and how long it rests before the second time. */
export const maxGivenUp = 3;
export const restAfterGivenUpMs = 60_000;

/** Carries an intention out: reads its row, computes, then effect and "done" in one transaction. */
export class IntentionRunner {
  readonly #unitOfWork: UnitOfWork;
  readonly #log: QueueLog;

  constructor(unitOfWork: UnitOfWork, log: QueueLog) {
    this.#unitOfWork = unitOfWork;
    this.#log = log;
  }

  /** @throws when PostgreSQL could not be asked or told */
  async run(handled: HandledJob, id: string, taken: TakenJob, stopping: AbortSignal): Promise<Verdict> {
    const intention = await this.#unitOfWork.run(systemScope(), (unit) => openIntention(unit, id));
    if (intention?.topic !== handled.job.topic) return { outcome: 'done' };
    if (taken.stalls >= crashesBeforeIsolation + crashesInIsolation) {
      return this.#park(intention, `its worker vanished ${taken.stalls} times`);
    }
    try {
      await this.#carryOut(handled, intention, taken, stopping);
      return { outcome: 'done' };
    } catch (error) {
      return this.#judge(intention, taken, error);
    }
  }

  async #carryOut(
    { job, handler }: HandledJob,
    intention: OpenIntention,
    { attempt }: TakenJob,
    signal: AbortSignal,
  ): Promise<void> {
    const payload = incomingPayload(job.topic, job.payload, intention.payload);
    const { clusterId } = intention;
    const effect = await untilAborted(signal, () => handler(payload, { signal, clusterId, attempt }));
    await this.#unitOfWork.run(systemScope(clusterId === null ? [] : [clusterId]), async (unit) => {
      // first, so that the same intention delivered twice waits here and then finds itself done
      if (!(await finishIntention(unit, intention.id))) throw new AlreadyDoneError(intention.id);
      await effect?.(unit);
    });
  }

  async #judge(intention: OpenIntention, taken: TakenJob, error: unknown): Promise<Verdict> {
    if (error instanceof AlreadyDoneError) return { outcome: 'done' };
    if (error instanceof HandedBackError) return { outcome: 'put-back' };
    const reason = describeError(error);
    if (isPermanent(error)) return this.#park(intention, reason);
    if (!taken.lastAttempt) return { outcome: 'retry', reason };
    await this.#giveUp(intention, reason);
    return { outcome: 'give-up', reason };
  }

  async #giveUp({ id, topic }: OpenIntention, error: string): Promise<void> {
    const failure = { id, error, delayMs: restAfterGivenUpMs, maxFailures: maxGivenUp };
    const outcome = await this.#unitOfWork.run(systemScope(), (unit) => failIntention(unit, failure));
    if (outcome === 'parked') this.#log.error('queue.intention-parked', { intention: id, topic, error });
  }

  async #park({ id, topic }: OpenIntention, reason: string): Promise<Verdict> {
    const parked = await this.#unitOfWork.run(systemScope(), (unit) => parkIntention(unit, id, reason));
    if (parked) this.#log.error('queue.intention-parked', { intention: id, topic, error: reason });
    return { outcome: 'give-up', reason };
  }
}
