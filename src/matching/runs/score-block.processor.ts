import { Injectable } from '@nestjs/common';

import type { Unit } from '../../platform/database/unit-of-work.js';
import { JobRegistry, type Effect, type SettledRun } from '../../platform/queue/index.js';
import { Scorer } from '../scoring/scorer.js';
import { clusterAudience, openAudience } from '../snapshots/audience.js';
import { MatchListStore } from './match-list.store.js';
import { scoreBlocks, type ScoreBlock } from './score-block.job.js';
import { ReadBlock, type Block } from './read-block.js';
import { ScoreRunStore } from './score-run.store.js';

/** Organisations stored for each opportunity. */
const storedPlaces = 300;

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
      },
      snapshot.segments,
    );
    return (unit) => this.lists.save(unit, 'opportunity', { runId: run.id, audience: openAudience }, lists);
  }

  async #scoreMembers(clusterId: string, { run, calls, snapshot }: Block): Promise<Effect> {
    const { byOpportunity, byMember } = await this.scorer.answerFor(
      { key: snapshot.texts.id, texts: calls },
      {
        kind: 'members',
        corpus: snapshot.corpus,
        callsKey: snapshot.texts.id,
        prepare: { asOf: run.asOf },
        perOpportunity: storedPlaces,
      },
      snapshot.segments,
    );
    const list = { runId: run.id, audience: clusterAudience(clusterId) };
    return async (unit) => {
      await this.lists.save(unit, 'opportunity', list, byOpportunity);
      await this.lists.save(unit, 'organisation', list, byMember);
    };
  }

  async #publish(unit: Unit, { id, parked }: SettledRun): Promise<void> {
    const run = await this.runs.find(unit, id);
    await this.runs.settle(unit, id, parked === 0 ? null : `${parked} of ${run.blocks} blocks were given up`);
    await this.runs.forgetOld(unit, keptRuns);
  }
}
