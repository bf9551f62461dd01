import { Injectable } from '@nestjs/common';

import { SyncCordis } from './sync-cordis.js';
import type { SyncListener, SyncOutcome } from './sync-listener.js';
import { SyncPortal } from './sync-portal.js';
import type { SyncedSource } from './synced-source.js';

/**
 * Renews open data from where they are published. A pass that fails on the way leaves everything as it is, and is
 * written down.
 */
@Injectable()
export class SyncSources {
  constructor(
    private readonly portal: SyncPortal,
    private readonly cordis: SyncCordis,
  ) {}

  /** @throws {AppError} what the pass of the source throws; see `SyncPortal`, `SyncCordis` */
  run(source: SyncedSource, listener: SyncListener = {}): Promise<SyncOutcome> {
    switch (source) {
      case 'portal':
        return this.portal.calls(listener);
      case 'partner-search':
        return this.portal.partnerSearches(listener);
      case 'cordis':
        return this.cordis.projects(listener);
    }
  }
}
