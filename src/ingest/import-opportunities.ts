import { basename } from 'node:path';

import { Injectable, Logger } from '@nestjs/common';

import {
  type OpportunityRecord,
  OpportunityStore,
  type SavedOpportunities,
  UnlistedCalls,
} from '../opportunities/index.js';
import { Clock } from '../platform/clock/clock.js';
import { systemScope } from '../platform/database/scope.js';
import { type Unit, UnitOfWork } from '../platform/database/unit-of-work.js';
import { newId } from '../platform/ids/uuid.js';
import { SourceStore } from '../sources/index.js';
import { Taxonomy } from '../taxonomy/index.js';
import { counted, type ImportOptions, type ImportOutcome } from './import-outcome.js';
import { ImportProblems } from './import-problems.js';
import { OpenDataRuns, type OpenDataKind } from './open-data-runs.js';
import { readPilots } from './pilots/read-pilots.js';
import { portalSource } from './portal/read-portal.js';
import { type SourceFile, sourceFiles } from './reading/source-file.js';
import type { SourceRow } from './reading/source-problem.js';
import { readTopics } from './topics/read-topics.js';

/** A source opened: what it says, and what was seen on the way. */
interface Opened {
  readonly source: Exclude<OpenDataKind, 'cordis'>;
  readonly path: string;
  readonly notes: readonly string[];
  /** it saw all that the source lists, by our own question */
  readonly complete?: boolean;
  readonly rows: AsyncIterable<SourceRow<OpportunityRecord>>;
}

const timeoutMs = 120_000;
/** Opportunities held at once; with their texts about a megabyte. */
const chunkSize = 100;

/**
 * Takes calls, pilots and windows in, each file in one transaction; what it says is merged with what other sources say.
 *
 * The same again changes nothing, an older observation never replaces a newer one of the same source, and what is not
 * in a file stays as it is: a pass that missed a call does not close it.
 */
@Injectable()
export class ImportOpportunities {
  readonly #logger = new Logger('sources');

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly taxonomy: Taxonomy,
    private readonly runs: OpenDataRuns,
    private readonly opportunities: OpportunityStore,
    private readonly unlisted: UnlistedCalls,
    private readonly sources: SourceStore,
  ) {}

  /**
   * Recorded answers of the portal's search API: pages, or lists of records.
   *
   * @throws {AppError} what `portalSource` throws; `ingest.rows-refused` in strict mode; nothing is changed then
   */
  async portal(path: string, options: ImportOptions = {}): Promise<ImportOutcome> {
    return this.portalFiles(path, await sourceFiles(path), options);
  }

  /**
   * The same from files already at hand; `path` is what to call them.
   *
   * @param options.asked we asked for all that is open or forthcoming: what two complete passes miss is gone
   */
  async portalFiles(
    path: string,
    files: readonly SourceFile[],
    options: ImportOptions & { readonly asked?: boolean } = {},
  ): Promise<ImportOutcome> {
    const { pass, opportunities } = await portalSource(path, files, {
      taxonomy: this.taxonomy,
      seenAt: this.clock.now(),
    });
    const notes = [
      `${pass.records} records of ${pass.distinct} calls in ${pass.files.length} files; ${pass.leftOut} are no calls`,
      pass.complete
        ? 'every call the portal counted was seen'
        : 'not every call the portal has was seen; none is closed for that',
    ];
    return this.#take(
      {
        source: 'portal',
        path,
        notes,
        complete: pass.complete && options.asked === true,
        rows: opportunities(),
      },
      options,
    );
  }

  /**
   * Topics of a work programme: `.csv` or `.jsonl`.
   *
   * @throws {AppError} what `readTopics` throws; `ingest.rows-refused` in strict mode; nothing is changed then
   */
  async topics(path: string, options: ImportOptions = {}): Promise<ImportOutcome> {
    const rows = readTopics(path, { taxonomy: this.taxonomy, observedAt: this.clock.now() });
    return this.#take({ source: 'topics', path, notes: [], rows }, options);
  }

  /**
   * Pilots, demo-cases, windows and cascade calls in YAML; a file with a mistake is refused whole.
   *
   * @throws {AppError} what `readPilots` throws
   */
  async pilots(path: string, options: ImportOptions = {}): Promise<ImportOutcome> {
    const records = await readPilots(path, this.taxonomy);
    return this.#take({ source: 'pilots', path, notes: [], rows: asRows(records, basename(path)) }, options);
  }

  async #take(opened: Opened, options: ImportOptions): Promise<ImportOutcome> {
    const problems = new ImportProblems();
    const newest = new NewestObservation();
    const runId = newId();
    return this.unitOfWork.run(
      systemScope(),
      async (unit) => {
        const rows = counted(opened.rows, 'opportunities', options.onProgress);
        const saved = await this.#save(unit, runId, newest.of(taken(rows, problems)));
        if (options.strict === true) problems.refuseAny();
        const gone = opened.complete === true ? await this.#withdraw(unit, newest.at, runId) : {};
        const outcome = {
          counts: { ...saved, ...gone, refused: problems.refused, noted: problems.noted },
          notes: opened.notes,
        };
        await this.runs.applied(unit, {
          id: runId,
          source: opened.source,
          fileName: basename(opened.path),
          sha256: null,
          ...outcome,
          rows: problems.rows(),
          dataAt: newest.at,
        });
        return { runId, ...outcome, problems: problems.kept };
      },
      { statementTimeoutMs: timeoutMs },
    );
  }

  /** What is listed no more: missing in this pass and in the complete one before. */
  async #withdraw(unit: Unit, seenAt: Date | null, runId: string): Promise<Record<string, number>> {
    if (seenAt === null) return {};
    const { at, before } = await this.sources.complete(unit, 'portal', seenAt);
    if (before === null || at?.getTime() !== seenAt.getTime()) return {};
    const { withdrawn, doubtful } = await this.unlisted.withdraw(unit, { at, before }, runId);
    if (doubtful === 0) return { withdrawn };
    this.#logger.error(`sources.too-many-unlisted ${JSON.stringify({ source: 'portal', doubtful })}`);
    return { withdrawn, doubtful };
  }

  async #save(
    unit: Unit,
    runId: string,
    records: AsyncIterable<OpportunityRecord>,
  ): Promise<SavedOpportunities> {
    const total: Record<keyof SavedOpportunities, number> = { new: 0, changed: 0, same: 0, older: 0 };
    const flush = async (some: readonly OpportunityRecord[]): Promise<void> => {
      const saved = await this.opportunities.save(unit, some, runId);
      for (const verdict of ['new', 'changed', 'same', 'older'] as const) total[verdict] += saved[verdict];
    };
    let some: OpportunityRecord[] = [];
    for await (const record of records) {
      some.push(record);
      if (some.length < chunkSize) continue;
      await flush(some);
      some = [];
    }
    if (some.length > 0) await flush(some);
    return total;
  }
}

async function* taken(
  rows: AsyncIterable<SourceRow<OpportunityRecord>>,
  problems: ImportProblems,
): AsyncGenerator<OpportunityRecord> {
  for await (const row of rows) {
    const record = problems.take(row);
    if (record !== null) yield record;
  }
}

async function* asRows(
  records: readonly OpportunityRecord[],
  file: string,
): AsyncGenerator<SourceRow<OpportunityRecord>> {
  for (const [at, value] of records.entries()) {
    yield await Promise.resolve({ place: { file, row: at + 1 }, value, problems: [] });
  }
}

/** Remembers the newest moment among the records that pass by. */
class NewestObservation {
  at: Date | null = null;

  async *of(records: AsyncIterable<OpportunityRecord>): AsyncGenerator<OpportunityRecord> {
    for await (const record of records) {
      const at = new Date(record.observedAt);
      if (this.at === null || this.at < at) this.at = at;
      yield record;
    }
  }
}
