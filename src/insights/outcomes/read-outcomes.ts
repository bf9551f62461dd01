import { Injectable } from '@nestjs/common';

import type { Cluster } from '../../accounts/index.js';
import { MemberOutlines } from '../../organisations/index.js';
import { systemScope, type Scope } from '../../platform/database/scope.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Taxonomy } from '../../taxonomy/index.js';
import { OwnCluster } from '../cluster/own-cluster.js';
import { MemberEcosystems } from '../coverage/member-ecosystems.js';
import type { Language } from '../language.js';
import { partCounts, stageCounts, type StageCounts } from './outcome-chain.js';
import { OutcomeChainsReadModel, type FoundChain, type FundedBoard } from './outcome-chains.read-model.js';

export interface OutcomesWanted {
  readonly cluster?: string | undefined;
  readonly language: Language;
  /** only chains with a step since then; null: all */
  readonly since: Date | null;
}

export interface OutcomePart {
  /** empty: none stated, or none recognised */
  readonly code: string;
  /** null: the code says it all, or the pages have a word for it */
  readonly name: string | null;
  readonly counts: StageCounts;
}

/** What came of a cluster's suggestions, as counts. */
export interface Outcomes {
  readonly cluster: Cluster;
  readonly whole: StageCounts;
  /** different members and different calls at each stage */
  readonly members: StageCounts;
  readonly calls: StageCounts;
  /** pairs of an agreed consortium in which the member leads */
  readonly led: number;
  readonly byProgramme: readonly OutcomePart[];
  readonly byEcosystem: readonly OutcomePart[];
  /** small firms apart from other companies */
  readonly byKind: readonly OutcomePart[];
  readonly funded: readonly FundedBoard[];
}

/** Code of members that belong to more than one ecosystem: they have a part of their own, so that nobody counts twice. */
export const severalEcosystems = 'several';
const mostFunded = 50;

/** Counts what became of each member and each call. */
@Injectable()
export class ReadOutcomes {
  readonly #chains = new OutcomeChainsReadModel();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly own: OwnCluster,
    private readonly outlines: MemberOutlines,
    private readonly ecosystems: MemberEcosystems,
    private readonly taxonomy: Taxonomy,
  ) {}

  /** @throws {AppError} `insights.no-cluster`, `accounts.cluster-not-found` */
  async of(scope: Scope, { cluster: slug, language, since }: OutcomesWanted): Promise<Outcomes> {
    const { cluster, members, ecosystemsOf, funded } = await this.unitOfWork.run(scope, async (unit) => {
      const found = await this.own.find(unit, slug);
      return {
        cluster: found,
        members: await this.outlines.ofCluster(unit, found.id),
        ecosystemsOf: await this.ecosystems.ofCluster(unit, found.id),
        funded: await this.#chains.funded(unit, found.id, mostFunded),
      };
    });
    const chains = await this.unitOfWork.run(systemScope([cluster.id]), (unit) =>
      this.#chains.ofCluster(unit, cluster.id, { members: members.map(({ id }) => id), since }),
    );
    const kinds = new Map(members.map(({ id, type, sme }) => [id as string, kindOf(type, sme)]));
    const programmes = new Map(chains.map((chain) => [chain.call, chain.programme ?? '']));
    const names = new Map(this.taxonomy.ecosystems.terms.map(({ code, label }) => [code, label[language]]));
    const parts = (partOf: (chain: { organisation: string; call: string }) => string): OutcomePart[] =>
      partCounts(chains, partOf).map((part) => ({ ...part, name: names.get(part.code) ?? null }));
    return {
      cluster,
      whole: stageCounts(chains),
      members: stageCounts(furthest(chains, ({ organisation }) => organisation)),
      calls: stageCounts(furthest(chains, ({ call }) => call)),
      led: chains.filter(({ leads }) => leads).length,
      byProgramme: parts(({ call }) => programmes.get(call) ?? ''),
      byEcosystem: parts(({ organisation }) => {
        const [first = '', ...others] = ecosystemsOf.get(organisation) ?? [];
        return others.length > 0 ? severalEcosystems : first;
      }),
      byKind: parts(({ organisation }) => kinds.get(organisation) ?? ''),
      funded,
    };
  }
}

/** `SME`: a company that says it is small; else the type as participants state it. */
export const kindOf = (type: string | null, sme: boolean | null): string =>
  type === 'PRC' && sme === true ? 'SME' : (type ?? '');

/** One chain per member, or per call: the furthest it came. */
function furthest(chains: readonly FoundChain[], keyOf: (chain: FoundChain) => string): FoundChain[] {
  const best = new Map<string, FoundChain>();
  for (const chain of chains) {
    const known = best.get(keyOf(chain));
    if (!known || known.reached < chain.reached) best.set(keyOf(chain), chain);
  }
  return [...best.values()];
}
