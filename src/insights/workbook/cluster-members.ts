import { Injectable } from '@nestjs/common';

import type { Cluster } from '../../accounts/index.js';
import { EvidenceReadModel, OrganisationReadModel } from '../../organisations/index.js';
import type { Unit } from '../../platform/database/unit-of-work.js';
import { Taxonomy } from '../../taxonomy/index.js';
import { noMembers } from '../insights.errors.js';
import { ecosystemsOf } from './ecosystems-of.js';
import type { Member } from './workbook-findings.js';

/** More than any cluster has. */
const mostMembers = 10_000;

/** Who is in a workbook. */
export interface ReadMembers {
  readonly members: ReadonlyMap<string, Member>;
  readonly competenceKinds: ReadonlyMap<string, string>;
  readonly inventedLeftOut: number;
}

/** Reads the members of a cluster that a workbook shows. */
@Injectable()
export class ClusterMembers {
  constructor(
    private readonly organisations: OrganisationReadModel,
    private readonly evidence: EvidenceReadModel,
    private readonly taxonomy: Taxonomy,
  ) {}

  /** Living members, real ones only as soon as there is one, with what their own texts say. */
  async read(unit: Unit, cluster: Cluster): Promise<ReadMembers> {
    const { items: shown, inventedLeftOut } = await this.organisations.list(unit, {
      clusterId: cluster.id,
      limit: mostMembers,
    });
    if (shown.length === 0) throw noMembers(cluster.slug);
    const members = new Map<string, Member>();
    const competenceKinds = new Map<string, string>();
    for (const card of shown) {
      const texts = await this.evidence.ofOrganisation(unit, card.id);
      members.set(card.id, { card, ecosystems: ecosystemsOf(texts, this.taxonomy) });
      for (const { id, competenceKind } of texts)
        if (competenceKind !== null) competenceKinds.set(id, competenceKind);
    }
    return { members, competenceKinds, inventedLeftOut };
  }
}
