import { Injectable } from '@nestjs/common';

import { ClusterReadModel } from '../../accounts/index.js';
import { BuildSnapshot } from '../../matching/index.js';
import { OpportunityStore } from '../../opportunities/index.js';
import { OrganisationStore, ProjectStore } from '../../organisations/index.js';
import { systemScope } from '../../platform/database/scope.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { SourceStore } from '../../sources/index.js';
import { demoFramework, source } from './demo-rows.js';

/** Takes the demonstration set away in one transaction; the clusters and whatever came from real sources stay. */
@Injectable()
export class RemoveDemo {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clusters: ClusterReadModel,
    private readonly organisations: OrganisationStore,
    private readonly projects: ProjectStore,
    private readonly opportunities: OpportunityStore,
    private readonly sources: SourceStore,
    private readonly snapshot: BuildSnapshot,
  ) {}

  /** Lists asked for afterwards are read from a new snapshot. @returns how many invented organisations went */
  async run(): Promise<number> {
    const clusters = await this.unitOfWork.run(systemScope(), (unit) => this.clusters.all(unit));
    const scope = systemScope(clusters.map(({ id }) => id as string));
    const removed = await this.unitOfWork.run(scope, async (unit) => {
      await this.projects.removeFramework(unit, demoFramework);
      await this.opportunities.forget(unit, 'demo');
      await this.sources.forget(unit, 'demo');
      return this.organisations.removeInvented(unit, source);
    });
    await this.snapshot.run();
    return removed;
  }
}
