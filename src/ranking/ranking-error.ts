/** A mistake in what the core was given; the caller turns it into an error for people. `code` is never renamed. */
export class RankingError extends Error {
  constructor(
    readonly code: RankingErrorCode,
    message: string,
  ) {
    super(message);
    this.name = 'RankingError';
  }
}

export type RankingErrorCode =
  | 'ranking.nothing-to-learn'
  | 'ranking.segment-unreadable'
  | 'ranking.repeated-id'
  | 'ranking.unknown-holder'
  | 'ranking.bad-date'
  | 'ranking.too-large';
