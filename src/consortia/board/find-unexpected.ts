import { setImmediate as turn } from 'node:timers/promises';

import { Injectable } from '@nestjs/common';

import type { PartnerSuggestion } from '../../matching/index.js';
import type { Scope } from '../../platform/database/scope.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Taxonomy } from '../../taxonomy/index.js';
import { OwnTextsReadModel, type OwnText } from './own-texts.read-model.js';
import { mainField, unexpectedAmong, type FieldOf, type Unexpected } from './unexpected.js';

/** One from elsewhere, and what that is called. */
export interface NamedUnexpected extends Unexpected {
  readonly fieldEn: string;
  readonly fieldIt: string;
}

/** Below this, a text only brushes an ecosystem. */
const leastConfidence = 0.5;
/** Texts read before others get a turn. */
const atOnce = 20;

/** Looks below a list for one who is unexpected but plausible. */
@Injectable()
export class FindUnexpected {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly texts: OwnTextsReadModel,
    private readonly taxonomy: Taxonomy,
  ) {}

  /** @param asked the need and the title of its call @param shown the list @param below who comes after it */
  async find(
    scope: Scope,
    asked: string,
    shown: readonly PartnerSuggestion[],
    below: readonly PartnerSuggestion[],
  ): Promise<NamedUnexpected | null> {
    const open = [...shown, ...below].filter(({ organisation }) => organisation.masked === null);
    const ids = open.map(({ organisation }) => organisation.id);
    const texts = await this.unitOfWork.run(scope, (unit) => this.texts.of(unit, ids));
    const fields = await this.#fields(texts);
    const withField = (candidate: PartnerSuggestion): FieldOf => ({
      candidate,
      field: mainField(fields.get(candidate.organisation.id) ?? []),
    });
    const usual = this.#ecosystems({ title: null, text: asked, language: null });
    const found = unexpectedAmong(new Set(usual), shown.map(withField), below.map(withField));
    const term = this.taxonomy.ecosystems.terms.find(({ code }) => code === found?.field);
    return found === null || term === undefined
      ? null
      : { ...found, fieldEn: term.label.en, fieldIt: term.label.it };
  }

  async #fields(texts: readonly OwnText[]): Promise<Map<string, string[][]>> {
    const found = new Map<string, string[][]>();
    for (const [at, text] of texts.entries()) {
      if (at % atOnce === 0) await turn();
      found.set(text.organisationId, [...(found.get(text.organisationId) ?? []), this.#ecosystems(text)]);
    }
    return found;
  }

  #ecosystems({ title, text, language }: Omit<OwnText, 'organisationId'>): string[] {
    const whole = title === null ? text : `${title}\n${text}`;
    return this.taxonomy
      .tagText({ text: whole, language })
      .tags.filter(({ scheme, confidence }) => scheme === 'ecosystem' && confidence >= leastConfidence)
      .map(({ code }) => code);
  }
}
