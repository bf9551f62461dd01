import { Injectable } from '@nestjs/common';

import { AuditTrail, ClusterReadModel } from '../../accounts/index.js';
import { systemScope } from '../../platform/database/scope.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { withoutOrganisations } from '../../ranking/index.js';
import { SegmentStore, type StoredSegment } from './segment.store.js';
import { SnapshotParts } from './snapshot-parts.js';

/**
 * Takes organisations out of every stored segment, old ones too: what remains of somebody who was erased. Scores that
 * rested on them cannot be recomputed afterwards, and a recomputation says so.
 */
@Injectable()
export class EraseFromSnapshots {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clusters: ClusterReadModel,
    private readonly segments: SegmentStore,
    private readonly parts: SnapshotParts,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * Repeatable: a second time finds nothing.
   *
   * @returns how many segments were rewritten
   * @throws {AppError} `matching.segment-missing`, `matching.segment-damaged`; what was rewritten before stays so
   */
  async erase(organisations: ReadonlySet<string>): Promise<number> {
    const clusters = await this.unitOfWork.run(systemScope(), (unit) => this.clusters.all(unit));
    const ids = clusters.map(({ id }) => id as string);
    const stored = await this.unitOfWork.run(systemScope(ids), (unit) => this.segments.segments(unit));
    let rewritten = 0;
    for (const segment of stored) rewritten += Number(await this.#rewrite(segment, organisations));
    await this.unitOfWork.run(systemScope(), (unit) =>
      this.audit.record(unit, 'snapshots.erased', { organisations: organisations.size, segments: rewritten }),
    );
    return rewritten;
  }

  async #rewrite(segment: StoredSegment, organisations: ReadonlySet<string>): Promise<boolean> {
    const left = withoutOrganisations(new Uint8Array(await this.parts.read(segment)), organisations);
    if (left === null) return false;
    await this.parts.replace(segment.clusterId === null ? [] : [segment.clusterId], segment, {
      bytes: left.bytes,
      documents: segment.documents - left.documents,
      organisations: segment.organisations - left.organisations,
    });
    return true;
  }
}
