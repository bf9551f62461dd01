import { systemScope } from '../database/scope.js';
import type { UnitOfWork } from '../database/unit-of-work.js';
import type { Gate } from './gate.js';
import type { IntentionRunner } from './intention-runner.js';
import { readEnvelope, type JobEnvelope } from './job-envelope.js';
import { incomingPayload } from './job-payload.js';
import type { JobRegistry } from './job-registry.js';
import { describeError, HandedBackError, isPermanent } from './queue.errors.js';
import type { QueueLog } from './queue-log.js';
import type { TakenJob, Verdict } from './queue-store.js';
import type { UnitRunner } from './unit-runner.js';
import { untilAborted } from './until-aborted.js';
import { crashesBeforeIsolation } from './work-unit.store.js';

interface JobRunnerParts {
  readonly registry: JobRegistry;
  readonly unitOfWork: UnitOfWork;
  readonly units: UnitRunner;
  readonly intentions: IntentionRunner;
  readonly gate: Gate;
  readonly log: QueueLog;
}

/** What a worker does with a job it took: finds who handles it, runs it, tells the queue what becomes of it. */
export class JobRunner {
  readonly #parts: JobRunnerParts;

  constructor(parts: JobRunnerParts) {
    this.#parts = parts;
  }

  /** Never throws: a failure is a verdict too. */
  async run(queue: string, job: TakenJob, stopping: AbortSignal): Promise<Verdict> {
    const topic = `${queue}/${job.name}`;
    const envelope = readEnvelope(job.payload);
    if (!envelope) return { outcome: 'give-up', reason: `${topic}: the job carries nothing we know` };
    try {
      return await this.#parts.gate.pass(runsAlone(envelope, job), async () => {
        if (stopping.aborted) return { outcome: 'put-back' };
        return this.#handle(topic, envelope, job, stopping);
      });
    } catch (error) {
      return this.#verdict(topic, error);
    }
  }

  #handle(topic: string, envelope: JobEnvelope, job: TakenJob, stopping: AbortSignal): Promise<Verdict> {
    if ('unit' in envelope) return this.#runUnit(topic, envelope.unit, stopping);
    const handled = this.#parts.registry.job(topic);
    if (!handled) return Promise.resolve(unknownTopic(topic));
    if ('intention' in envelope)
      return this.#parts.intentions.run(handled, envelope.intention, job, stopping);
    return this.#runSwept(topic, envelope.payload, job, stopping);
  }

  async #runUnit(topic: string, id: string, stopping: AbortSignal): Promise<Verdict> {
    const kind = this.#parts.registry.unitKind(topic);
    if (!kind) return unknownTopic(topic);
    await this.#parts.units.run(kind, id, stopping);
    return { outcome: 'done' };
  }

  /** A job that a sweep asked for: the state it looks at decides whether anything is left to do. */
  async #runSwept(topic: string, data: object, job: TakenJob, signal: AbortSignal): Promise<Verdict> {
    const handled = this.#parts.registry.job(topic);
    if (!handled) return unknownTopic(topic);
    const payload = incomingPayload(topic, handled.job.payload, data);
    const context = { signal, clusterId: null, attempt: job.attempt };
    const effect = await untilAborted(signal, () => handled.handler(payload, context));
    if (effect) await this.#parts.unitOfWork.run(systemScope(), effect);
    return { outcome: 'done' };
  }

  #verdict(topic: string, error: unknown): Verdict {
    if (error instanceof HandedBackError) return { outcome: 'put-back' };
    const reason = describeError(error);
    this.#parts.log.warn('queue.job-failed', { topic, error: reason });
    return { outcome: isPermanent(error) ? 'give-up' : 'retry', reason };
  }
}

const runsAlone = (envelope: JobEnvelope, { stalls }: TakenJob): boolean =>
  'unit' in envelope ? envelope.isolated : stalls >= crashesBeforeIsolation;

/** Another version of the program defines it: the queue keeps trying for a while, one of them will take it. */
const unknownTopic = (topic: string): Verdict => ({
  outcome: 'retry',
  reason: `${topic} is not handled by this version of the program`,
});
