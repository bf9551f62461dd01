import { Injectable } from '@nestjs/common';

import { ClusterReadModel } from '../../accounts/index.js';
import { OpportunityReadModel } from '../../opportunities/index.js';
import { CorpusReadModel, type CorpusMember, type CorpusText } from '../../organisations/index.js';
import { systemScope } from '../../platform/database/scope.js';
import { UnitOfWork, type Unit } from '../../platform/database/unit-of-work.js';
import { newId } from '../../platform/ids/uuid.js';
import {
  defaultModel,
  learnBoilerplate,
  openSegment,
  SegmentBuilder,
  type CorpusDocument,
  type CorpusOrganisation,
  type TermStatistics,
} from '../../ranking/index.js';
import { ConceptTagger, toOpportunityText } from '../opportunity-text.js';
import { callsAudience, clusterAudience, openAudience, type Audience } from './audience.js';
import { fingerprintOfCalls } from './calls-fingerprint.js';
import { SegmentFolder } from './segment-folder.js';
import { SegmentStore, type StoredSegment } from './segment.store.js';

/** Told as a segment is built: which, and how many texts were read so far. */
export type SnapshotProgress = (audience: Audience, texts: number) => void;

/** Changes with the way segments are written, so that files of an older version are built again. */
const builderVersion = 1;

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
    private readonly opportunities: OpportunityReadModel,
    private readonly segments: SegmentStore,
    private readonly folder: SegmentFolder,
    private readonly tagger: ConceptTagger,
  ) {}

  /** @returns the newest segment of every audience */
  async run(progress: SnapshotProgress = () => undefined): Promise<StoredSegment[]> {
    const clusters = await this.unitOfWork.run(systemScope(), (unit) => this.clusters.all(unit));
    const calls = await this.#calls();
    const open = await this.#segment(null, null, progress);
    const statistics = await this.#statistics(open);
    const own: StoredSegment[] = [];
    for (const cluster of clusters) own.push(await this.#segment(cluster.id, { open, statistics }, progress));
    return [calls, open, ...own];
  }

  async #segment(
    clusterId: string | null,
    base: { open: StoredSegment; statistics: TermStatistics } | null,
    progress: SnapshotProgress,
  ): Promise<StoredSegment> {
    const audience = clusterId === null ? openAudience : clusterAudience(clusterId);
    const scope = systemScope(clusterId === null ? [] : [clusterId]);
    const built = await this.unitOfWork.run(
      scope,
      async (unit) => {
        const state = await this.corpus.fingerprint(unit, clusterId);
        const fingerprint = [builderVersion, defaultModel.version, base?.open.sha256 ?? '', state].join('|');
        const standing = await this.#standing(unit, audience, fingerprint);
        if (standing) return standing;
        const builder = new SegmentBuilder({ name: audience, statistics: base?.statistics ?? null });
        const counts = await this.#fill(builder, unit, clusterId, (texts) => progress(audience, texts));
        return { fingerprint, bytes: builder.finish(), ...counts };
      },
      { view: 'snapshot', statementTimeoutMs: 0 },
    );
    return 'id' in built ? built : this.#keep(scope.clusters, { audience, clusterId, ...built });
  }

  async #fill(
    builder: SegmentBuilder,
    unit: Unit,
    clusterId: string | null,
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

  /** The calls' own part of the snapshot: the words and sentences that calls use whatever they are about. */
  async #calls(): Promise<StoredSegment> {
    const built = await this.unitOfWork.run(systemScope(), async (unit) => {
      const cards = await this.opportunities.scorable(unit, new Date(0));
      const fingerprint = [builderVersion, defaultModel.version, fingerprintOfCalls(cards)].join('|');
      const standing = await this.#standing(unit, callsAudience, fingerprint);
      if (standing) return standing;
      const silent = { concepts: () => [] };
      const boilerplate = learnBoilerplate(cards.map((card) => toOpportunityText(card, silent)));
      const bytes = new TextEncoder().encode(JSON.stringify(boilerplate));
      return { fingerprint, bytes, documents: cards.length, organisations: 0 };
    });
    return 'id' in built ? built : this.#keep([], { audience: callsAudience, clusterId: null, ...built });
  }

  async #standing(unit: Unit, audience: Audience, fingerprint: string): Promise<StoredSegment | undefined> {
    const newest = (await this.segments.newest(unit)).find((segment) => segment.audience === audience);
    if (newest?.fingerprint !== fingerprint) return undefined;
    return (await this.folder.has(newest.fileName)) ? newest : undefined;
  }

  async #keep(
    clusters: readonly string[],
    built: Pick<StoredSegment, 'audience' | 'clusterId' | 'fingerprint' | 'documents' | 'organisations'> & {
      readonly bytes: Uint8Array;
    },
  ): Promise<StoredSegment> {
    const id = newId();
    const fileName = `${built.audience}-${id}.segment`;
    const file = await this.folder.write(fileName, built.bytes);
    return this.unitOfWork.run(systemScope(clusters), async (unit) => {
      await this.segments.add(unit, { ...built, id, fileName, sha256: file.sha256, bytes: file.bytes });
      const [segment] = await this.segments.byIds(unit, [id]);
      if (!segment) throw new Error(`segment ${id} was not stored`);
      return segment;
    });
  }

  async #statistics(open: StoredSegment): Promise<TermStatistics> {
    return openSegment(new Uint8Array(await this.folder.read(open.fileName, open.sha256))).statistics;
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
