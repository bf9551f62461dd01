import { Injectable } from '@nestjs/common';

import type { Unit } from '../../platform/database/unit-of-work.js';
import { JobRegistry, type Effect, type SettledRun } from '../../platform/queue/index.js';
import { Scorer } from '../scoring/scorer.js';
import { clusterAudience, openAudience } from '../snapshots/audience.js';
import { MatchListStore } from './match-list.store.js';
import { pivot } from './pivot.js';
import { scoreBlocks, type ScoreBlock } from './score-block.job.js';
import { ReadBlock, type Block } from './read-block.js';
import { ScoreRunStore } from './score-run.store.js';

/** Organisations stored for each opportunity. */
const storedPlaces = 300;

/** Opportunities stored for each member of a cluster. */
const storedOpportunities = 100;

/** Finished runs whose lists are kept beside the current one. */
const keptRuns = 3;

/** Scores one block for one audience, and publishes the run when all blocks are done. */
@Injectable()
export class ScoreBlockProcessor {
  constructor(
    registry: JobRegistry,
    private readonly blocks: ReadBlock,
    private readonly runs: ScoreRunStore,
    private readonly lists: MatchListStore,
    private readonly scorer: Scorer,
  ) {
    registry.handleUnits(scoreBlocks, {
      handle: (payload) => this.#score(payload),
      settled: (unit, run) => this.#publish(unit, run),
    });
  }

  async #score(payload: ScoreBlock): Promise<Effect> {
    const block = await this.blocks.read(payload);
    return payload.clusterId === null ? this.#scoreOpen(block) : this.#scoreMembers(payload.clusterId, block);
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
