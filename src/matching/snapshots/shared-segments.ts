import { Injectable } from '@nestjs/common';

import { ClusterReadModel } from '../../accounts/index.js';
import { PublishShared, SharedMembersReadModel, type SharedEvidence } from '../../federation/index.js';
import { systemScope } from '../../platform/database/scope.js';
import { UnitOfWork, type Unit } from '../../platform/database/unit-of-work.js';
import {
  defaultModel,
  openSegment,
  SegmentBuilder,
  type CorpusDocument,
  type CorpusOrganisation,
} from '../../ranking/index.js';
import { ConceptTagger } from '../opportunity-text.js';
import { openAudience, sharedAudience } from './audience.js';
import { SegmentStore, type StoredSegment } from './segment.store.js';
import { SnapshotParts } from './snapshot-parts.js';

/** Changes with the way these segments are written. */
const builderVersion = 1;

/** What members of sister clusters are ranked by: only what was made for others to see, under ids that say nothing. */
@Injectable()
export class SharedSegments {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly publish: PublishShared,
    private readonly shared: SharedMembersReadModel,
    private readonly segments: SegmentStore,
    private readonly parts: SnapshotParts,
    private readonly tagger: ConceptTagger,
    private readonly clusters: ClusterReadModel,
  ) {}

  /**
   * Brings what one cluster shows up to date, and its segment with it. Repeatable.
   *
   * @returns undefined before there is open data to measure words by, or where the cluster shows nobody and never did
   */
  async refresh(clusterId: string): Promise<StoredSegment | undefined> {
    await this.publish.cluster(clusterId);
    const audience = sharedAudience(clusterId);
    const built = await this.unitOfWork.run(
      systemScope([clusterId]),
      async (unit) => {
        const newest = await this.segments.newest(unit);
        const open = newest.find((segment) => segment.audience === openAudience);
        if (!open) return undefined;
        const state = await this.shared.fingerprint(unit, clusterId);
        const fingerprint = [builderVersion, defaultModel.version, open.sha256, state].join('|');
        const standing = await this.parts.standing(unit, audience, fingerprint);
        if (standing) return standing;
        const { members, bytes, documents } = await this.#build(unit, clusterId, open);
        const never = members === 0 && !newest.some((segment) => segment.audience === audience);
        return never ? undefined : { fingerprint, bytes, documents, organisations: members };
      },
      { view: 'snapshot', statementTimeoutMs: 0 },
    );
    if (!built || 'id' in built) return built;
    return this.parts.keep([clusterId], { audience, clusterId, ...built });
  }

  async refreshAll(): Promise<void> {
    const clusters = await this.unitOfWork.run(systemScope(), (unit) => this.clusters.all(unit));
    for (const { id } of clusters) await this.refresh(id);
  }

  /** After an organisation was removed: no file speaks of it any more, under whatever id. */
  async forgetOld(): Promise<void> {
    const clusters = await this.unitOfWork.run(systemScope(), (unit) => this.clusters.all(unit));
    await this.refreshAll();
    const files = await this.unitOfWork.run(systemScope(clusters.map(({ id }) => id as string)), (unit) =>
      this.segments.forgetOlderShared(unit),
    );
    await this.parts.forget(files);
  }

  async #build(
    unit: Unit,
    clusterId: string,
    open: StoredSegment,
  ): Promise<{ members: number; bytes: Uint8Array; documents: number }> {
    const { statistics } = openSegment(new Uint8Array(await this.parts.read(open)));
    const builder = new SegmentBuilder({ name: sharedAudience(clusterId), statistics });
    const { members, evidence } = await this.shared.ofCluster(unit, clusterId);
    for (const { id, country, region, type, sme } of members)
      builder.addOrganisation({
        id,
        key: id,
        country,
        nuts: region,
        type: type as CorpusOrganisation['type'],
        sme,
        listed: false,
      });
    for (const item of evidence) builder.addDocument(this.#toDocument(item));
    return { members: members.length, bytes: builder.finish(), documents: evidence.length };
  }

  #toDocument({
    id,
    memberId,
    kind,
    text,
    language,
    year,
    state,
    trlFrom,
    trlTo,
  }: SharedEvidence): CorpusDocument {
    return {
      id,
      version: 1,
      type: kind,
      title: '',
      keywords: [],
      body: text,
      language,
      // a year is all that is known of it: its middle
      date: year === null ? null : `${year}-07-01`,
      state,
      concepts: this.tagger.concepts(text, language).map(({ code }) => code),
      topic: null,
      trlFrom,
      trlTo,
      holders: [{ organisation: memberId, role: 'owner', share: null }],
    };
  }
}
