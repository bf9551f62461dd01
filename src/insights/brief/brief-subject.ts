import { Injectable } from '@nestjs/common';

import { AuditTrail, ClusterReadModel, type Cluster } from '../../accounts/index.js';
import {
  EvidenceReadModel,
  OrganisationReadModel,
  type OrganisationCard,
} from '../../organisations/index.js';
import type { Scope } from '../../platform/database/scope.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { narrowScope } from '../narrow-scope.js';

/** Whom a page is for, and how far it may look. */
export interface Subject {
  readonly organisation: OrganisationCard;
  /** those it is a living member of, and the one whose own association it is */
  readonly clusters: readonly Cluster[];
  /** what the asker may read of just these clusters */
  readonly scope: Scope;
  /** kind of its competence lines, by id of the evidence */
  readonly competenceKinds: ReadonlyMap<string, string>;
}

/** Looks up whom a page is for. */
@Injectable()
export class BriefSubject {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clusters: ClusterReadModel,
    private readonly organisations: OrganisationReadModel,
    private readonly evidence: EvidenceReadModel,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * Writes down that a page leaves the house.
   *
   * @param asker where the organisation is looked up
   * @throws {AppError} `organisations.not-found`, `organisations.ambiguous`
   */
  async find(asker: Scope, reference: string): Promise<Subject> {
    const { organisation, clusters } = await this.unitOfWork.run(asker, async (unit) => {
      const id = await this.organisations.resolve(unit, reference);
      const card = await this.organisations.card(unit, id);
      if (!card) throw new Error(`organisation ${id} went away`);
      const all = await this.clusters.all(unit);
      const clusters = all.filter((cluster) => belongsTo(card, cluster));
      const own = clusters.find((cluster) => asker.clusters.includes(cluster.id));
      await this.audit.record(
        unit,
        'brief.written',
        { organisation: id },
        own === undefined ? {} : { cluster: own.id, organisation: id },
      );
      return { organisation: card, clusters };
    });
    const scope = narrowScope(
      asker,
      clusters.map(({ id }) => id),
    );
    return {
      organisation,
      clusters,
      scope,
      competenceKinds: await this.#competenceKinds(scope, organisation),
    };
  }

  async #competenceKinds(scope: Scope, { id: organisation }: OrganisationCard): Promise<Map<string, string>> {
    const own = await this.unitOfWork.run(scope, (unit) => this.evidence.ofOrganisation(unit, organisation));
    return new Map(
      own.flatMap(({ id, competenceKind }) =>
        competenceKind === null ? [] : [[id, competenceKind] as const],
      ),
    );
  }
}

function belongsTo({ id, memberships }: OrganisationCard, cluster: Cluster): boolean {
  return (
    cluster.organisationId === id ||
    memberships.some(({ clusterId, live }) => clusterId === cluster.id && live)
  );
}
