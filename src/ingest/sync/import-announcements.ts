import { Injectable } from '@nestjs/common';

import {
  type OpportunityId,
  type PartnerSearch,
  PartnerSearchStore,
  type SearchableCall,
} from '../../opportunities/index.js';
import { systemScope } from '../../platform/database/scope.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { newId } from '../../platform/ids/uuid.js';
import type { ImportOutcome } from '../import-outcome.js';
import { OpenDataRuns } from '../open-data-runs.js';
import type { FoundAnnouncements } from './fetch-announcements.js';

/** Takes in who looks for partners for which call, in one transaction. */
@Injectable()
export class ImportAnnouncements {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly runs: OpenDataRuns,
    private readonly searches: PartnerSearchStore,
  ) {}

  /** Calls to ask about: those of the portal that are open or forthcoming and allow partner searches. */
  calls(now: Date): Promise<SearchableCall[]> {
    return this.unitOfWork.run(systemScope(), (unit) => this.searches.searchable(unit, now));
  }

  async run(
    calls: readonly SearchableCall[],
    found: FoundAnnouncements,
    seenAt: Date,
  ): Promise<ImportOutcome> {
    const searches = new Map<OpportunityId, PartnerSearch>();
    for (const { id, identifier } of calls) {
      const search = found.byCall.get(identifier.toLowerCase());
      if (search) searches.set(id, { ...search, seenAt: seenAt.toISOString() });
    }
    const all = [...searches.values()];
    const runId = newId();
    return this.unitOfWork.run(systemScope(), async (unit) => {
      const changed = await this.searches.save(unit, searches);
      const counts = {
        calls: calls.length,
        callsWithSearches: all.filter(({ announcements }) => announcements > 0).length,
        announcements: all.reduce((sum, { announcements }) => sum + announcements, 0),
        organisations: new Set(all.flatMap(({ pics }) => pics)).size,
        changed,
        leftOut: found.leftOut,
      };
      const notes = ['counts and organisations alone; what no organisation stands behind was left out'];
      const run = {
        id: runId,
        source: 'partner-search',
        fileName: 'partner-search',
        sha256: null,
        rows: [],
      } as const;
      await this.runs.applied(unit, { ...run, counts, notes, dataAt: seenAt });
      return { runId, counts, notes, problems: [] };
    });
  }
}
