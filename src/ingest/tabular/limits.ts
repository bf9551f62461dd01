/** What a file may cost. Sizes in bytes of the file or of what it unpacks to, lengths in UTF-16 units. */
export interface TabularLimits {
  readonly fileBytes: number;
  readonly rows: number;
  /** rows with the blank ones: a sheet of nothing but them takes time too */
  readonly lines: number;
  readonly columns: number;
  readonly cellLength: number;
  /** all cells that hold something, and the length of their texts together: what the parsed table may weigh */
  readonly cells: number;
  readonly textLength: number;
  readonly archiveEntries: number;
  /** all parts of an archive together, as declared and as counted while inflating */
  readonly inflatedBytes: number;
  /** inflated to compressed size of one part; looked at from `ratioFromBytes` on, below it nothing can hurt */
  readonly ratio: number;
  readonly ratioFromBytes: number;
  readonly xmlDepth: number;
  /** the longest stretch of XML between two events: a tag, its attributes, or one text */
  readonly xmlToken: number;
}

export const defaultLimits: TabularLimits = {
  fileBytes: 20 * 1024 * 1024,
  rows: 100_000,
  lines: 1_100_000,
  columns: 200,
  cellLength: 10_000,
  cells: 2_000_000,
  textLength: 40_000_000,
  archiveEntries: 1_000,
  inflatedBytes: 200 * 1024 * 1024,
  ratio: 200,
  ratioFromBytes: 1024 * 1024,
  xmlDepth: 64,
  xmlToken: 1024 * 1024,
};
