import { Injectable } from '@nestjs/common';

import { ClusterReadModel } from '../../accounts/index.js';
import { CurrentListsReadModel, type ListHeads } from '../../matching/index.js';
import { OpportunityReadModel, type OpportunityStanding } from '../../opportunities/index.js';
import { OrganisationReadModel } from '../../organisations/index.js';
import type { Scope } from '../../platform/database/scope.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { SourceAges, type SourceAge } from '../../sources/index.js';
import type { FirstPageCluster } from './first-page.js';

/** Places looked at in each stored list. */
const placesRead = 10;

/** What the database holds for the page, in one look. */
export interface Looked {
  readonly cluster: FirstPageCluster | null;
  readonly standings: readonly OpportunityStanding[];
  /** organisations that may not be shown */
  readonly leftOut: ReadonlySet<string>;
  /** null before a first score run has finished */
  readonly heads: ListHeads | null;
  readonly sources: readonly SourceAge[];
}

/** Looks at what there is to show. */
@Injectable()
export class LookAround {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clusters: ClusterReadModel,
    private readonly opportunities: OpportunityReadModel,
    private readonly organisations: OrganisationReadModel,
    private readonly lists: CurrentListsReadModel,
    private readonly ages: SourceAges,
  ) {}

  look(scope: Scope, asOf: Date): Promise<Looked> {
    return this.unitOfWork.run(scope, async (unit) => {
      const own = (await this.clusters.all(unit)).find(({ id }) => id === scope.clusters[0]);
      return {
        cluster: own ? { slug: own.slug, name: { it: own.nameIt, en: own.nameEn } } : null,
        standings: await this.opportunities.standings(unit, asOf),
        leftOut: new Set(await this.organisations.inventedLeftOut(unit)),
        heads: await this.lists.heads(unit, placesRead),
        sources: await this.ages.all(unit, asOf),
      };
    });
  }
}
