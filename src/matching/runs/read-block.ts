import { Injectable } from '@nestjs/common';

import { OpportunityReadModel } from '../../opportunities/index.js';
import { CorpusReadModel } from '../../organisations/index.js';
import { systemScope } from '../../platform/database/scope.js';
import { UnitOfWork, type Unit } from '../../platform/database/unit-of-work.js';
import type { OpportunityText } from '../../ranking/index.js';
import { ConceptTagger, toOpportunityText } from '../opportunity-text.js';
import { snapshotOf, type Snapshot } from '../snapshots/current-snapshot.js';
import { SegmentStore } from '../snapshots/segment.store.js';
import { ScoreRunStore, type ScoreRun } from './score-run.store.js';

/** Which part of a run: opportunities by their place in its order of ids, for one audience. */
export interface BlockPlace {
  readonly runId: string;
  /** null: the open audience */
  readonly clusterId: string | null;
  readonly from: number;
  /** exclusive */
  readonly to: number;
}

/** What one block of a run is scored from. */
export interface Block {
  readonly run: ScoreRun;
  readonly calls: readonly OpportunityText[];
  readonly snapshot: Snapshot;
  /** of the cluster; empty for the open audience */
  readonly members: readonly string[];
}

/** Reads a block in the scope of its audience alone. */
@Injectable()
export class ReadBlock {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly opportunities: OpportunityReadModel,
    private readonly corpus: CorpusReadModel,
    private readonly segments: SegmentStore,
    private readonly runs: ScoreRunStore,
    private readonly tagger: ConceptTagger,
  ) {}

  read({ runId, clusterId, from, to }: BlockPlace): Promise<Block> {
    return this.unitOfWork.run(systemScope(clusterId === null ? [] : [clusterId]), async (unit) => {
      const run = await this.runs.find(unit, runId);
      const ids = await this.runs.opportunityIds(unit, runId, from, to);
      const cards = await this.opportunities.cards(unit, ids, new Date(run.asOf));
      const calls = ids.flatMap((id) => {
        const card = cards.get(id);
        return card ? [toOpportunityText(card, this.tagger)] : [];
      });
      const snapshot = snapshotOf(await this.segments.byIds(unit, run.segments));
      if (!snapshot) throw new Error(`run ${run.id} has no open segment`);
      return { run, calls, snapshot, members: await this.#members(unit, clusterId) };
    });
  }

  /** In the order that breaks ties, as in the ranking core. */
  async #members(unit: Unit, clusterId: string | null): Promise<string[]> {
    if (clusterId === null) return [];
    const members: { id: string; key: string }[] = [];
    for await (const { id, pic } of this.corpus.organisations(unit, clusterId))
      members.push({ id, key: pic ?? id });
    return members.sort((a, b) => Number(a.key > b.key) - Number(a.key < b.key)).map(({ id }) => id);
  }
}
