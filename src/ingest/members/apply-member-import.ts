import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../accounts/index.js';
import type { KnownMember, OrganisationId } from '../../organisations/index.js';
import { type Scope, systemScope } from '../../platform/database/scope.js';
import { type Unit, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { type ImportRow, type ImportRun, ImportRunStore } from '../import-run.store.js';
import { importNotFound, importNotIn } from '../import.errors.js';
import type { PlannedRow } from './member-import-plan.js';
import { decisionWrong, previewOutdated } from './member-import.errors.js';
import { toImportRow, toReadRow } from './member-import-row.js';
import { ImportsUnderway, type TellRows } from './imports-underway.js';
import { MemberPlanning } from './member-planning.js';
import { memberSource } from './member-records.js';
import { WriteMembers } from './write-members.js';

/** What a person says of suspected rows, by line: which of the suspects it is; rows left unsaid are taken as new. */
export type SuspicionDecisions = ReadonlyMap<number, OrganisationId>;

/** Carries out a member import that was previewed: all of it in one transaction, or nothing. */
@Injectable()
export class ApplyMemberImport {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly runs: ImportRunStore,
    private readonly planning: MemberPlanning,
    private readonly writing: WriteMembers,
    private readonly underway: ImportsUnderway,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * Applying what is applied already changes nothing.
   *
   * @throws {AppError} `ingest.import-not-found`, `ingest.import-wrong-state` (undone), `ingest.preview-outdated`,
   *   `ingest.decision-wrong`
   */
  async run(scope: Scope, runId: string, decisions: SuspicionDecisions = new Map()): Promise<ImportRun> {
    const { clusterId, counts } = await memberRun(this.unitOfWork, this.runs, scope, runId);
    const toWrite = rowsToWrite(counts);
    return this.underway.during(runId, toWrite, (tell) =>
      this.unitOfWork.run(onBehalfOf(scope, [clusterId]), async (unit) => {
        if (await this.runs.move(unit, runId, 'previewed', 'applied')) {
          await this.#apply(unit, { clusterId, runId, decisions, tell });
          await this.audit.record(
            unit,
            'import.applied',
            { run: runId, rows: toWrite },
            { cluster: clusterId },
          );
        }
        const run = await this.runs.find(unit, runId);
        if (run.state !== 'applied') throw importNotIn(runId, run.state, 'previewed');
        return run;
      }),
    );
  }

  async #apply(unit: Unit, { clusterId, runId, decisions, tell }: Application): Promise<void> {
    const stored = await this.runs.rows(unit, runId);
    const { plan, known, isHidden } = await this.planning.plan(unit, clusterId, stored.map(toReadRow));
    plan.rows.forEach((row, i) => {
      if (!isAsPreviewed(toImportRow(row, isHidden), stored[i])) throw previewOutdated(runId, row.line);
    });
    const rows = decided(plan.rows, decisions, known);
    await this.writing.write(unit, { clusterId, runId, known, rows }, tell);
  }
}

/** The service over these clusters, whose deeds are the asker's. */
export const onBehalfOf = ({ user }: Scope, clusters: readonly string[]): Scope => ({
  ...systemScope(clusters),
  ...(user === undefined ? {} : { user }),
});

interface Application {
  readonly clusterId: string;
  readonly runId: string;
  readonly decisions: SuspicionDecisions;
  readonly tell: TellRows;
}

/** The others are as they were, twice in the file, or refused. */
const rowsToWrite = ({ new: fresh = 0, changed = 0, suspected = 0 }: ImportRun['counts']): number =>
  fresh + changed + suspected;

/**
 * A member import and its cluster, as far as the scope reaches.
 *
 * @throws {AppError} `ingest.import-not-found`, also for imports of other kinds
 */
export async function memberRun(
  unitOfWork: UnitOfWork,
  runs: ImportRunStore,
  scope: Scope,
  runId: string,
): Promise<ImportRun & { readonly clusterId: string }> {
  const run = await unitOfWork.run(scope, (unit) => runs.find(unit, runId));
  const { clusterId } = run;
  if (run.source !== memberSource || clusterId === null || !scope.clusters.includes(clusterId))
    throw importNotFound(runId);
  return { ...run, clusterId };
}

/** Key order aside: what comes back from the database may have another. */
function isAsPreviewed(now: Omit<ImportRow, 'id'>, then: ImportRow | undefined): boolean {
  if (then === undefined || now.verdict !== then.verdict || now.organisationId !== then.organisationId)
    return false;
  const fields = Object.keys(now.changes);
  return (
    fields.length === Object.keys(then.changes).length &&
    fields.every((field) => JSON.stringify(now.changes[field]) === JSON.stringify(then.changes[field]))
  );
}

function decided(
  rows: readonly PlannedRow[],
  decisions: SuspicionDecisions,
  known: ReadonlyMap<OrganisationId, KnownMember>,
): PlannedRow[] {
  const claimed = new Set(
    rows.flatMap(({ organisationId, verdict }) => (verdict === 'duplicate' ? [] : (organisationId ?? []))),
  );
  const byLine = new Map(rows.map((row) => [row.line, row]));
  for (const [line, organisationId] of decisions) {
    const row = byLine.get(line);
    if (row?.verdict !== 'suspected') throw decisionWrong(line, 'it is not suspected to be anybody');
    const isSuspect = row.suspects.some((suspect) => suspect.organisationId === organisationId);
    if (!isSuspect || !known.has(organisationId))
      throw decisionWrong(line, 'it is not suspected to be that organisation');
    if (claimed.has(organisationId)) throw decisionWrong(line, 'another row is that organisation already');
    claimed.add(organisationId);
    byLine.set(line, { ...row, verdict: 'changed', organisationId });
  }
  return rows.map((row) => byLine.get(row.line) ?? row);
}
