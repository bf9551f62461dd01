import { Injectable } from '@nestjs/common';

import { AuditTrail, ClusterReadModel, HeldRecords } from '../../accounts/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { systemScope, type Scope } from '../../platform/database/scope.js';
import { UnitOfWork, type Unit } from '../../platform/database/unit-of-work.js';
import { lockMemberList } from '../lock-member-list.store.js';
import { MergeCandidatesReadModel } from './merge-candidates.read-model.js';
import { mergeInUse, mergeNotFound, mergeSpokenFor, mergeTooOld, noSuchProposal } from './merge.errors.js';
import { MergeStore, type TakenDecision } from './merge.store.js';
import { pairKey, proposeMerges, type MergeProposal } from './propose-merges.js';

/** How long a merge can be taken back, in days; that two entries are two can always be. */
export const mergeUndoDays = 30;
/** Most decisions that are shown, and that count: a cluster has some hundreds of members. */
const mostDecisions = 2_000;
const mostProposals = 100;
const dayMs = 86_400_000;

/** Says nothing of whether somebody uses the entry: it goes along, others said it, or it was asked for already. */
const notInUse = [
  'organisation',
  'organisation_record',
  'membership',
  'evidence',
  'exclusion',
  'role_grant',
  'organisation_merge',
];

export interface ProposedMerges {
  readonly proposals: readonly MergeProposal[];
  /** of them all, also those beyond the list */
  readonly count: number;
  readonly decisions: readonly TakenDecision[];
}

/** Two entries of a cluster that may be one organisation: proposed by rules, decided by its staff, taken back by them. */
@Injectable()
export class DecideMerges {
  readonly #candidates = new MergeCandidatesReadModel();
  readonly #store = new MergeStore();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clusters: ClusterReadModel,
    private readonly held: HeldRecords,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Of all clusters in the scope; nothing is changed by looking. */
  async proposed(scope: Scope): Promise<ProposedMerges> {
    const found = await Promise.all(
      scope.clusters.map((cluster) =>
        this.unitOfWork.run(systemScope([cluster]), (unit) => this.#proposed(unit, cluster)),
      ),
    );
    const proposals = found.flatMap((one) => one.proposals);
    return {
      proposals: proposals.slice(0, mostProposals),
      count: proposals.length,
      decisions: found.flatMap((one) => one.decisions),
    };
  }

  /**
   * They are one: what the cluster keeps about `other` goes to `kept`. Nobody else's data move.
   *
   * @returns the id of the decision, to take it back by
   * @throws {AppError} `organisations.no-such-proposal`, `organisations.merge-spoken-for`, `organisations.merge-in-use`
   */
  async same(scope: Scope, kept: string, other: string): Promise<string> {
    return this.#decide(scope, kept, other, async (unit, cluster, proposal) => {
      if (proposal.other.hasPeople) throw mergeSpokenFor(other);
      if (await this.#isInUse(unit, other)) throw mergeInUse(other);
      const moved = await this.#store.move(unit, { cluster, kept, other }, this.held.keptOfMembers);
      const id = await this.#store.decide(unit, toDecision(cluster, proposal, 'same'), moved);
      await this.audit.record(unit, 'organisation.merged', { merge: id }, { cluster, organisation: kept });
      return id;
    });
  }

  /** They are two: the pair is not proposed again. @throws {AppError} `organisations.no-such-proposal` */
  async different(scope: Scope, kept: string, other: string): Promise<string> {
    return this.#decide(scope, kept, other, async (unit, cluster, proposal) => {
      const id = await this.#store.decide(unit, toDecision(cluster, proposal, 'different'), null);
      await this.audit.record(unit, 'organisation.told-apart', { merge: id }, { cluster });
      return id;
    });
  }

  /** @throws {AppError} `organisations.merge-not-found`, `organisations.merge-too-old` */
  async undo(scope: Scope, id: string): Promise<void> {
    await this.#everywhere(scope, async (unit) => {
      const seen = await this.#store.hold(unit, id, scope.clusters);
      if (!seen) throw mergeNotFound(id);
      const { clusterId: cluster, keptId: kept, otherId: other, moved, decision, decidedAt } = seen;
      await lockMemberList(unit, cluster);
      if (moved) {
        if (this.clock.now().getTime() - decidedAt.getTime() > mergeUndoDays * dayMs)
          throw mergeTooOld(id, mergeUndoDays);
        await this.#store.moveBack(unit, { cluster, kept, other }, moved);
      }
      await this.#store.undone(unit, id);
      const concerned = decision === 'same' ? { cluster, organisation: kept } : { cluster };
      await this.audit.record(unit, 'organisation.merge-undone', { merge: id }, concerned);
    });
  }

  async #decide(
    scope: Scope,
    kept: string,
    other: string,
    carryOut: (unit: Unit, cluster: string, proposal: MergeProposal) => Promise<string>,
  ): Promise<string> {
    return this.#everywhere(scope, async (unit) => {
      for (const cluster of scope.clusters) {
        await lockMemberList(unit, cluster);
        const { proposals } = await this.#proposed(unit, cluster);
        const found = proposals.find((one) => one.kept.id === kept && one.other.id === other);
        if (found) return carryOut(unit, cluster, found);
      }
      throw noSuchProposal(kept, other);
    });
  }

  async #proposed(unit: Unit, cluster: string): Promise<Omit<ProposedMerges, 'count'>> {
    const decisions = await this.#store.standing(unit, cluster, mostDecisions);
    const apart = decisions.map(({ keptId, otherId }) => pairKey(keptId, otherId));
    const candidates = await this.#candidates.of(unit, cluster);
    return { proposals: proposeMerges(candidates, new Set(apart)), decisions };
  }

  #isInUse(unit: Unit, organisation: string): Promise<boolean> {
    const along = this.held.keptOfMembers.map(({ table }) => table);
    const elsewhere = this.held.tables.filter(
      ({ table }) => !notInUse.includes(table) && !along.includes(table),
    );
    return this.#store.isInUse(unit, elsewhere, organisation);
  }

  /** The service over every cluster, whose deeds are the asker's: an entry may be in use in any of them. */
  async #everywhere<T>({ user }: Scope, work: (unit: Unit) => Promise<T>): Promise<T> {
    const clusters = await this.unitOfWork.run(systemScope(), (unit) => this.clusters.all(unit));
    const scope = systemScope(clusters.map(({ id }) => id));
    return this.unitOfWork.run(user === undefined ? scope : { ...scope, user }, work);
  }
}

const toDecision = (
  clusterId: string,
  { kept, other, reasons }: MergeProposal,
  decision: 'same' | 'different',
) => ({
  clusterId,
  keptId: kept.id,
  otherId: other.id,
  keptName: kept.names[0]?.legalName ?? '',
  otherName: other.names[0]?.legalName ?? '',
  decision,
  reasons,
});
