import { Injectable } from '@nestjs/common';

import { SuggestPartners, type PartnerSuggestions } from '../../matching/index.js';
import { IntroducersReadModel, type Introducer, type OrganisationId } from '../../organisations/index.js';
import type { Scope } from '../../platform/database/scope.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';

/** A ranked partner, and the newest project it shared with the organisation the page is for. */
export type PartnerFound = PartnerSuggestions['suggestions'][number] & {
  readonly together: Pick<Introducer, 'acronym' | 'year'> | null;
};

/** Partners looked at per call, since invented ones are left out of a real organisation's page. */
const partnersRanked = 10;

/** Ranked partners for the calls on a page. */
@Injectable()
export class BriefPartners {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly partners: SuggestPartners,
    private readonly introducers: IntroducersReadModel,
  ) {}

  /** @returns partners by id of the opportunity, the best first; never the organisation itself */
  async forCalls(
    scope: Scope,
    organisation: OrganisationId,
    opportunities: readonly string[],
    asOf: Date,
  ): Promise<Map<string, PartnerFound[]>> {
    const wanted = {
      seeds: [organisation],
      role: null,
      countries: [],
      regions: [],
      types: [],
      sme: null,
      limit: partnersRanked,
      asOf,
    };
    const lists = await Promise.all(
      opportunities.map((id) => this.partners.forOpportunity(scope, id, wanted)),
    );
    const ids = lists.flatMap(({ suggestions }) => suggestions.map((one) => one.organisation.id));
    const shared = await this.unitOfWork.run(scope, (unit) =>
      this.introducers.together(unit, organisation, [...new Set(ids)]),
    );
    return new Map(
      opportunities.map((id, at) => [
        id,
        (lists[at]?.suggestions ?? []).map((one) => ({
          ...one,
          together: shared.get(one.organisation.id) ?? null,
        })),
      ]),
    );
  }
}
