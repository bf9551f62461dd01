import type { Boilerplate, Glossary } from '../../ranking/index.js';
import { callsAudience } from '../snapshots/audience.js';
import type { SegmentFolder } from '../snapshots/segment-folder.js';
import type { StoredSegment } from '../snapshots/segment.store.js';
import { Scorer, type DirectKind } from './scorer.js';
import { ScoringEngine } from './scoring-engine.js';
import type { CallSet, CallsRequest, ScoringAnswers, ScoringRequest } from './scoring-request.js';

/** Scores on the thread it is called from: for tests of what surrounds it, which run without a build. */
export class InlineScorer extends Scorer {
  readonly width = 1;
  readonly #engine: ScoringEngine;
  readonly #folder: SegmentFolder;
  readonly #loaded = new Set<string>();

  constructor(folder: SegmentFolder, glossary: Glossary | null) {
    super();
    this.#engine = new ScoringEngine(glossary);
    this.#folder = folder;
  }

  async answer<Kind extends DirectKind>(
    request: Extract<ScoringRequest, { kind: Kind }>,
    segments: readonly StoredSegment[],
  ): Promise<ScoringAnswers[Kind]> {
    await this.#load(segments);
    return this.#engine.answer(request);
  }

  async answerFor(
    calls: CallSet,
    request: CallsRequest,
    segments: readonly StoredSegment[],
  ): Promise<ScoringAnswers['calls']> {
    await this.#load(segments);
    this.#engine.loadCalls(calls.key, calls.texts);
    return this.#engine.answer(request);
  }

  async #load(segments: readonly StoredSegment[]): Promise<void> {
    for (const segment of segments) {
      if (this.#loaded.has(segment.id)) continue;
      const bytes = await this.#folder.read(segment.fileName, segment.sha256);
      if (segment.audience === callsAudience) {
        const json = Buffer.from(bytes.slice(0)).toString('utf8');
        this.#engine.loadBoilerplate(segment.id, JSON.parse(json) as Boilerplate);
      } else {
        this.#engine.loadSegment(segment.id, bytes);
      }
      this.#loaded.add(segment.id);
    }
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
