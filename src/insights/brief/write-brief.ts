import { Injectable } from '@nestjs/common';

import { ClusterReadModel, type Cluster } from '../../accounts/index.js';
import { SuggestCalls } from '../../matching/index.js';
import {
  EvidenceReadModel,
  OrganisationReadModel,
  type OrganisationCard,
} from '../../organisations/index.js';
import type { Scope } from '../../platform/database/scope.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Taxonomy } from '../../taxonomy/index.js';
import type { BriefLanguage } from './brief.js';
import { BriefPartners } from './brief-partners.js';
import { briefPage } from './brief-page.js';
import { callsToShow } from './calls-to-show.js';
import { toBrief } from './to-brief.js';

export interface BriefWanted {
  readonly language: BriefLanguage;
  /** the day it speaks of */
  readonly asOf: Date;
}

/** Calls looked at to find those on the page: one without a quotation from both sides has no place there. */
const callsRanked = 20;

/** Writes one A4 page for an organisation: the calls that fit it, why, and with whom. */
@Injectable()
export class WriteBrief {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clusters: ClusterReadModel,
    private readonly organisations: OrganisationReadModel,
    private readonly evidence: EvidenceReadModel,
    private readonly calls: SuggestCalls,
    private readonly partners: BriefPartners,
    private readonly taxonomy: Taxonomy,
  ) {}

  /**
   * The page leaves the house, so it is written in the narrowest scope: whoever asks, it holds only what officers of
   * the organisation's own clusters may read.
   *
   * @param scope of the asker: where the organisation is looked up
   * @param reference our id, a PIC or the exact name
   * @returns an HTML document
   * @throws {AppError} `organisations.not-found`, `organisations.ambiguous`
   */
  async forOrganisation(scope: Scope, reference: string, { language, asOf }: BriefWanted): Promise<string> {
    const { organisation, clusters } = await this.#lookUp(scope, reference);
    const narrow: Scope = {
      role: 'officer',
      clusters: clusters.map(({ id }) => id),
      ...(scope.user === undefined ? {} : { user: scope.user }),
    };
    const calls = await this.calls.forOrganisation(narrow, organisation.id, {
      limit: callsRanked,
      asOf,
      all: false,
    });
    const shown = callsToShow(calls.suggestions);
    const brief = toBrief({
      asOf,
      clusters,
      calls,
      shown,
      partners: await this.partners.forCalls(
        narrow,
        organisation.id,
        shown.map(({ opportunity }) => opportunity.id),
        asOf,
      ),
      competenceKinds: await this.#competenceKinds(narrow, organisation),
      taxonomy: this.taxonomy,
    });
    return briefPage(brief, language);
  }

  #lookUp(scope: Scope, reference: string): Promise<{ organisation: OrganisationCard; clusters: Cluster[] }> {
    return this.unitOfWork.run(scope, async (unit) => {
      const id = await this.organisations.resolve(unit, reference);
      const organisation = await this.organisations.card(unit, id);
      if (!organisation) throw new Error(`organisation ${id} went away`);
      const all = await this.clusters.all(unit);
      return { organisation, clusters: all.filter((cluster) => belongsTo(organisation, cluster)) };
    });
  }

  async #competenceKinds(scope: Scope, organisation: OrganisationCard): Promise<Map<string, string>> {
    const own = await this.unitOfWork.run(scope, (unit) =>
      this.evidence.ofOrganisation(unit, organisation.id),
    );
    return new Map(
      own.flatMap(({ id, competenceKind }) =>
        competenceKind === null ? [] : [[id, competenceKind] as const],
      ),
    );
  }
}

/** A living membership, or the cluster's own association. */
function belongsTo({ id, memberships }: OrganisationCard, cluster: Cluster): boolean {
  return (
    cluster.organisationId === id ||
    memberships.some(({ clusterId, until }) => clusterId === cluster.id && until === null)
  );
}
