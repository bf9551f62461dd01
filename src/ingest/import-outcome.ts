import type { SourceProblem } from './reading/source-problem.js';

export interface ImportOptions {
  /** one refused row refuses all: nothing is changed */
  readonly strict?: boolean;
  /** told now and then what has been read so far */
  readonly onProgress?: (progress: ImportProgress) => void;
}

export interface ImportProgress {
  /** `projects`, `participations`, `opportunities`, … */
  readonly step: string;
  readonly rows: number;
}

/** What an import of open data did. */
export interface ImportOutcome {
  readonly runId: string;
  /** what was read and written: `projects`, `projectsWritten`, `refused`, `noted`, … */
  readonly counts: Readonly<Record<string, number>>;
  /** what was seen on the way */
  readonly notes: readonly string[];
  /** the first thousand */
  readonly problems: readonly SourceProblem[];
}

/** How many rows lie between two reports of progress. */
const progressEvery = 5_000;

/** Passes items on, telling now and then how many went by. */
export async function* counted<T>(
  items: AsyncIterable<T>,
  step: string,
  onProgress: ImportOptions['onProgress'],
): AsyncGenerator<T> {
  let rows = 0;
  for await (const item of items) {
    rows += 1;
    if (rows % progressEvery === 0) onProgress?.({ step, rows });
    yield item;
  }
  onProgress?.({ step, rows });
}

/** The items in pieces of at most `size`, in order. */
export function* chunks<T>(items: readonly T[], size: number): Generator<readonly T[]> {
  for (let from = 0; from < items.length; from += size) yield items.slice(from, from + size);
}
