import type { ImportOutcome, ImportProgress } from '../import-outcome.js';
import type { FetchProgress } from './cordis-export.js';

/** What a pass is told to say while it runs. */
export interface SyncListener {
  /** pages, or calls asked about; `of` is null before the first */
  readonly onPage?: (done: number, of: number | null) => void;
  readonly onBytes?: (progress: FetchProgress) => void;
  readonly onRows?: (progress: ImportProgress) => void;
}

/** null: what we hold is the newest there is, nothing was done. */
export type SyncOutcome = ImportOutcome | null;
