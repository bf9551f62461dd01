import { Injectable } from '@nestjs/common';

import { Clock } from '../../platform/clock/clock.js';
import type { Scope } from '../../platform/database/scope.js';
import { alikeLimits, type AlikePair } from '../../ranking/index.js';
import { Scorer } from '../scoring/scorer.js';
import { ReadySnapshot } from '../snapshots/current-snapshot.js';
import { isoDay } from './shown-run.js';

/** Finds texts that say much of the same, as ranking reads them. */
@Injectable()
export class FindAlike {
  constructor(
    private readonly snapshot: ReadySnapshot,
    private readonly scorer: Scorer,
    private readonly clock: Clock,
  ) {}

  /** Pairs of places in the list, weighed by the open evidence alone. */
  async among(
    scope: Scope,
    texts: readonly { readonly title: string; readonly text: string }[],
  ): Promise<readonly AlikePair[]> {
    if (texts.length < 2) return [];
    const { corpus, segments } = await this.snapshot.in(scope);
    return this.scorer.answer(
      {
        kind: 'alike',
        corpus: { ...corpus, segments: corpus.segments.slice(0, 1) },
        prepare: { asOf: isoDay(this.clock.now()) },
        texts: texts.map(({ title, text }, place) => ({
          id: String(place),
          title,
          keywords: [],
          sections: [{ kind: 'summary', text, language: null }],
        })),
        limits: alikeLimits,
      },
      segments,
    );
  }
}
