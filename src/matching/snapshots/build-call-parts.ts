import { Injectable } from '@nestjs/common';

import { OpportunityReadModel } from '../../opportunities/index.js';
import { systemScope } from '../../platform/database/scope.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { learnBoilerplate } from '../../ranking/index.js';
import { withVectors } from '../embedding/evidence-vectors.js';
import { TextVectors } from '../embedding/text-vectors.js';
import { BilingualWords, ConceptTagger, toOpportunityText } from '../opportunity-text.js';
import { languageAudience, textsAudience } from './audience.js';
import { languageBytes, readTexts, textsBytes, type ReadCall } from './part-contents.js';
import type { StoredSegment } from './segment.store.js';
import { SnapshotParts } from './snapshot-parts.js';

/** The parts of a snapshot that are made of calls. */
@Injectable()
export class BuildCallParts {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly opportunities: OpportunityReadModel,
    private readonly parts: SnapshotParts,
    private readonly tagger: ConceptTagger,
    private readonly words: BilingualWords,
    private readonly vectors: TextVectors,
  ) {}

  /**
   * What calls bring to a score: how they speak (the words and sentences they use whatever they are about, and those
   * that bridge the two languages), and their texts as they are read now.
   */
  async build(): Promise<StoredSegment[]> {
    const cards = await this.unitOfWork.run(systemScope(), (unit) =>
      this.opportunities.scorable(unit, new Date(0)),
    );
    const read = cards.map((card) => ({
      version: card.version,
      text: toOpportunityText(card, this.tagger),
    }));
    const calls = await withVectors(read, this.vectors, await this.#callsBefore());
    const boilerplate = learnBoilerplate(calls.map(({ text }) => text));
    const language = { boilerplate, pairs: this.words.pairs };
    return [
      await this.parts.add(languageAudience, languageBytes(language), calls.length),
      await this.parts.add(textsAudience, textsBytes(calls), calls.length),
    ];
  }

  async #callsBefore(): Promise<readonly ReadCall[]> {
    const bytes = this.vectors.model === null ? null : await this.parts.newest([], textsAudience);
    return bytes === null ? [] : readTexts(bytes);
  }
}
