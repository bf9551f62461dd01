import type { PayloadClass } from './job-payload.js';
import { invalidDefinition, invalidJobId } from './queue.errors.js';

/** How the queue treats a job; what is not said here is the same for all (`defaultJobOptions`). */
export interface JobOptions {
  /** how often it is tried before the queue gives up and the reconciler decides */
  readonly attempts: number;
  /** delay before a retry, in milliseconds, doubled each time; `jitter` is the share of it that is random, 0 to 1 */
  readonly backoff: { readonly type: 'exponential'; readonly delay: number; readonly jitter: number };
}

/** One kind of job: its queue, its name there, what it carries, and how a sweep names one. */
export interface JobDefinition<P extends object> {
  /** kind of load; each queue has its own concurrency: `ingest`, `matching`, `mail` */
  readonly queue: string;
  readonly name: string;
  /** `queue/name`: what an outbox row is addressed to */
  readonly topic: string;
  readonly payload: PayloadClass<P>;
  /** the id under which a sweep adds it; put the version in it, so that a newer state is a new job */
  id(payload: P): string;
  readonly options: JobOptions;
}

export const defaultJobOptions: JobOptions = {
  attempts: 5,
  backoff: { type: 'exponential', delay: 5_000, jitter: 0.5 },
};

const definitions = new Map<string, JobDefinition<object>>();

/** Every job defined by the files this program has loaded: what the workers must be able to handle. */
export const definedJobs = (): readonly JobDefinition<object>[] => [...definitions.values()];

/**
 * Declares a job, once per program; lives in a `.job.ts` file beside its payload class.
 *
 * @throws {AppError} `queue.invalid-definition`: a name that is not kebab-case, or defined already
 */
export function defineJob<P extends object>(definition: {
  readonly queue: string;
  readonly name: string;
  readonly payload: PayloadClass<P>;
  readonly id: (payload: P) => string;
  readonly options?: Partial<JobOptions>;
}): JobDefinition<P> {
  const { queue, name, payload } = definition;
  const topic = topicOf(queue, name);
  const job: JobDefinition<P> = {
    queue,
    name,
    topic,
    payload,
    id: (value) => checkedJobId(topic, definition.id(value)),
    options: { ...defaultJobOptions, ...definition.options },
  };
  if (definitions.has(topic)) throw invalidDefinition(`${topic} is defined twice`, { topic });
  definitions.set(topic, job);
  return job;
}

/** @throws {AppError} `queue.invalid-definition` unless both names are short and in kebab-case */
export function topicOf(queue: string, name: string): string {
  for (const part of [queue, name]) {
    if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(part) || part.length > 60) {
      throw invalidDefinition(`"${part}" is not a kebab-case name of at most 60 characters`, { queue, name });
    }
  }
  return `${queue}/${name}`;
}

/** BullMQ reads `:` as its own separator and takes a number for one of its own counters. */
export function checkedJobId(topic: string, id: string): string {
  if (!/^[A-Za-z0-9_.-]{1,200}$/.test(id) || /^\d+$/.test(id)) throw invalidJobId(topic, id);
  return id;
}
