import { Injectable } from '@nestjs/common';

import { Clock } from '../../platform/clock/clock.js';
import { ImportOpportunities } from '../import-opportunities.js';
import type { ImportOutcome } from '../import-outcome.js';
import { fetchAnnouncements } from './fetch-announcements.js';
import { fetchPortal } from './fetch-portal.js';
import { ImportAnnouncements } from './import-announcements.js';
import { SourceConnectors } from './source-connectors.js';
import { SourcePass } from './source-pass.js';
import type { SyncListener } from './sync-listener.js';

/** Renews what comes from the portal: everything is fetched first, then taken in in one transaction. */
@Injectable()
export class SyncPortal {
  constructor(
    private readonly clock: Clock,
    private readonly connectors: SourceConnectors,
    private readonly pass: SourcePass,
    private readonly opportunities: ImportOpportunities,
    private readonly announcements: ImportAnnouncements,
  ) {}

  /**
   * Open and forthcoming calls.
   *
   * @throws {AppError} `sources.pass-under-way`, `config.no-contact`, those of `fetchPortal` and of the import
   */
  async calls({ onPage, onRows }: SyncListener): Promise<ImportOutcome> {
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
   * Who looks for partners for those calls: counts and organisations, never persons.
   *
   * @throws {AppError} `sources.pass-under-way`, `config.no-contact`, those of `fetchAnnouncements`
   */
  async partnerSearches({ onPage }: SyncListener): Promise<ImportOutcome> {
    const portal = this.connectors.portal();
    try {
      return await this.pass.run('partner-search', async () => {
        const startedAt = this.clock.now();
        const calls = await this.announcements.calls(startedAt);
        const found = await fetchAnnouncements(portal, calls, onPage);
        return this.announcements.run(calls, found, startedAt);
      });
    } finally {
      portal.close();
    }
  }
}
