import { setImmediate as turn } from 'node:timers/promises';

import { Injectable } from '@nestjs/common';

import {
  OpportunitySearchReadModel,
  type FoundByWords,
  type OpportunityId,
} from '../../opportunities/index.js';
import type { Unit } from '../../platform/database/unit-of-work.js';
import { Taxonomy } from '../../taxonomy/index.js';
import { ecosystemsOf } from '../workbook/ecosystems-of.js';

/** Texts read before others get a turn: some two thousandths of a second each. */
const atOnce = 10;

interface Remembered {
  readonly version: number;
  readonly codes: readonly string[];
}

/** Which ecosystems of the strategy the calls speak of; each version of a call is read once. */
@Injectable()
export class CallEcosystems {
  readonly #remembered = new Map<OpportunityId, Remembered>();

  constructor(
    private readonly search: OpportunitySearchReadModel,
    private readonly taxonomy: Taxonomy,
  ) {}

  /** Call → codes, the surest first; empty where its words speak of none. */
  async of(
    unit: Unit,
    calls: readonly Pick<FoundByWords, 'id' | 'version'>[],
  ): Promise<ReadonlyMap<OpportunityId, readonly string[]>> {
    const unread = new Map(
      calls
        .filter(({ id, version }) => this.#remembered.get(id)?.version !== version)
        .map(({ id, version }) => [id, version]),
    );
    const texts = await this.search.texts(unit, [...unread.keys()]);
    for (const [at, text] of texts.entries()) {
      if (at % atOnce === 0) await turn();
      const codes = ecosystemsOf([text], this.taxonomy).map(({ code }) => code);
      this.#remembered.set(text.id, { version: unread.get(text.id) ?? 0, codes });
    }
    return new Map(calls.map(({ id }) => [id, this.#remembered.get(id)?.codes ?? []]));
  }
}
