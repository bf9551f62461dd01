import { Injectable } from '@nestjs/common';

import { SuggestCalls } from '../../matching/index.js';
import type { Scope } from '../../platform/database/scope.js';
import { Taxonomy } from '../../taxonomy/index.js';
import type { Language } from '../language.js';
import type { Brief } from './brief.js';
import { briefPage, callsOnPage } from './brief-page.js';
import { BriefPartners } from './brief-partners.js';
import { BriefSubject } from './brief-subject.js';
import { callsToShow } from './calls-to-show.js';
import { toBrief } from './to-brief.js';

export interface BriefWanted {
  readonly language: Language;
  /** the day it speaks of */
  readonly asOf: Date;
}

/** Calls looked at to find those on the page: one without a quotation from both sides has no place there. */
const callsRanked = 20;

/** Writes one A4 page for an organisation: the calls that fit it, why, and with whom. */
@Injectable()
export class WriteBrief {
  constructor(
    private readonly subjects: BriefSubject,
    private readonly calls: SuggestCalls,
    private readonly partners: BriefPartners,
    private readonly taxonomy: Taxonomy,
  ) {}

  /**
   * The page leaves the house, so it is written in the narrowest scope: of what the asker may read, only what officers
   * of the organisation's own clusters may read too.
   *
   * @param asker where the organisation is looked up
   * @param reference our id, a PIC or the exact name
   * @returns an HTML document
   * @throws {AppError} `organisations.not-found`, `organisations.ambiguous`
   */
  async forOrganisation(asker: Scope, reference: string, { language, asOf }: BriefWanted): Promise<string> {
    return briefPage(await this.contents(asker, reference, asOf), language);
  }

  /** What stands on the page, for other ways of saying it. Throws as `forOrganisation` does. */
  async contents(
    asker: Scope,
    reference: string,
    asOf: Date,
    { most = callsOnPage }: { readonly most?: number } = {},
  ): Promise<Brief> {
    const { organisation, clusters, scope, competenceKinds } = await this.subjects.find(asker, reference);
    const wanted = { limit: callsRanked, asOf, all: false };
    const calls = await this.calls.forOrganisation(scope, organisation.id, wanted);
    const shown = callsToShow(calls.suggestions, most);
    const ids = shown.map(({ opportunity }) => opportunity.id);
    const partners = await this.partners.forCalls(scope, organisation.id, ids, asOf);
    const { taxonomy } = this;
    return toBrief({ asOf, clusters, calls, shown, partners, competenceKinds, taxonomy });
  }
}
