/** What is common and what is rare in the open evidence: every segment and every call is weighed by the same. */
export interface TermStatistics {
  readonly documentCount: number;
  /** mean number of words of titles, keywords and bodies */
  readonly averageLengths: readonly [title: number, keywords: number, body: number];
  /** in how many documents a stemmed term occurs; 0 for an unknown one */
  documentFrequency(term: string): number;
}
