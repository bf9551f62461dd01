import { Worker } from 'node:worker_threads';

import { AppError } from '../../platform/errors/app-error.js';
import { scorerStopped } from '../matching.errors.js';
import type { SegmentFolder } from '../snapshots/segment-folder.js';
import type { StoredSegment } from '../snapshots/segment.store.js';
import { Scorer, type DirectKind, type SetRequest } from './scorer.js';
import { keptCallTexts } from './scoring-engine.js';
import type {
  CallSet,
  ScoringAnswers,
  ScoringRequest,
  ThreadMessage,
  ThreadReply,
} from './scoring-request.js';

/** Segments kept in memory: two generations of an open one and those of nine clusters. */
const keptSegments = 24;

interface Waiting {
  readonly resolve: (answer: ScoringAnswers[keyof ScoringAnswers]) => void;
  readonly reject: (error: unknown) => void;
}

interface Lane {
  readonly worker: Worker;
  readonly sent: Set<string>;
  /** keys of the sets of calls it holds, the oldest first */
  readonly calls: string[];
  readonly waiting: Map<number, Waiting>;
}

/** Scores in worker threads; a request goes to the thread with the least to do. A thread that dies is replaced. */
export class ThreadScorer extends Scorer {
  readonly width: number;
  readonly #folder: SegmentFolder;
  readonly #lanes: (Lane | null)[];
  readonly #bytes = new Map<string, Promise<SharedArrayBuffer>>();
  #next = 1;
  #closed = false;

  constructor(folder: SegmentFolder, width: number) {
    super();
    this.#folder = folder;
    this.width = width;
    this.#lanes = Array.from({ length: width }, () => null);
  }

  async answer<Kind extends DirectKind>(
    request: Extract<ScoringRequest, { kind: Kind }>,
    segments: readonly StoredSegment[],
  ): Promise<ScoringAnswers[Kind]> {
    return this.#ask(await this.#laneWith(segments), request) as Promise<ScoringAnswers[Kind]>;
  }

  /** A thread that holds the set already is asked again: preparing it takes seconds, and much memory. */
  async answerFor<Request extends SetRequest>(
    calls: CallSet,
    request: Request,
    segments: readonly StoredSegment[],
  ): Promise<ScoringAnswers[Request['kind']]> {
    const lane = await this.#laneWith(segments, calls.key);
    if (!lane.calls.includes(calls.key)) {
      post(lane, { type: 'calls', calls });
      lane.calls.push(calls.key);
      if (lane.calls.length > keptCallTexts) lane.calls.shift();
    }
    return this.#ask(lane, request) as Promise<ScoringAnswers[Request['kind']]>;
  }

  async #laneWith(segments: readonly StoredSegment[], callsKey?: string): Promise<Lane> {
    const bytes = await Promise.all(segments.map((segment) => this.#read(segment)));
    if (this.#closed) throw scorerStopped();
    const holding = this.#lanes.find((lane) => callsKey !== undefined && lane?.calls.includes(callsKey));
    const lane = holding ?? this.#leastBusy();
    segments.forEach((segment, place) => this.#send(lane, segment, bytes[place]));
    return lane;
  }

  #ask(lane: Lane, request: ScoringRequest): Promise<ScoringAnswers[keyof ScoringAnswers]> {
    const id = this.#next++;
    return new Promise((resolve, reject) => {
      lane.waiting.set(id, { resolve, reject });
      lane.worker.ref();
      post(lane, { type: 'request', id, request });
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all(this.#lanes.flatMap((lane) => (lane ? [lane.worker.terminate()] : [])));
  }

  #read(segment: StoredSegment): Promise<SharedArrayBuffer> {
    const known = this.#bytes.get(segment.id);
    if (known) return known;
    const reading = this.#folder.read(segment.fileName, segment.sha256);
    reading.catch(() => this.#bytes.delete(segment.id));
    this.#bytes.set(segment.id, reading);
    this.#forgetOldest();
    return reading;
  }

  #forgetOldest(): void {
    if (this.#bytes.size <= keptSegments) return;
    for (const id of this.#bytes.keys()) {
      if (this.#bytes.size <= keptSegments / 2) break;
      this.#bytes.delete(id);
    }
    const ids = [...this.#bytes.keys()];
    for (const lane of this.#lanes) {
      if (!lane) continue;
      post(lane, { type: 'keep-only', ids });
      for (const id of lane.sent) if (!this.#bytes.has(id)) lane.sent.delete(id);
    }
  }

  #send(lane: Lane, segment: StoredSegment, bytes: SharedArrayBuffer | undefined): void {
    if (!bytes || lane.sent.has(segment.id)) return;
    lane.sent.add(segment.id);
    post(lane, { type: 'part', id: segment.id, audience: segment.audience, bytes });
  }

  #leastBusy(): Lane {
    const load = (place: number): number => this.#lanes[place]?.waiting.size ?? 0;
    const place = this.#lanes
      .map((_, index) => index)
      .reduce((best, index) => (load(index) < load(best) ? index : best), 0);
    const lane = this.#lanes[place] ?? this.#open(place);
    this.#lanes[place] = lane;
    return lane;
  }

  #open(place: number): Lane {
    const worker = new Worker(new URL('./scoring-thread.js', import.meta.url));
    const lane: Lane = { worker, sent: new Set(), calls: [], waiting: new Map() };
    worker.unref();
    worker.on('message', (reply: ThreadReply) => settle(lane, reply));
    const lost = (cause?: unknown): void => {
      if (this.#lanes[place] === lane) this.#lanes[place] = null;
      for (const { reject } of lane.waiting.values()) reject(scorerStopped(cause));
      lane.waiting.clear();
    };
    worker.on('error', lost);
    worker.on('exit', () => lost());
    return lane;
  }
}

function post(lane: Lane, message: ThreadMessage): void {
  lane.worker.postMessage(message);
}

function settle(lane: Lane, reply: ThreadReply): void {
  const waiting = lane.waiting.get(reply.id);
  lane.waiting.delete(reply.id);
  if (lane.waiting.size === 0) lane.worker.unref();
  if (!waiting) return;
  if ('answer' in reply) waiting.resolve(reply.answer);
  else waiting.reject(toError(reply.problem));
}

/** The core's own errors are about what was asked; anything else is our fault. */
function toError({ code, message }: { readonly code: string | null; readonly message: string }): AppError {
  return code === null
    ? new AppError('matching.scoring-failed', 'internal', message)
    : new AppError(code, 'invalid', message);
}
