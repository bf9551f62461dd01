import { Injectable } from '@nestjs/common';

import type { Unit } from '../platform/database/unit-of-work.js';
import { newId } from '../platform/ids/uuid.js';
import { SourceStore, type SourceName, type Validator } from '../sources/index.js';
import { ImportRunStore, type ImportRow, type ImportRun, type ImportSource } from './import-run.store.js';

/** Kinds of import that renew a source of open data. */
export type OpenDataKind = Exclude<ImportSource, 'members'>;

const sourceOf: Readonly<Record<OpenDataKind, SourceName>> = {
  cordis: 'cordis',
  portal: 'portal',
  'partner-search': 'partner-search',
  topics: 'work-programme',
  pilots: 'pilots',
};

/** An import of open data that went well, in the transaction that takes its rows in. */
export interface AppliedImport extends Pick<ImportRun, 'id' | 'fileName' | 'sha256' | 'counts' | 'notes'> {
  readonly source: OpenDataKind;
  readonly rows: readonly Omit<ImportRow, 'id'>[];
  /** the moment the data show; null: they do not say */
  readonly dataAt: Date | null;
  /** by what to ask whether it changed; null: it did not come from the source itself */
  readonly validator?: Validator | null;
}

/** Writes down imports of open data: the run, and how old its source is from then on. */
@Injectable()
export class OpenDataRuns {
  constructor(
    private readonly runs: ImportRunStore,
    private readonly sources: SourceStore,
  ) {}

  async applied(unit: Unit, run: AppliedImport): Promise<void> {
    const { id, source, fileName, sha256, counts, notes, rows, dataAt, validator = null } = run;
    const what = { id, clusterId: null, source, fileName, sha256, counts, notes };
    await this.runs.create(unit, { ...what, state: 'applied' }, rows);
    const pass = { dataAt, counts, importRunId: id, validator };
    await this.sources.passed(unit, sourceOf[source], { result: 'applied', ...pass });
  }

  /**
   * A pass that failed: what is known of the last good one stays.
   *
   * @param problem one line for people, with what to do
   * @returns how many failed in a row
   */
  async failed(unit: Unit, source: OpenDataKind, problem: string): Promise<number> {
    const what = { id: newId(), clusterId: null, source, fileName: source, sha256: null, counts: {} };
    await this.runs.create(unit, { ...what, state: 'failed', notes: [problem] });
    return this.sources.failed(unit, sourceOf[source], problem);
  }
}
