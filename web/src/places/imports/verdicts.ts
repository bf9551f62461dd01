/** What a row of a file would do, or did. */
export const verdicts = ['new', 'changed', 'same', 'duplicate', 'suspected', 'refused'] as const;
export type Verdict = (typeof verdicts)[number];

export interface VerdictSearch {
  readonly verdict?: Verdict;
}

/** Takes what an address says, and drops what it does not mean. */
export function toVerdictSearch(search: Readonly<Record<string, unknown>>): VerdictSearch {
  const verdict = verdicts.find((known) => known === search['verdict']);
  return verdict === undefined ? {} : { verdict };
}
