import type { INestApplicationContext } from '@nestjs/common';

import { ClusterReadModel, type ClusterId } from '../../src/accounts/index.js';
import { BuildSnapshot } from '../../src/matching/index.js';
import { foldLegalName, OrganisationStore, type OrganisationId } from '../../src/organisations/index.js';
import { systemScope } from '../../src/platform/database/scope.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { stableId } from '../../src/platform/ids/uuid.js';

export interface Told {
  /** slug of the cluster that is told */
  readonly cluster: string;
  readonly name: string;
  /** whom it means, where open data know it; a new organisation where nothing is said */
  readonly known?: OrganisationId;
  readonly text: string;
  readonly invented: boolean;
  /** statements of what it can do */
  readonly competences?: readonly string[];
}

/** A member whose name and profile one cluster was told; in the snapshot afterwards. Told twice, it is in two. */
export async function tellCluster(app: INestApplicationContext, told: Told): Promise<OrganisationId> {
  const unitOfWork = app.get(UnitOfWork);
  const store = app.get(OrganisationStore);
  const clusterId: ClusterId = await unitOfWork.run(systemScope(), async (unit) => {
    const cluster = await app.get(ClusterReadModel).bySlug(unit, told.cluster);
    return cluster.id;
  });
  const organisationId = told.known ?? (stableId('told', told.name) as OrganisationId);
  const common = { organisationId, clusterId, importRunId: null };
  await unitOfWork.run(systemScope([clusterId]), async (unit) => {
    await store.register(unit, [
      { id: organisationId, pic: null, vatNumber: null, listed: false, invented: told.invented },
    ]);
    await store.saveMemberships(unit, [
      {
        ...common,
        id: stableId('told-membership', told.cluster, told.name),
        category: null,
        since: null,
        until: null,
      },
    ]);
    await store.saveRecords(unit, [
      {
        ...common,
        id: stableId('told-record', told.cluster, told.name),
        source: 'members',
        legalName: told.name,
        foldedName: foldLegalName(told.name),
        shortName: null,
        country: 'IT',
        city: 'Milano',
        nuts: 'ITC4C',
        type: 'PRC',
        sme: true,
        employees: null,
        url: null,
        site: null,
        languages: [],
        extra: {},
        observedOn: '2026-11-02',
      },
    ]);
    const owner = { source: 'members', clusterId, organisationIds: [organisationId] };
    await store.replaceEvidence(unit, owner, [
      {
        ...common,
        id: stableId('told-evidence', told.cluster, told.name),
        projectId: null,
        kind: 'profile',
        source: 'members',
        title: null,
        text: told.text,
        language: 'en',
        date: '2026-11-02',
        state: 'confirmed',
        competenceKind: null,
        trlFrom: null,
        trlTo: null,
      },
      ...(told.competences ?? []).map((text, place) => ({
        ...common,
        id: stableId('told-competence', told.cluster, told.name, String(place)),
        projectId: null,
        kind: 'competence' as const,
        source: 'members',
        title: null,
        text,
        language: 'en' as const,
        date: '2026-11-02',
        state: 'confirmed' as const,
        competenceKind: 'offer' as const,
        trlFrom: 4,
        trlTo: 7,
      })),
    ]);
  });
  await app.get(BuildSnapshot).run();
  return organisationId;
}
