import { join } from 'node:path';

import { Injectable } from '@nestjs/common';

import { ClusterStore } from '../../accounts/index.js';
import { ImportOpportunities } from '../../ingest/index.js';
import { OpportunityStore } from '../../opportunities/index.js';
import { OrganisationStore, ProjectStore } from '../../organisations/index.js';
import { projectFolder } from '../../platform/files/project-folder.js';
import { systemScope } from '../../platform/database/scope.js';
import { UnitOfWork, type Unit } from '../../platform/database/unit-of-work.js';
import { SourceStore } from '../../sources/index.js';
import { demoFiles } from './demo-files.js';
import {
  clusterId,
  demoFramework,
  inventedOrganisations,
  listedNames,
  organisationId,
  ownOrganisations,
  projectId,
  source,
  toCluster,
  toEvidence,
  toMemberships,
  toOwnProfile,
  toOwnRecord,
  toRecords,
} from './demo-rows.js';
import { parseDemoSet, type DemoSet } from './demo-set.js';

/** Pilots and funding windows that ship with the program: real ones, so they stay when the set is removed. */
const pilotFiles = ['vanguard.yaml', 'windows.yaml'];

/** Loads the demonstration set: real clusters and topics, invented organisations and projects, in one transaction. */
@Injectable()
export class LoadDemo {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clusters: ClusterStore,
    private readonly organisations: OrganisationStore,
    private readonly projects: ProjectStore,
    private readonly opportunities: OpportunityStore,
    private readonly imports: ImportOpportunities,
    private readonly sources: SourceStore,
  ) {}

  /** Repeatable: loading it again changes nothing. */
  async run(): Promise<{ clusters: number; organisations: number; projects: number; topics: number }> {
    const set = parseDemoSet(demoFiles());
    const scope = systemScope(set.clusters.map(({ slug }) => clusterId(slug)));
    await this.unitOfWork.run(scope, async (unit) => {
      await this.clusters.save(unit, set.clusters.map(toCluster));
      await this.organisations.register(unit, [...ownOrganisations(set), ...inventedOrganisations(set)]);
      await this.#saveFacts(unit, set);
      await this.#saveProjects(unit, set);
      await this.opportunities.save(unit, set.topics, null);
      await this.sources.passed(unit, 'demo', { result: 'applied', dataAt: newest(set.topics) });
    });
    for (const file of pilotFiles) await this.imports.pilots(join(projectFolder, 'data', 'pilots', file));
    return {
      clusters: set.clusters.length,
      organisations: set.organisations.length,
      projects: set.projects.length,
      topics: set.topics.length,
    };
  }

  async #saveFacts(unit: Unit, set: DemoSet): Promise<void> {
    const listed = listedNames(set);
    const records = set.organisations.flatMap((organisation) => toRecords(organisation, listed));
    await this.organisations.saveRecords(unit, [...records, ...set.clusters.map(toOwnRecord)]);
    await this.organisations.saveMemberships(unit, set.organisations.flatMap(toMemberships));
    const evidence = [...set.organisations.flatMap(toEvidence), ...set.clusters.map(toOwnProfile)];
    const ids = new Set(
      evidence.flatMap((item) => (item.organisationId === null ? [] : [item.organisationId])),
    );
    for (const cluster of [null, ...set.clusters.map(({ slug }) => clusterId(slug) as string)]) {
      const own = evidence.filter((item) => item.clusterId === cluster);
      await this.organisations.replaceEvidence(
        unit,
        { source, clusterId: cluster, organisationIds: [...ids] },
        own,
      );
    }
  }

  async #saveProjects(unit: Unit, set: DemoSet): Promise<void> {
    await this.projects.saveProjects(
      unit,
      set.projects.map((project) => ({
        id: projectId(project.grantId),
        framework: demoFramework,
        grantId: project.grantId,
        acronym: project.acronym,
        title: project.title,
        objective: project.objective,
        keywords: project.keywords,
        status: null,
        startDate: project.startDate,
        endDate: project.endDate,
        topic: project.topic,
        fundingScheme: `HORIZON-${project.scheme}`,
        legalBasis: null,
        totalCostEur: null,
        maxContributionEur: null,
        invented: true,
        observedOn: project.asOf,
      })),
    );
    await this.projects.saveParticipations(
      unit,
      set.projects.flatMap((project) =>
        project.participants.map(({ organisation, role }, place) => ({
          projectId: projectId(project.grantId),
          organisationId: organisationId(organisation),
          role,
          position: place + 1,
          contributionEur: null,
          ended: false,
        })),
      ),
    );
    await this.projects.saveConcepts(
      unit,
      set.projects.flatMap(({ grantId, concepts }) =>
        concepts.map((code) => ({ projectId: projectId(grantId), code })),
      ),
    );
  }
}

function newest(topics: readonly { readonly observedAt: string }[]): Date | null {
  const times = topics.map(({ observedAt }) => Date.parse(observedAt));
  return times.length === 0 ? null : new Date(Math.max(...times));
}
