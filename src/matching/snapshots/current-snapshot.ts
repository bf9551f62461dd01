import { createHash } from 'node:crypto';

import { Injectable } from '@nestjs/common';

import type { Scope } from '../../platform/database/scope.js';
import { UnitOfWork, type Unit } from '../../platform/database/unit-of-work.js';
import { SourceAges, type SourceAge } from '../../sources/index.js';
import { defaultModel } from '../../ranking/index.js';
import type { CorpusRef } from '../scoring/scoring-request.js';
import { BuildSnapshot } from './build-snapshot.js';
import { callsAudience, clusterOf, openAudience } from './audience.js';
import { SegmentStore, type StoredSegment } from './segment.store.js';

/** The segments that one request reads, and how they are named together. */
export interface Snapshot {
  /** twelve hexadecimal digits; changes with any segment and with the model */
  readonly name: string;
  readonly corpus: CorpusRef;
  readonly segments: readonly StoredSegment[];
}

/** Which segments are to be read for a scope: the open one and those of its clusters. */
@Injectable()
export class CurrentSnapshot {
  constructor(private readonly store: SegmentStore) {}

  /** @returns undefined before the first snapshot was built */
  async inScope(unit: Unit): Promise<Snapshot | undefined> {
    const newest = await this.store.newest(unit);
    const clusters = new Set(unit.scope.clusters);
    return snapshotOf(newest.filter(({ clusterId }) => clusterId === null || clusters.has(clusterId)));
  }
}

/** The snapshot in a scope; built first where there is none yet. */
@Injectable()
export class ReadySnapshot {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly current: CurrentSnapshot,
    private readonly build: BuildSnapshot,
    private readonly sources: SourceAges,
  ) {}

  async in(scope: Scope): Promise<Snapshot> {
    const look = (): Promise<Snapshot | undefined> =>
      this.unitOfWork.run(scope, (unit) => this.current.inScope(unit));
    const found = await look();
    if (found) return found;
    await this.build.run();
    const built = await look();
    if (!built) throw new Error('a snapshot was built, but is not in scope');
    return built;
  }

  /** How old the data are that it is built from. */
  ages(unit: Unit, asOf: Date): Promise<SourceAge[]> {
    return this.sources.all(unit, asOf);
  }
}

/** @returns undefined where the open segment is not among them */
export function snapshotOf(segments: readonly StoredSegment[]): Snapshot | undefined {
  const open = segments.find(({ audience }) => audience === openAudience);
  if (!open) return undefined;
  const calls = segments.find(({ audience }) => audience === callsAudience);
  const own = segments.filter(({ audience }) => clusterOf(audience) !== null);
  const read = [open, ...own];
  const used = calls ? [...read, calls] : read;
  const name = createHash('sha256').update(
    [defaultModel.version, ...used.map(({ sha256 }) => sha256)].join('|'),
  );
  return {
    name: name.digest('hex').slice(0, 12),
    corpus: { segments: read.map(({ id }) => id), boilerplate: calls?.id ?? null },
    segments: used,
  };
}
