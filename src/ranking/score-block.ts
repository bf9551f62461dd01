import type { Corpus } from './corpus.js';
import { admits } from './filters.js';
import type { PreparedCalls } from './query/prepared-calls.js';
import { bestPlaces } from './rank-organisations.js';
import type { PackedRanking } from './ranking.js';
import { settingOf } from './standing.js';

export interface BlockOptions {
  /** 300 by default */
  readonly limit?: number;
  /** only these organisations, such as a cluster's members */
  readonly among?: readonly string[];
}

const defaultLimit = 300;

/** One packed list per call, without reasons; `explain` gives those later, adding up to the packed score. */
export function scoreBlock(
  corpus: Corpus,
  { calls }: PreparedCalls,
  options: BlockOptions = {},
): PackedRanking[] {
  const among = options.among === undefined ? {} : { among: options.among };
  return calls.map((call) => {
    const admitted = admits(corpus, among, call.asOf);
    const places = bestPlaces(settingOf(corpus, call, new Set()), admitted, options.limit ?? defaultLimit);
    const first = places.sorted();
    return {
      opportunity: call.id,
      organisations: Uint32Array.from(first, ({ ordinal }) => ordinal),
      scores: Float32Array.from(first, ({ score }) => score),
      fits: Float32Array.from(first, ({ fit }) => fit),
      trackRecords: Float32Array.from(first, ({ track }) => track),
      total: places.total,
    };
  });
}
