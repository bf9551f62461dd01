import { Injectable } from '@nestjs/common';

import type { Unit } from '../../platform/database/unit-of-work.js';
import { MatchListStore } from '../runs/match-list.store.js';
import type { ScoreRun } from '../runs/score-run.store.js';
import type { StoredLists } from '../scoring/stored-ranking.js';
import { openAudience } from '../snapshots/audience.js';
import type { Snapshot } from '../snapshots/current-snapshot.js';
import { ShownRun, type Day } from './shown-run.js';

/** Places served from a stored list; what lies deeper is ranked live. */
const servedPlaces = 200;

/** What the run that is shown has stored for an opportunity. */
@Injectable()
export class StoredPartners {
  constructor(
    private readonly shown: ShownRun,
    private readonly lists: MatchListStore,
  ) {}

  /** @returns null where a live ranking is called for */
  async find(
    unit: Unit,
    snapshot: Snapshot,
    opportunityId: string,
    { limit, exclude, fair, ...day }: Day & Pick<StoredLists, 'limit' | 'exclude' | 'fair'>,
  ): Promise<{ run: ScoreRun; lists: StoredLists } | null> {
    if (limit > servedPlaces) return null;
    const run = await this.shown.standingFor(unit, snapshot, day);
    if (!run) return null;
    const lists = await this.lists.find(unit, 'opportunity', run.id, opportunityId);
    const open = lists.find(({ audience }) => audience === openAudience);
    const own = lists.find(({ audience }) => audience !== openAudience) ?? null;
    return open ? { run, lists: { open, own, exclude, fair, limit } } : null;
  }
}
