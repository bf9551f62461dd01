import type { StoredSegment } from '../snapshots/segment.store.js';
import type {
  CallSet,
  CallsRequest,
  MembersRequest,
  ScoringAnswers,
  ScoringRequest,
} from './scoring-request.js';

/** Requests over a set of calls that they name by its key. */
export type SetRequest = CallsRequest | MembersRequest;

/** Requests that carry all they ask about. */
export type DirectKind = Exclude<ScoringRequest['kind'], SetRequest['kind']>;

/**
 * Scores, off the thread that serves requests. What it is asked names segments by id; `segments` says where they are,
 * and each is read once per process, into memory that all threads share.
 */
export abstract class Scorer {
  abstract answer<Kind extends DirectKind>(
    request: Extract<ScoringRequest, { kind: Kind }>,
    segments: readonly StoredSegment[],
  ): Promise<ScoringAnswers[Kind]>;

  /** `answer` for requests that name a set of calls by its key. */
  abstract answerFor<Request extends SetRequest>(
    calls: CallSet,
    request: Request,
    segments: readonly StoredSegment[],
  ): Promise<ScoringAnswers[Request['kind']]>;

  /** How many requests are worked on side by side. */
  abstract readonly width: number;

  abstract close(): Promise<void>;
}
