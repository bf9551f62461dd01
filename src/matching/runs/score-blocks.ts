import { Injectable } from '@nestjs/common';

import type { MemberLists } from '../scoring/member-lists.js';
import type { PackedList } from '../scoring/packed-list.js';
import { Scorer } from '../scoring/scorer.js';
import type { OpportunityText } from '../../ranking/index.js';
import { ReadBlock } from './read-block.js';

/** Organisations stored for each opportunity. */
const storedPlaces = 300;

/** Scores blocks of a run from the parts of its snapshot: the first time, and whenever it is recomputed. */
@Injectable()
export class ScoreBlocks {
  constructor(
    private readonly blocks: ReadBlock,
    private readonly scorer: Scorer,
  ) {}

  /** The lists of those opportunities for everybody. */
  async open(runId: string, ids: readonly string[]): Promise<readonly PackedList[]> {
    const { run, calls, snapshot } = await this.blocks.read(runId, null, ids);
    return this.scorer.answer(
      {
        kind: 'block',
        corpus: snapshot.corpus,
        calls,
        prepare: { asOf: run.asOf },
        limit: storedPlaces,
      },
      snapshot.segments,
    );
  }

  /** Those opportunities for the members of a cluster, from both sides. */
  async members(runId: string, clusterId: string, ids: readonly string[]): Promise<MemberLists> {
    const { run, calls, snapshot } = await this.blocks.read(runId, clusterId, ids);
    const key = keyOf(snapshot.texts.id, run.opportunities, calls);
    return this.scorer.answerFor(
      { key, texts: calls },
      {
        kind: 'members',
        corpus: snapshot.corpus,
        callsKey: key,
        prepare: { asOf: run.asOf },
        perOpportunity: storedPlaces,
      },
      snapshot.segments,
    );
  }
}

/** All calls of a run are prepared once for all clusters; a few of them are a set of their own. */
function keyOf(texts: string, all: number, calls: readonly OpportunityText[]): string {
  return calls.length === all ? texts : `${texts}+${calls.map(({ id }) => id).join('+')}`;
}
