/** How far a member came with a call, from the first word to the money; each has been through those before it. */
export const outcomeStages = ['suggested', 'asked', 'accepted', 'agreed', 'submitted', 'funded'] as const;
/** Place of the stage at which somebody said yes. */
export const acceptedStage = outcomeStages.indexOf('accepted');
export type OutcomeStage = (typeof outcomeStages)[number];

/** One member and one call: what outcomes count, each pair once. */
export interface OutcomeChain {
  readonly organisation: string;
  /** id of the call; of a board that starts from an idea, its own */
  readonly call: string;
  /** place in `outcomeStages` of the furthest it came */
  readonly reached: number;
  /** holds the co-ordinator's seat of an agreed consortium */
  readonly leads: boolean;
}

/** How many chains came to each stage or further, in the order of `outcomeStages`. */
export type StageCounts = readonly number[];

export function stageCounts(chains: readonly OutcomeChain[]): StageCounts {
  return outcomeStages.map((_, stage) => chains.filter(({ reached }) => reached >= stage).length);
}

/**
 * The same, of each part. Every chain is in exactly one part, so that the parts add up to the whole at every stage.
 *
 * @returns the largest part first; ties by code
 */
export function partCounts(
  chains: readonly OutcomeChain[],
  partOf: (chain: OutcomeChain) => string,
): { readonly code: string; readonly counts: StageCounts }[] {
  const parts = new Map<string, OutcomeChain[]>();
  for (const chain of chains) {
    const code = partOf(chain);
    const part = parts.get(code);
    if (part) part.push(chain);
    else parts.set(code, [chain]);
  }
  return [...parts]
    .map(([code, part]) => ({ code, counts: stageCounts(part) }))
    .sort((a, b) => (b.counts[0] ?? 0) - (a.counts[0] ?? 0) || Number(a.code > b.code) - 0.5);
}
