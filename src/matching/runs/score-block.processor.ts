import { Injectable } from '@nestjs/common';

import { systemScope } from '../../platform/database/scope.js';
import { UnitOfWork, type Unit } from '../../platform/database/unit-of-work.js';
import { JobRegistry, type Effect, type SettledRun } from '../../platform/queue/index.js';
import { clusterAudience, openAudience } from '../snapshots/audience.js';
import { MatchListStore } from './match-list.store.js';
import { scoreBlocks, type ScoreBlock } from './score-block.job.js';
import { ScoreBlocks } from './score-blocks.js';
import { ScoreRunStore } from './score-run.store.js';

/** Scores one block for one audience, and publishes the run when all blocks are done. */
@Injectable()
export class ScoreBlockProcessor {
  constructor(
    registry: JobRegistry,
    private readonly unitOfWork: UnitOfWork,
    private readonly blocks: ScoreBlocks,
    private readonly runs: ScoreRunStore,
    private readonly lists: MatchListStore,
  ) {
    registry.handleUnits(scoreBlocks, {
      handle: (payload) => this.#score(payload),
      settled: (unit, run) => this.#publish(unit, run),
    });
  }

  async #score({ runId, clusterId, from, to }: ScoreBlock): Promise<Effect> {
    const ids = await this.unitOfWork.run(systemScope(), (unit) =>
      this.runs.opportunityIds(unit, runId, from, to),
    );
    if (clusterId === null) {
      const lists = await this.blocks.open(runId, ids);
      return (unit) => this.lists.save(unit, 'opportunity', { runId, audience: openAudience }, lists);
    }
    const { byOpportunity, byMember } = await this.blocks.members(runId, clusterId, ids);
    const list = { runId, audience: clusterAudience(clusterId) };
    return async (unit) => {
      await this.lists.save(unit, 'opportunity', list, byOpportunity);
      await this.lists.save(unit, 'organisation', list, byMember);
    };
  }

  async #publish(unit: Unit, { id, parked }: SettledRun): Promise<void> {
    const run = await this.runs.find(unit, id);
    await this.runs.settle(unit, id, parked === 0 ? null : `${parked} of ${run.blocks} blocks were given up`);
  }
}
