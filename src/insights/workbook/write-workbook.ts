import { Injectable } from '@nestjs/common';

import { AuditTrail, ClusterReadModel } from '../../accounts/index.js';
import { MatchOrganisations, type Match, type OrganisationMatches } from '../../matching/index.js';
import type { Scope } from '../../platform/database/scope.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Taxonomy } from '../../taxonomy/index.js';
import type { Language } from '../language.js';
import { likelyRole } from '../likely-role.js';
import { narrowScope } from '../narrow-scope.js';
import { programmePart } from '../programme-part.js';
import { isQuoted } from '../quoted-reasons.js';
import { toShownSource } from '../shown-source.js';
import { ClusterMembers, type ReadMembers } from './cluster-members.js';
import { candidates, pairKey, type ListedPair, type WorkbookFindings } from './workbook-findings.js';
import { workbookContents } from './workbook-file.js';
import { WorkbookPress } from './workbook-press.js';
import { workbookWords } from './workbook-words.js';

export interface WorkbookWanted {
  readonly language: Language;
  /** the day it speaks of */
  readonly asOf: Date;
}

export interface Workbook {
  /** short name of the cluster */
  readonly slug: string;
  /** an .xlsx file */
  readonly bytes: Uint8Array;
}

/** Writes the workbook of one cluster for its officers. */
@Injectable()
export class WriteWorkbook {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clusters: ClusterReadModel,
    private readonly members: ClusterMembers,
    private readonly matching: MatchOrganisations,
    private readonly taxonomy: Taxonomy,
    private readonly audit: AuditTrail,
    private readonly press: WorkbookPress,
  ) {}

  /**
   * Whoever asks, it holds only what officers of this cluster may read. That it was asked for is written down.
   *
   * @param scope of the asker, who must be in reach of the cluster
   * @throws {AppError} `accounts.cluster-not-found`, `insights.no-members`
   */
  async ofCluster(scope: Scope, slug: string, { language, asOf }: WorkbookWanted): Promise<Workbook> {
    const cluster = await this.unitOfWork.run(scope, async (unit) => {
      const found = await this.clusters.ownBySlug(unit, slug);
      await this.audit.record(
        unit,
        'workbook.written',
        { cluster: found.id, about: 'members' },
        { cluster: found.id },
      );
      return found;
    });
    const narrow = narrowScope(scope, [cluster.id]);
    const read = await this.unitOfWork.run(narrow, (unit) => this.members.read(unit, cluster));
    const matches = await this.matching.rank(narrow, [...read.members.keys()], asOf);
    const listed = await this.#listed(narrow, matches, read);
    const findings: WorkbookFindings = {
      words: workbookWords(language),
      cluster,
      asOf,
      snapshot: matches.snapshot,
      sources: matches.sources.map((source) => toShownSource(source, asOf)),
      model: matches.model,
      organisations: read.members,
      inventedLeftOut: read.inventedLeftOut,
      opportunities: matches.opportunities,
      byOrganisation: matches.byOrganisation,
      listed,
      ecosystems: this.taxonomy.ecosystems.terms.map(({ code, label }) => ({ code, name: label[language] })),
      partOf: (card) => programmePart(card, this.taxonomy, language),
    };
    return { slug: cluster.slug, bytes: await this.press.write(workbookContents(findings)) };
  }

  /** Of the candidates, those with at least one reason quoted from both sides. */
  async #listed(
    scope: Scope,
    matches: OrganisationMatches,
    { members, competenceKinds }: ReadMembers,
  ): Promise<Map<string, ListedPair>> {
    const pairs = candidates(matches.byOrganisation);
    const reasons = await this.matching.reasons(scope, matches, pairs);
    const listed = new Map<string, ListedPair>();
    pairs.forEach((pair: Match, at) => {
      const found = reasons[at] ?? [];
      if (!found.some(isQuoted)) return;
      const type = members.get(pair.organisation)?.card.facts.type ?? null;
      const kinds = found.map(({ evidence }) => competenceKinds.get(evidence?.id ?? '') ?? null);
      listed.set(pairKey(pair), { reasons: found, role: likelyRole(kinds, type) });
    });
    return listed;
  }
}
