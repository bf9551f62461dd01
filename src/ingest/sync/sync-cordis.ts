import { Injectable } from '@nestjs/common';

import { systemScope } from '../../platform/database/scope.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { AppError } from '../../platform/errors/app-error.js';
import { SourceStore, type Validator } from '../../sources/index.js';
import { ImportCordis } from '../cordis/import-cordis.js';
import type { ImportOutcome } from '../import-outcome.js';
import type { CordisAnswer } from './cordis-export.js';
import { SourceConnectors } from './source-connectors.js';
import { SourcePass } from './source-pass.js';
import type { SyncListener, SyncOutcome } from './sync-listener.js';

/** Renews funded projects from the export that CORDIS publishes, where it is newer than what we hold. */
@Injectable()
export class SyncCordis {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly connectors: SourceConnectors,
    private readonly pass: SourcePass,
    private readonly sources: SourceStore,
    private readonly imports: ImportCordis,
  ) {}

  /** @throws {AppError} `sources.pass-under-way`, those of `CordisExport.fetch` and of the import */
  async projects({ onBytes, onRows }: SyncListener): Promise<SyncOutcome> {
    const connector = this.connectors.cordis();
    try {
      return await this.pass.run('cordis', async () => {
        const known = await this.unitOfWork.run(systemScope(), (unit) =>
          this.sources.validator(unit, 'cordis'),
        );
        const answer = await connector.fetch(known, onBytes);
        return answer.state === 'fetched' ? this.#takeIn(answer, onRows) : this.#unchanged(answer.validator);
      });
    } finally {
      connector.close();
    }
  }

  async #unchanged(validator: Validator | null): Promise<null> {
    const pass = {
      result: 'unchanged',
      dataAt: null,
      ...(validator === null ? {} : { validator }),
    } as const;
    await this.unitOfWork.run(systemScope(), (unit) => this.sources.passed(unit, 'cordis', pass));
    return null;
  }

  /** What cannot be used is thrown away; after another failure it waits for the next try. */
  async #takeIn(
    answer: Extract<CordisAnswer, { state: 'fetched' }>,
    onRows: SyncListener['onRows'],
  ): Promise<ImportOutcome> {
    try {
      const options = onRows ? { onProgress: onRows } : {};
      const outcome = await this.imports.run(answer.path, options, answer);
      await answer.discard();
      return outcome;
    } catch (error) {
      if (error instanceof AppError && error.kind === 'invalid') await answer.discard();
      throw error;
    }
  }
}
