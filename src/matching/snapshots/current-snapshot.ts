import { createHash } from 'node:crypto';

import { Injectable } from '@nestjs/common';

import type { Scope } from '../../platform/database/scope.js';
import { UnitOfWork, type Unit } from '../../platform/database/unit-of-work.js';
import { SourceAges, type SourceAge } from '../../sources/index.js';
import { defaultModel } from '../../ranking/index.js';
import { nothingInReach, snapshotChanging } from '../matching.errors.js';
import type { CorpusRef } from '../scoring/scoring-request.js';
import { BuildSnapshot } from './build-snapshot.js';
import {
  clusterOf,
  isShared,
  languageAudience,
  modelAudience,
  openAudience,
  textsAudience,
  type Audience,
} from './audience.js';
import { contentFingerprint } from './calls-fingerprint.js';
import { SegmentStore, type StoredSegment } from './segment.store.js';
import { modelBytes } from './part-contents.js';

/** The segments that one request reads, and how they are named together. */
export interface Snapshot {
  /** twelve hexadecimal digits; changes with any part, the model among them */
  readonly name: string;
  readonly corpus: CorpusRef;
  /** what `corpus` names, with where it is */
  readonly segments: readonly StoredSegment[];
  /** what members of sister clusters are ranked by, where the scope has sisters */
  readonly shared: readonly StoredSegment[];
  /** the calls of the day it was built; a live question brings its own */
  readonly texts: StoredSegment;
}

/** Which segments are to be read for a scope: the open one and those of its clusters. */
@Injectable()
export class CurrentSnapshot {
  constructor(private readonly store: SegmentStore) {}

  /** @returns undefined before the first snapshot was built for the model of this program */
  async inScope(unit: Unit): Promise<Snapshot | undefined> {
    const newest = await this.store.newest(unit);
    const clusters = new Set(unit.scope.clusters);
    const model = newest.find(({ audience }) => audience === modelAudience);
    if (model?.fingerprint !== ownModel) return undefined;
    const own = newest.filter(
      ({ audience, clusterId }) => clusterId === null || (clusters.has(clusterId) && !isShared(audience)),
    );
    const shared = newest.filter(
      ({ audience, clusterId, organisations }) =>
        isShared(audience) && organisations > 0 && clusterId !== null && !clusters.has(clusterId),
    );
    return snapshotOf(own, shared);
  }
}

const ownModel = contentFingerprint(modelBytes(defaultModel));

/** The snapshot in a scope; built first where there is none yet. */
@Injectable()
export class ReadySnapshot {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly current: CurrentSnapshot,
    private readonly build: BuildSnapshot,
    private readonly sources: SourceAges,
  ) {}

  in(scope: Scope): Promise<Snapshot> {
    return this.read(scope, (_unit, snapshot) => Promise.resolve(snapshot));
  }

  /**
   * Reads with it in one transaction.
   *
   * @throws {AppError} `matching.nothing-in-reach` for nobody; `matching.snapshot-changing`
   */
  async read<T>(scope: Scope, work: (unit: Unit, snapshot: Snapshot) => Promise<T>): Promise<T> {
    // row-level security keeps even open data from nobody: building would not help
    if (scope.role === 'anonymous') throw nothingInReach();
    const look = (): Promise<{ read: T } | null> =>
      this.unitOfWork.run(scope, async (unit) => {
        const snapshot = await this.current.inScope(unit);
        return snapshot ? { read: await work(unit, snapshot) } : null;
      });
    const found = await look();
    if (found) return found.read;
    await this.build.run();
    const built = await look();
    if (!built) throw snapshotChanging();
    return built.read;
  }

  /** How old the data are that it is built from. */
  ages(unit: Unit, asOf: Date): Promise<SourceAge[]> {
    return this.sources.all(unit, asOf);
  }
}

/** The same with the members of sister clusters, whom no stored list knows. */
export function withSisters(snapshot: Snapshot): Snapshot {
  const { corpus, segments, shared } = snapshot;
  if (shared.length === 0) return snapshot;
  const name = createHash('sha256').update([snapshot.name, ...shared.map(({ sha256 }) => sha256)].join('|'));
  return {
    ...snapshot,
    name: name.digest('hex').slice(0, 12),
    corpus: { ...corpus, segments: [...corpus.segments, ...shared.map(({ id }) => id)] },
    segments: [...segments, ...shared],
    shared: [],
  };
}

/** @returns undefined where a part that every score needs is not among them */
export function snapshotOf(
  parts: readonly StoredSegment[],
  shared: readonly StoredSegment[] = [],
): Snapshot | undefined {
  const part = (audience: Audience): StoredSegment | undefined =>
    parts.find((candidate) => candidate.audience === audience);
  const open = part(openAudience);
  const language = part(languageAudience);
  const model = part(modelAudience);
  const texts = part(textsAudience);
  if (!open || !language || !model || !texts) return undefined;
  const segments = [open, ...parts.filter(({ audience }) => clusterOf(audience) !== null)];
  const used = [...segments, language, model];
  const name = createHash('sha256').update(used.map(({ sha256 }) => sha256).join('|'));
  return {
    name: name.digest('hex').slice(0, 12),
    corpus: { segments: segments.map(({ id }) => id), language: language.id, model: model.id },
    segments: used,
    shared,
    texts,
  };
}
