import type { Corpus } from './corpus.js';
import type { PreparedCalls } from './query/prepare-call.js';
import type { PackedRanking } from './ranking.js';

export interface BlockOptions {
  /** 300 by default */
  readonly limit?: number;
  /** only these organisations, such as a cluster's members */
  readonly among?: readonly string[];
}

/** One packed list per call, without reasons; `explain` gives those later, adding up to the packed score. */
export function scoreBlock(
  _corpus: Corpus,
  _calls: PreparedCalls,
  _options: BlockOptions = {},
): PackedRanking[] {
  throw new Error('not built yet');
}
