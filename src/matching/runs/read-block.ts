import { Injectable } from '@nestjs/common';

import { systemScope } from '../../platform/database/scope.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { OpportunityText } from '../../ranking/index.js';
import { RecentlyUsed } from '../../platform/memory/recently-used.js';
import { snapshotOf, type Snapshot } from '../snapshots/current-snapshot.js';
import { SegmentFolder } from '../snapshots/segment-folder.js';
import { SegmentStore } from '../snapshots/segment.store.js';
import { readTexts } from '../snapshots/part-contents.js';
import { ScoreRunStore, type ScoreRun } from './score-run.store.js';

/** What one block of a run is scored from: parts of its snapshot, and nothing else. */
export interface Block {
  readonly run: ScoreRun;
  readonly calls: readonly OpportunityText[];
  readonly snapshot: Snapshot;
}

/** Reads a block in the scope of its audience alone. */
@Injectable()
export class ReadBlock {
  readonly #texts = new RecentlyUsed<Promise<ReadonlyMap<string, OpportunityText>>>(1);

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly segments: SegmentStore,
    private readonly folder: SegmentFolder,
    private readonly runs: ScoreRunStore,
  ) {}

  /** @param clusterId null: the open audience */
  async read(runId: string, clusterId: string | null, ids: readonly string[]): Promise<Block> {
    const scope = systemScope(clusterId === null ? [] : [clusterId]);
    const { run, snapshot } = await this.unitOfWork.run(scope, async (unit) => {
      const run = await this.runs.find(unit, runId);
      const parts = await this.segments.byIds(unit, run.segments);
      const audiences = parts.filter((part) => part.clusterId === null || part.clusterId === clusterId);
      return { run, snapshot: snapshotOf(audiences) };
    });
    if (!snapshot) throw new Error(`run ${run.id} has no whole snapshot`);
    const texts = await this.#textsOf(snapshot);
    return { run, snapshot, calls: ids.flatMap((id) => texts.get(id) ?? []) };
  }

  #textsOf({ texts: { id, fileName, sha256 } }: Snapshot): Promise<ReadonlyMap<string, OpportunityText>> {
    return this.#texts.get(id, async () => {
      const calls = readTexts(await this.folder.read(fileName, sha256));
      return new Map(calls.map(({ text }) => [text.id, text]));
    });
  }
}
