import { Injectable } from '@nestjs/common';
import { AuditTrail, ClusterReadModel } from '../../accounts/index.js';
import {
  KnownMembersReadModel,
  type OrganisationId,
  OrganisationStore,
  type StatedEvidence,
} from '../../organisations/index.js';
import { Clock } from '../../platform/clock/clock.js';
import type { Scope } from '../../platform/database/scope.js';
import { type Unit, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { stableId } from '../../platform/ids/uuid.js';
import { type ImportRun, ImportRunStore } from '../import-run.store.js';
import { importNotIn } from '../import.errors.js';
import { memberRun, onBehalfOf } from './apply-member-import.js';
import { undoBlocked, undoOfMerged, undoTooLate } from './member-import.errors.js';
import { type BeforeMember, storedBefore } from './member-import-row.js';
import { MemberImportStore } from './member-import.store.js';
import { isSettled, memberSource } from './member-records.js';

const undoDays = 30;
const dayMs = 86_400_000;

interface Undone {
  readonly id: OrganisationId;
  readonly before: BeforeMember;
}

/** Takes an applied member import back as a whole, except what organisations have confirmed since. */
@Injectable()
export class UndoMemberImport {
  readonly #audit = new AuditTrail();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clusters: ClusterReadModel,
    private readonly runs: ImportRunStore,
    private readonly imports: MemberImportStore,
    private readonly organisations: OrganisationStore,
    private readonly known: KnownMembersReadModel,
    private readonly clock: Clock,
  ) {}

  /**
   * Undoing what is undone already changes nothing. A PIC or VAT number that an organisation gained stays in the
   * registry.
   *
   * @throws {AppError} `ingest.import-not-found`, `ingest.import-wrong-state` (never applied), `ingest.undo-blocked`
   *   (a later import wrote to the same organisations), `ingest.undo-of-merged` (staff merged some of them since),
   *   `ingest.undo-too-late`
   */
  async run(scope: Scope, runId: string): Promise<ImportRun> {
    const { clusterId } = await memberRun(this.unitOfWork, this.runs, scope, runId);
    const all = await this.unitOfWork.run(scope, (unit) => this.clusters.all(unit));
    // over all clusters: an organisation may leave the registry only where no other cluster knows it
    return this.unitOfWork.run(
      onBehalfOf(
        scope,
        all.map(({ id }) => id),
      ),
      async (unit) => {
        await this.imports.lock(unit, clusterId);
        const run = await this.runs.find(unit, runId);
        if (run.state === 'applied') {
          await this.#undo(unit, clusterId, run);
          await this.#audit.record(unit, 'import.undone', { run: runId }, { cluster: clusterId });
        } else if (run.state !== 'undone') throw importNotIn(runId, run.state, 'applied');
        return this.runs.find(unit, runId);
      },
    );
  }

  async #undo(unit: Unit, clusterId: string, run: ImportRun): Promise<void> {
    const age = this.clock.now().getTime() - Date.parse(run.appliedAt ?? run.createdAt);
    if (age > undoDays * dayMs) throw undoTooLate(run.id, undoDays);
    if (await this.imports.isOverwritten(unit, run.id)) throw undoBlocked(run.id);

    const rows = await this.runs.rows(unit, run.id);
    const undone = rows.flatMap((row): Undone[] => {
      const before = storedBefore(row);
      return before === undefined || row.organisationId === null
        ? []
        : [{ id: row.organisationId as OrganisationId, before }];
    });
    const ids = undone.map(({ id }) => id);
    if (await this.imports.isMerged(unit, clusterId, ids)) throw undoOfMerged(run.id);
    const confirmed = await this.#confirmed(unit, clusterId, undone);
    await this.#restore(unit, clusterId, undone, confirmed);
    await this.runs.move(unit, run.id, 'applied', 'undone');
  }

  async #restore(
    unit: Unit,
    clusterId: string,
    undone: readonly Undone[],
    confirmed: ReadonlyMap<OrganisationId, readonly StatedEvidence[]>,
  ): Promise<void> {
    const ids = undone.map(({ id }) => id);
    const kept = undone.flatMap(({ id, before }) => [...before.evidence, ...(confirmed.get(id) ?? [])]);
    const evidence = [...new Map(kept.map((one) => [one.id, one])).values()];
    await this.organisations.replaceEvidence(
      unit,
      { source: memberSource, clusterId, organisationIds: ids },
      evidence,
    );

    await this.organisations.saveRecords(
      unit,
      undone.flatMap(({ before }) => before.record ?? []),
    );
    await this.organisations.saveMemberships(
      unit,
      undone.flatMap(({ before }) => before.membership ?? []),
    );
    const spoke = await this.organisations.thatSpoke(unit, clusterId, ids);
    const gone = undone.filter(({ id }) => (confirmed.get(id) ?? []).length === 0 && !spoke.has(id));
    await this.organisations.removeRecords(
      unit,
      gone.flatMap(({ id, before }) =>
        before.record === null ? [stableId('member-record', clusterId, id)] : [],
      ),
    );
    await this.organisations.removeMemberships(
      unit,
      gone.flatMap(({ id, before }) =>
        before.membership === null ? [stableId('membership', clusterId, id)] : [],
      ),
    );
    await this.organisations.removeUnsaid(
      unit,
      gone.flatMap(({ id, before }) => (before.registered ? [id] : [])),
    );
  }

  /** What organisations have confirmed by now, by organisation; one that confirmed anything stays a member. */
  async #confirmed(
    unit: Unit,
    clusterId: string,
    undone: readonly Undone[],
  ): Promise<Map<OrganisationId, readonly StatedEvidence[]>> {
    const ids = new Set(undone.map(({ id }) => id));
    const standing = await this.known.find(unit, {
      clusterId,
      source: memberSource,
      pics: [],
      vatNumbers: [],
      foldedNames: [],
    });
    return new Map(
      standing
        .filter(({ id }) => ids.has(id))
        .map(({ id, evidence }) => [id, evidence.filter(({ state }) => isSettled(state))]),
    );
  }
}
