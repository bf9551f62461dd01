import { Injectable } from '@nestjs/common';

import type { Cluster } from '../../accounts/index.js';
import { FairLists, NewcomerShareStore, type NewcomerShare } from '../../matching/index.js';
import { OpportunityOutlines } from '../../opportunities/index.js';
import { PartnerTraitsReadModel, type MemberOutline } from '../../organisations/index.js';
import { systemScope, type Scope } from '../../platform/database/scope.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ClusterPool } from '../cluster/cluster-pool.js';
import { OutcomeChainsReadModel } from '../outcomes/outcome-chains.read-model.js';
import { acceptedStage } from '../outcomes/outcome-chain.js';
import { kindOf } from '../outcomes/read-outcomes.js';
import { alertFor, concentrationOf, exposedGroups, exposureOf, type ExposedGroup } from './exposure.js';

/** Who of a cluster's members gets the suggestions. */
export interface Fairness {
  readonly cluster: Cluster;
  /** ISO instant of the run that lists come from; null before a first one */
  readonly countedAt: string | null;
  readonly calls: number;
  readonly suggestions: number;
  /** of the ten most suggested; null without suggestions */
  readonly concentration: number | null;
  readonly concentrationAlert: number | null;
  /** `newcomer` and `experienced` */
  readonly byExperience: readonly ExposedGroup[];
  readonly byKind: readonly ExposedGroup[];
  /** by NUTS 3 code, as far as members state so much */
  readonly byProvince: readonly ExposedGroup[];
  readonly lever: {
    /** what lists keep for newcomers now */
    readonly share: number;
    /** what the installation keeps where nobody says more */
    readonly usual: number;
    /** every turn of it, the last one first */
    readonly log: readonly NewcomerShare[];
  };
}

const mostTurns = 50;

/** Counts who stands in the first places of the lists of a cluster's members. */
@Injectable()
export class ReadFairness {
  readonly #chains = new OutcomeChainsReadModel();
  readonly #traits = new PartnerTraitsReadModel();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly pool: ClusterPool,
    private readonly outlines: OpportunityOutlines,
    private readonly lever: NewcomerShareStore,
    private readonly fairLists: FairLists,
  ) {}

  /** @throws {AppError} `insights.no-cluster`, `accounts.cluster-not-found` */
  async of(scope: Scope, slug: string | undefined, asOf: Date): Promise<Fairness> {
    const { pool, calls, newcomers } = await this.unitOfWork.run(scope, async (unit) => {
      const found = await this.pool.read(unit, slug);
      return {
        pool: found,
        calls: await this.outlines.listed(unit, asOf),
        newcomers: await this.#traits.newcomers(unit, [...found.members.keys()]),
      };
    });
    const { cluster, members: outlines } = pool;
    const members = [...outlines.keys()];
    const { chains, log } = await this.unitOfWork.run(systemScope([cluster.id]), async (unit) => ({
      chains: await this.#chains.ofCluster(unit, cluster.id, { members, since: null }),
      log: await this.lever.log(unit, cluster.id, mostTurns),
    }));
    const accepted = new Map<string, number>();
    for (const { organisation, reached } of chains)
      if (reached >= acceptedStage) accepted.set(organisation, (accepted.get(organisation) ?? 0) + 1);
    const usual = this.fairLists.shares(this.fairLists.usual)?.newcomer ?? 0;
    const share = log[0]?.share ?? usual;
    const exposure = exposureOf(
      calls.map(({ id }) => pool.fits.ofCall(id)),
      { newcomers, share },
    );
    const groups = (group: (member: MemberOutline | undefined, id: string) => string): ExposedGroup[] =>
      exposedGroups(members, { group: (id) => group(outlines.get(id), id), exposure, accepted });
    return {
      cluster,
      countedAt: pool.run?.finishedAt ?? null,
      calls: calls.length,
      suggestions: exposure.suggestions,
      concentration: concentrationOf(exposure),
      concentrationAlert: alertFor(members.length),
      byExperience: groups((_, id) => (newcomers.has(id) ? 'newcomer' : 'experienced')),
      byKind: groups((member) => (member ? kindOf(member.type, member.sme) : '')),
      byProvince: groups((member) => provinceOf(member?.nuts ?? null)),
      lever: { share, usual, log },
    };
  }
}

/** NUTS 3 codes have five characters; a region alone is no province. */
const provinceOf = (nuts: string | null): string =>
  nuts !== null && nuts.length >= 5 ? nuts.slice(0, 5) : '';
