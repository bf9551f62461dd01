import { Injectable } from '@nestjs/common';

import { AuditTrail, ClusterReadModel, HeldRecords, retentionPeriods } from '../../accounts/index.js';
import { Clock } from '../../platform/clock/clock.js';
import type { Scope } from '../../platform/database/scope.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Agreements } from '../agreements.js';
import type { ProcessingLanguage } from './processing-words.js';
import { recordsOfProcessing } from './records-of-processing.js';

/** Writes the records of processing of one's own cluster from what is set here. */
@Injectable()
export class ReadProcessing {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clusters: ClusterReadModel,
    private readonly agreements: Agreements,
    private readonly held: HeldRecords,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws {AppError} `accounts.cluster-not-found` */
  async ofCluster(
    scope: Scope,
    slug: string | undefined,
    language: ProcessingLanguage,
  ): Promise<{ readonly slug: string; readonly text: string }> {
    const { cluster, agreements } = await this.agreements.list(scope, slug);
    const all = await this.unitOfWork.run(scope, async (unit) => {
      await this.audit.record(unit, 'processing.exported', {}, { cluster: cluster.id });
      return this.clusters.all(unit);
    });
    const otherOf = (ids: readonly string[]) => all.find(({ id }) => id !== cluster.id && ids.includes(id));
    const facts = {
      cluster,
      periods: retentionPeriods(this.held),
      agreements: agreements
        .filter(({ inForce }) => inForce)
        .map((one) => ({ ...one, other: otherOf([one.clusterId, one.otherId]) })),
      day: this.clock.now().toISOString().slice(0, 10),
    };
    return { slug: cluster.slug, text: recordsOfProcessing(facts, language) };
  }
}
