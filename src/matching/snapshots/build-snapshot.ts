import { Injectable } from '@nestjs/common';

import { ClusterReadModel } from '../../accounts/index.js';
import { CorpusReadModel, type CorpusMember, type CorpusText } from '../../organisations/index.js';
import { systemScope } from '../../platform/database/scope.js';
import { UnitOfWork, type Unit } from '../../platform/database/unit-of-work.js';
import {
  defaultModel,
  openSegment,
  SegmentBuilder,
  type CorpusDocument,
  type CorpusOrganisation,
  type TermStatistics,
} from '../../ranking/index.js';
import { addVectors, type MeantText } from '../embedding/evidence-vectors.js';
import { TextVectors } from '../embedding/text-vectors.js';
import { ConceptTagger } from '../opportunity-text.js';
import { clusterAudience, modelAudience, openAudience, type Audience } from './audience.js';
import { BuildCallParts } from './build-call-parts.js';
import { modelBytes } from './part-contents.js';
import type { StoredSegment } from './segment.store.js';
import { SnapshotParts, unfinished } from './snapshot-parts.js';

/** Told as a segment is built: which, and how many texts were read so far. */
export type SnapshotProgress = (audience: Audience, texts: number) => void;

/** Changes with the way segments are written, so that files of an older version are built again. */
const builderVersion = 2;

/**
 * Brings the snapshot up to date: one segment per audience, each read in the scope of that audience alone, so that
 * no role bypasses row-level security. What did not change since its last build is kept.
 */
@Injectable()
export class BuildSnapshot {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clusters: ClusterReadModel,
    private readonly corpus: CorpusReadModel,
    private readonly callParts: BuildCallParts,
    private readonly parts: SnapshotParts,
    private readonly tagger: ConceptTagger,
    private readonly vectors: TextVectors,
  ) {}

  /** @returns the newest part of every audience: together they are all that a score run reads */
  async run(progress: SnapshotProgress = () => undefined): Promise<StoredSegment[]> {
    const clusters = await this.unitOfWork.run(systemScope(), (unit) => this.clusters.all(unit));
    const calls = await this.callParts.build();
    const model = await this.parts.add(modelAudience, modelBytes(defaultModel), 0);
    const open = await this.#segment(null, null, progress);
    const statistics = await this.#statistics(open);
    const own: StoredSegment[] = [];
    for (const cluster of clusters) own.push(await this.#segment(cluster.id, { open, statistics }, progress));
    return [...calls, model, open, ...own];
  }

  async #segment(
    clusterId: string | null,
    base: { open: StoredSegment; statistics: TermStatistics } | null,
    progress: SnapshotProgress,
  ): Promise<StoredSegment> {
    const audience = clusterId === null ? openAudience : clusterAudience(clusterId);
    const scope = systemScope(clusterId === null ? [] : [clusterId]);
    const read = await this.unitOfWork.run(
      scope,
      async (unit) => {
        const state = await this.corpus.fingerprint(unit, clusterId);
        const fingerprint = [
          builderVersion,
          defaultModel.version,
          base?.open.sha256 ?? '',
          state,
          ...(this.vectors.model === null ? [] : [this.vectors.model]),
        ].join('|');
        const standing = await this.parts.standing(unit, audience, fingerprint);
        if (standing) return standing;
        const builder = new SegmentBuilder({ name: audience, statistics: base?.statistics ?? null });
        const meant: MeantText[] = [];
        const counts = await this.#fill(builder, unit, { clusterId, meant }, (texts) =>
          progress(audience, texts),
        );
        return { fingerprint, builder, meant, counts };
      },
      { view: 'snapshot', statementTimeoutMs: 0 },
    );
    if ('id' in read) return read;
    const { builder, meant, counts } = read;
    // outside the transaction: nobody's rows wait for a provider
    const before = meant.length === 0 ? null : await this.parts.newest(scope.clusters, audience);
    const missing = await addVectors(builder, meant, this.vectors, before && new Uint8Array(before));
    const fingerprint = missing === 0 ? read.fingerprint : unfinished(read.fingerprint);
    const bytes = builder.finish();
    return this.parts.keep(scope.clusters, { audience, clusterId, fingerprint, bytes, ...counts });
  }

  async #fill(
    builder: SegmentBuilder,
    unit: Unit,
    { clusterId, meant }: { readonly clusterId: string | null; readonly meant: MeantText[] },
    progress: (texts: number) => void,
  ): Promise<{ documents: number; organisations: number }> {
    let organisations = 0;
    let documents = 0;
    for await (const member of this.corpus.organisations(unit, clusterId)) {
      builder.addOrganisation(toCorpusOrganisation(member, clusterId === null));
      organisations += 1;
    }
    for await (const text of this.corpus.texts(unit, clusterId)) {
      builder.addDocument(this.#toDocument(text));
      if (this.vectors.model !== null) meant.push({ ...text, text: `${text.title}\n${text.text}`.trim() });
      documents += 1;
      if (documents % 500 === 0) progress(documents);
    }
    progress(documents);
    return { documents, organisations };
  }

  #toDocument(text: CorpusText): CorpusDocument {
    const { kind, text: body, holders, ...rest } = text;
    const concepts =
      text.concepts.length > 0
        ? text.concepts
        : this.tagger.concepts(`${text.title}\n${body}`, text.language).map(({ code }) => code);
    const total = holders.reduce((sum, { contributionEur }) => sum + (contributionEur ?? 0), 0);
    return {
      ...rest,
      type: kind,
      body,
      concepts,
      holders: holders.map(({ organisation, role, contributionEur }) => ({
        organisation,
        role: role ?? 'owner',
        share: contributionEur === null || total <= 0 ? null : Math.max(0, contributionEur) / total,
      })),
    };
  }

  async #statistics(open: StoredSegment): Promise<TermStatistics> {
    return openSegment(new Uint8Array(await this.parts.read(open))).statistics;
  }
}

function toCorpusOrganisation(member: CorpusMember, listed: boolean): CorpusOrganisation {
  return {
    id: member.id,
    key: member.pic ?? member.id,
    country: member.country,
    nuts: member.nuts,
    type: member.type as CorpusOrganisation['type'],
    sme: member.sme,
    listed,
  };
}
