import { Injectable } from '@nestjs/common';

import { isListed, OpportunityReadModel, statusOn, type OpportunityCard } from '../../opportunities/index.js';
import type { Unit } from '../../platform/database/unit-of-work.js';
import { writtenVector, type OpportunityText } from '../../ranking/index.js';
import { TextVectors } from '../embedding/text-vectors.js';
import { ConceptTagger, freeText, toOpportunityText } from '../opportunity-text.js';
import { RecentlyUsed } from '../../platform/memory/recently-used.js';
import type { CallSet } from '../scoring/scoring-request.js';
import { fingerprintOfCalls } from '../snapshots/calls-fingerprint.js';
import type { Snapshot } from '../snapshots/current-snapshot.js';
import { SegmentFolder } from '../snapshots/segment-folder.js';
import { readTexts, type ReadCall } from '../snapshots/part-contents.js';

/** All calls that are not withdrawn, as they stand on a day. */
export interface CallsOnDay {
  /** changes with any of them, whatever the day */
  readonly fingerprint: string;
  /** by id */
  readonly cards: ReadonlyMap<string, OpportunityCard>;
  /** ids of those that are not open, forthcoming or standing on that day */
  readonly closed: readonly string[];
}

/** The calls, read anew only once one of them changed: 1,700 with their texts take longer to read than to rank. */
@Injectable()
export class KnownCalls {
  #cards: { readonly fingerprint: string; readonly cards: readonly OpportunityCard[] } | null = null;
  readonly #sets = new RecentlyUsed<CallSet>(1);
  readonly #read = new RecentlyUsed<Promise<ReadonlyMap<string, ReadCall>>>(1);

  constructor(
    private readonly opportunities: OpportunityReadModel,
    private readonly folder: SegmentFolder,
    private readonly tagger: ConceptTagger,
    private readonly vectors: TextVectors,
  ) {}

  async on(unit: Unit, asOf: Date): Promise<CallsOnDay> {
    const fingerprint = fingerprintOfCalls(await this.opportunities.scorableVersions(unit));
    if (this.#cards?.fingerprint !== fingerprint)
      this.#cards = { fingerprint, cards: await this.opportunities.scorable(unit, asOf) };
    const cards = this.#cards.cards.map((card) => ({ ...card, status: statusOn(asOf, card) }));
    return {
      fingerprint,
      cards: new Map(cards.map((card) => [card.id as string, card])),
      closed: cards.flatMap(({ id, status }) => (isListed(status) ? [] : [id])),
    };
  }

  /** Their texts as ranking reads them: as the snapshot has them, where it has the same version. */
  async set({ fingerprint, cards }: CallsOnDay, { texts: part }: Snapshot): Promise<CallSet> {
    const key = `${fingerprint}+${part.id}`;
    const known = this.#sets.find(key);
    if (known) return known;
    const read = await this.#in(part);
    return this.#sets.get(key, () => ({
      key,
      texts: [...cards.values()].map((card) => this.text(card, read.get(card.id))),
    }));
  }

  /** One call, with the vector that a snapshot has of it, where a provider makes any. */
  async one(card: OpportunityCard, { texts: part }: Snapshot): Promise<OpportunityText> {
    if (this.vectors.model === null) return this.text(card);
    const read = await this.#read.get(part.id, () => this.#in(part));
    return this.text(card, read.get(card.id));
  }

  /** A member's idea or a pasted text, with a vector where a provider answers in time. */
  async idea(text: string): Promise<OpportunityText> {
    const call = freeText(text, this.tagger);
    const vector = await this.vectors.ofQuestion(text);
    const { model } = this.vectors;
    return model === null || vector === null ? call : { ...call, vector: writtenVector(model, vector) };
  }

  /** @param read what a snapshot has of it */
  text(card: OpportunityCard, read?: ReadCall): OpportunityText {
    return read?.version === card.version ? read.text : toOpportunityText(card, this.tagger);
  }

  async #in({ fileName, sha256 }: Snapshot['texts']): Promise<ReadonlyMap<string, ReadCall>> {
    const calls = readTexts(await this.folder.read(fileName, sha256));
    return new Map(calls.map((call) => [call.text.id, call]));
  }
}
