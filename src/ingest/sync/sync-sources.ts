import { Injectable } from '@nestjs/common';

import { Clock } from '../../platform/clock/clock.js';
import { systemScope } from '../../platform/database/scope.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { AppError } from '../../platform/errors/app-error.js';
import { SourceStore, type Validator } from '../../sources/index.js';
import { ImportCordis } from '../cordis/import-cordis.js';
import { ImportOpportunities } from '../import-opportunities.js';
import type { ImportOutcome, ImportProgress } from '../import-outcome.js';
import type { CordisAnswer, FetchProgress } from './cordis-export.js';
import { fetchPortal } from './fetch-portal.js';
import { SourceConnectors } from './source-connectors.js';
import { SourcePass } from './source-pass.js';

/** What a pass is told to say while it runs. */
export interface SyncListener {
  /** `pages` is null before the first */
  readonly onPage?: (page: number, pages: number | null) => void;
  readonly onBytes?: (progress: FetchProgress) => void;
  readonly onRows?: (progress: ImportProgress) => void;
}

/** null: what we hold is the newest there is, nothing was done. */
export type SyncOutcome = ImportOutcome | null;

/**
 * Renews open data from where they are published: fetches all of it first, then takes it in in one transaction. A pass
 * that fails on the way leaves everything as it is.
 */
@Injectable()
export class SyncSources {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly connectors: SourceConnectors,
    private readonly pass: SourcePass,
    private readonly sources: SourceStore,
    private readonly opportunities: ImportOpportunities,
    private readonly cordisImport: ImportCordis,
  ) {}

  /**
   * Open and forthcoming calls of the portal.
   *
   * @throws {AppError} `sources.pass-under-way`, `config.no-contact`, those of `fetchPortal` and of the import
   */
  async portal({ onPage, onRows }: SyncListener = {}): Promise<ImportOutcome> {
    const portal = this.connectors.portal();
    try {
      return await this.pass.run('portal', async () => {
        const startedAt = this.clock.now();
        const files = await fetchPortal(portal, { startedAt, ...(onPage ? { onPage } : {}) });
        return this.opportunities.portalFiles('portal', files, {
          asked: true,
          ...(onRows ? { onProgress: onRows } : {}),
        });
      });
    } finally {
      portal.close();
    }
  }

  /**
   * The export of funded projects, where CORDIS has a newer one than we hold.
   *
   * @throws {AppError} `sources.pass-under-way`, those of `CordisExport.fetch` and of the import
   */
  async cordis({ onBytes, onRows }: SyncListener = {}): Promise<SyncOutcome> {
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
    const pass = { result: 'unchanged', dataAt: null, ...(validator === null ? {} : { validator }) } as const;
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
      const outcome = await this.cordisImport.run(answer.path, options, answer);
      await answer.discard();
      return outcome;
    } catch (error) {
      if (error instanceof AppError && error.kind === 'invalid') await answer.discard();
      throw error;
    }
  }
}
