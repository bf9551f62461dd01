import type { Segment } from './index/segment.js';
import type { RankingModel } from './model.js';
import type { Boilerplate } from './text/boilerplate.js';
import type { Glossary } from './text/glossary.js';

/**
 * The segments one request may see, merged: an organisation in several of them is one organisation with all that
 * evidence. Opening is cheap (views and small tables); keep one per audience and snapshot.
 */
export interface Corpus {
  readonly segments: readonly Segment[];
  readonly model: RankingModel;
  readonly organisationCount: number;
  /** the id behind an ordinal of a packed list */
  organisationId(ordinal: number): string;
  /** undefined where no segment knows the organisation */
  organisationOrdinal(id: string): number | undefined;
}

export interface CorpusOptions {
  readonly model?: RankingModel;
  readonly boilerplate?: Boilerplate | null;
  readonly glossary?: Glossary | null;
}

/** @param segments the `open` one first: statistics and the scale of scores come from it alone */
export function openCorpus(_segments: readonly Segment[], _options: CorpusOptions = {}): Corpus {
  throw new Error('not built yet');
}
