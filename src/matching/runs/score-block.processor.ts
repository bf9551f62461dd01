import { Injectable } from '@nestjs/common';

import { OpportunityReadModel } from '../../opportunities/index.js';
import { CorpusReadModel } from '../../organisations/index.js';
import { systemScope } from '../../platform/database/scope.js';
import { UnitOfWork, type Unit } from '../../platform/database/unit-of-work.js';
import { JobRegistry, type Effect, type SettledRun } from '../../platform/queue/index.js';
import type { OpportunityText } from '../../ranking/index.js';
import { ConceptTagger, toOpportunityText } from '../opportunity-text.js';
import { Scorer } from '../scoring/scorer.js';
import { clusterAudience, openAudience } from '../snapshots/audience.js';
import { snapshotOf, type Snapshot } from '../snapshots/current-snapshot.js';
import { SegmentStore } from '../snapshots/segment.store.js';
import { MatchListStore } from './match-list.store.js';
import { pivot } from './pivot.js';
import { scoreBlocks, type ScoreBlock } from './score-block.job.js';
import { ScoreRunStore, type ScoreRun } from './score-run.store.js';

/** Organisations stored for each opportunity. */
const storedPlaces = 300;

/** Opportunities stored for each member of a cluster. */
const storedOpportunities = 100;

/** Finished runs whose lists are kept beside the current one. */
const keptRuns = 3;

interface Block {
  readonly run: ScoreRun;
  readonly calls: readonly OpportunityText[];
  readonly snapshot: Snapshot;
  /** of the cluster; empty for the open audience */
  readonly members: readonly string[];
}

/** Scores one block for one audience, and publishes the run when all blocks are done. */
@Injectable()
export class ScoreBlockProcessor {
  constructor(
    registry: JobRegistry,
    private readonly unitOfWork: UnitOfWork,
    private readonly opportunities: OpportunityReadModel,
    private readonly corpus: CorpusReadModel,
    private readonly segments: SegmentStore,
    private readonly runs: ScoreRunStore,
    private readonly lists: MatchListStore,
    private readonly scorer: Scorer,
    private readonly tagger: ConceptTagger,
  ) {
    registry.handleUnits(scoreBlocks, {
      handle: (payload) => this.#score(payload),
      settled: (unit, run) => this.#publish(unit, run),
    });
  }

  async #score(payload: ScoreBlock): Promise<Effect> {
    const block = await this.#read(payload);
    return payload.clusterId === null ? this.#scoreOpen(block) : this.#scoreMembers(payload.clusterId, block);
  }

  #read({ runId, clusterId, from, to }: ScoreBlock): Promise<Block> {
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

  async #scoreOpen({ run, calls, snapshot }: Block): Promise<Effect> {
    const lists = await this.scorer.answer(
      {
        kind: 'block',
        corpus: snapshot.corpus,
        calls,
        prepare: { asOf: run.asOf },
        limit: storedPlaces,
        among: null,
      },
      snapshot.segments,
    );
    return (unit) => this.lists.save(unit, run.id, openAudience, lists);
  }

  /** A cluster has few members and there are many calls, so each member ranks the calls; the lists are the turn of it. */
  async #scoreMembers(clusterId: string, { run, calls, snapshot, members }: Block): Promise<Effect> {
    const rankings = await this.scorer.answerFor(
      { key: run.id, texts: calls },
      {
        kind: 'calls',
        corpus: snapshot.corpus,
        callsKey: run.id,
        prepare: { asOf: run.asOf },
        organisations: members,
        limit: calls.length,
        explain: 0,
      },
      snapshot.segments,
    );
    const audience = clusterAudience(clusterId);
    const { byOpportunity, byMember } = pivot(members, rankings, {
      perOpportunity: storedPlaces,
      perMember: storedOpportunities,
    });
    return async (unit) => {
      await this.lists.save(unit, run.id, audience, byOpportunity);
      await this.lists.saveForMembers(unit, run.id, audience, byMember);
    };
  }

  async #publish(unit: Unit, { id, parked }: SettledRun): Promise<void> {
    const run = await this.runs.find(unit, id);
    await this.runs.settle(unit, id, parked === 0 ? null : `${parked} of ${run.blocks} blocks were given up`);
    await this.runs.forgetOld(unit, keptRuns);
  }
}
