import { Injectable } from '@nestjs/common';

import { ClusterReadModel } from '../../accounts/index.js';
import { OpportunityReadModel } from '../../opportunities/index.js';
import { CorpusReadModel, type CorpusMember, type CorpusText } from '../../organisations/index.js';
import { systemScope } from '../../platform/database/scope.js';
import { UnitOfWork, type Unit } from '../../platform/database/unit-of-work.js';
import {
  defaultModel,
  learnBoilerplate,
  openSegment,
  SegmentBuilder,
  type CorpusDocument,
  type CorpusOrganisation,
  type TermStatistics,
} from '../../ranking/index.js';
import { BilingualWords, ConceptTagger, toOpportunityText } from '../opportunity-text.js';
import {
  clusterAudience,
  languageAudience,
  modelAudience,
  openAudience,
  textsAudience,
  type Audience,
} from './audience.js';
import { languageBytes, modelBytes, textsBytes } from './part-contents.js';
import type { StoredSegment } from './segment.store.js';
import { SnapshotParts } from './snapshot-parts.js';

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
    private readonly opportunities: OpportunityReadModel,
    private readonly parts: SnapshotParts,
    private readonly tagger: ConceptTagger,
    private readonly words: BilingualWords,
  ) {}

  /** @returns the newest part of every audience: together they are all that a score run reads */
  async run(progress: SnapshotProgress = () => undefined): Promise<StoredSegment[]> {
    const clusters = await this.unitOfWork.run(systemScope(), (unit) => this.clusters.all(unit));
    const calls = await this.#calls();
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
    const built = await this.unitOfWork.run(
      scope,
      async (unit) => {
        const state = await this.corpus.fingerprint(unit, clusterId);
        const fingerprint = [builderVersion, defaultModel.version, base?.open.sha256 ?? '', state].join('|');
        const standing = await this.parts.standing(unit, audience, fingerprint);
        if (standing) return standing;
        const builder = new SegmentBuilder({ name: audience, statistics: base?.statistics ?? null });
        const counts = await this.#fill(builder, unit, clusterId, (texts) => progress(audience, texts));
        return { fingerprint, bytes: builder.finish(), ...counts };
      },
      { view: 'snapshot', statementTimeoutMs: 0 },
    );
    return 'id' in built ? built : this.parts.keep(scope.clusters, { audience, clusterId, ...built });
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

  /**
   * What calls bring to a score: how they speak (the words and sentences they use whatever they are about, and those
   * that bridge the two languages), and their texts as they are read now.
   */
  async #calls(): Promise<StoredSegment[]> {
    const cards = await this.unitOfWork.run(systemScope(), (unit) =>
      this.opportunities.scorable(unit, new Date(0)),
    );
    const calls = cards.map((card) => ({
      version: card.version,
      text: toOpportunityText(card, this.tagger),
    }));
    const boilerplate = learnBoilerplate(calls.map(({ text }) => text));
    const language = { boilerplate, pairs: this.words.pairs };
    return [
      await this.parts.add(languageAudience, languageBytes(language), calls.length),
      await this.parts.add(textsAudience, textsBytes(calls), calls.length),
    ];
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
