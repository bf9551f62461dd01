import { Injectable } from '@nestjs/common';

import { systemScope } from '../platform/database/scope.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { PublishShared } from './publish-shared.js';
import { askForRefresh } from './refresh-shared.store.js';

/** After a change of what may leave: it holds at once, and what members are ranked by follows. */
@Injectable()
export class Republish {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly publish: PublishShared,
  ) {}

  async all(clusters: readonly string[]): Promise<void> {
    for (const clusterId of clusters) {
      await this.publish.cluster(clusterId);
      await this.unitOfWork.run(systemScope([clusterId]), (unit) => askForRefresh(unit, clusterId));
    }
  }
}
