import { Injectable } from '@nestjs/common';

import type { Unit } from '../../platform/database/unit-of-work.js';
import { bandOf, defaultModel } from '../../ranking/index.js';
import { MatchListStore } from '../runs/match-list.store.js';
import type { ScoreRun } from '../runs/score-run.store.js';
import { entriesOf } from '../scoring/packed-list.js';
import { openAudience } from '../snapshots/audience.js';
import type { Snapshot } from '../snapshots/current-snapshot.js';
import type { CallsOnDay } from './known-calls.js';
import { ShownRun, type Day } from './shown-run.js';
import type { SuggestionFigure } from './suggestion.js';

/** Every opportunity that scored for an organisation, the best first. */
export interface StoredCallList {
  readonly run: ScoreRun;
  readonly entries: readonly {
    readonly id: string;
    readonly score: number;
    readonly fit: SuggestionFigure;
    readonly trackRecord: SuggestionFigure;
  }[];
}

export interface StoredCallsQuestion {
  readonly organisation: string;
  readonly calls: CallsOnDay;
  readonly day: Day;
}

/** What the run that is shown has stored for an organisation: there is a list for each member of a cluster in scope. */
@Injectable()
export class StoredCalls {
  constructor(
    private readonly shown: ShownRun,
    private readonly lists: MatchListStore,
  ) {}

  /** @returns null where a live ranking is called for */
  async find(
    unit: Unit,
    snapshot: Snapshot,
    { organisation, calls, day }: StoredCallsQuestion,
  ): Promise<StoredCallList | null> {
    const run = await this.shown.standingFor(unit, snapshot, day);
    if (run?.callsFingerprint !== calls.fingerprint) return null;
    const lists = await this.lists.find(unit, 'organisation', run.id, organisation);
    const list = lists.find(({ audience }) => audience !== openAudience);
    if (!list) return null;
    const entries = entriesOf(list).flatMap(({ id, score, fit, trackRecord, band }) => {
      const track = bandOf(trackRecord, defaultModel.bands.track);
      if (band === null) return [];
      return [{ id, score, fit: { score: fit, band }, trackRecord: { score: trackRecord, band: track } }];
    });
    if (entries.length < list.entries.length) return null;
    return { run, entries };
  }
}
