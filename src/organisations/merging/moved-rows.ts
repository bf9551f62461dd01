/** A row that has another source since it was moved: the file of a cluster has one word on each member. */
export interface MovedSource {
  readonly id: string;
  /** the source it had */
  readonly source: string;
}

/** What a merge moved from one entry to the other. */
export interface MovedRows {
  readonly records: readonly MovedSource[];
  readonly evidence: readonly MovedSource[];
  /** table → ids, of what else a cluster keeps about a member */
  readonly along: Readonly<Record<string, readonly string[]>>;
  /** the membership, where the entry that stays was a member already: the row as it was; else null: it was moved */
  readonly membership: object | null;
  /** whom the entry that stays is kept apart from since: [who said so, of whom] */
  readonly exclusions: readonly (readonly [string, string])[];
}
