import type { SegmentFolder } from '../snapshots/segment-folder.js';
import type { StoredSegment } from '../snapshots/segment.store.js';
import { Scorer, type DirectKind, type SetRequest } from './scorer.js';
import { ScoringEngine } from './scoring-engine.js';
import type { CallSet, ScoringAnswers, ScoringRequest } from './scoring-request.js';

/** Scores on the thread it is called from: for tests of what surrounds it, which run without a build. */
export class InlineScorer extends Scorer {
  readonly width = 1;
  readonly #engine = new ScoringEngine();
  readonly #folder: SegmentFolder;
  readonly #loaded = new Set<string>();

  constructor(folder: SegmentFolder) {
    super();
    this.#folder = folder;
  }

  async answer<Kind extends DirectKind>(
    request: Extract<ScoringRequest, { kind: Kind }>,
    segments: readonly StoredSegment[],
  ): Promise<ScoringAnswers[Kind]> {
    await this.#load(segments);
    return this.#engine.answer(request);
  }

  async answerFor<Request extends SetRequest>(
    calls: CallSet,
    request: Request,
    segments: readonly StoredSegment[],
  ): Promise<ScoringAnswers[Request['kind']]> {
    await this.#load(segments);
    this.#engine.loadCalls(calls.key, calls.texts);
    return this.#engine.answer<SetRequest['kind']>(request) as ScoringAnswers[Request['kind']];
  }

  async #load(segments: readonly StoredSegment[]): Promise<void> {
    for (const { id, audience, fileName, sha256 } of segments) {
      if (this.#loaded.has(id)) continue;
      this.#engine.load(id, audience, await this.#folder.read(fileName, sha256));
      this.#loaded.add(id);
    }
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
