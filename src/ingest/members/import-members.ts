import { Injectable } from '@nestjs/common';
import { type Cluster, ClusterReadModel } from '../../accounts/index.js';
import { type Scope, systemScope } from '../../platform/database/scope.js';
import { type Unit, UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { SpooledFile } from '../../platform/files/spooled-file.js';
import { ColumnMaps } from '../column-maps/column-maps.js';
import { type ImportState, ImportRunStore } from '../import-run.store.js';
import { sourceName } from '../column-maps/source-name.js';
import { MemberFileReader } from '../parsing/member-file-reader.js';
import type { ColumnMap } from './column-map.js';
import type { MemberImportPlan } from './member-import-plan.js';
import { clusterOutOfReach, rowsRefused } from './member-import.errors.js';
import { toImportRow } from './member-import-row.js';
import { MemberPlanning, type StandingPlan } from './member-planning.js';
import { memberSource } from './member-records.js';
import type { MemberFile } from './read-member-file.js';
import { WriteMembers } from './write-members.js';

/** A member file and for whom it is. */
export interface MemberImportRequest {
  readonly content: SpooledFile;
  /** the file's own name, without its folder */
  readonly file: string;
  /** slug of the cluster, in any letter case */
  readonly cluster: string;
  readonly sheet?: string | undefined;
  readonly map?: ColumnMap | undefined;
  /** what kind of file it is: the cluster's column map for it is used, or `map` kept for it once it is applied */
  readonly source?: string | undefined;
}

export interface ImportMembersOptions {
  /** one refused row refuses all: nothing is changed */
  readonly strict?: boolean | undefined;
  /** say what would happen, store nothing */
  readonly dryRun?: boolean | undefined;
}

/** What an import did or would do, and how its file was read. */
export interface MemberImportReport {
  /** null of a dry run */
  readonly runId: string | null;
  readonly applied: boolean;
  readonly file: Omit<MemberFile, 'rows'>;
  readonly plan: MemberImportPlan;
}

/**
 * Takes a member list in: at once (`run`, the terminal) or for people to look at first (`preview`).
 *
 * Each is one transaction in the scope of the service over that one cluster. Refused rows are left out and reported,
 * suspected ones taken as new and listed. The same file again changes nothing.
 */
@Injectable()
export class ImportMembers {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clusters: ClusterReadModel,
    private readonly planning: MemberPlanning,
    private readonly writing: WriteMembers,
    private readonly runs: ImportRunStore,
    private readonly reader: MemberFileReader,
    private readonly columnMaps: ColumnMaps,
  ) {}

  /**
   * @throws {AppError} what `MemberFileReader` throws; `ingest.cluster-not-found`, `ingest.column-map-not-found`; strict:
   *   `ingest.rows-refused`
   */
  async run(
    scope: Scope,
    request: MemberImportRequest,
    options: ImportMembersOptions = {},
  ): Promise<MemberImportReport> {
    const cluster = await this.#cluster(scope, request.cluster);
    const file = await this.#read(scope, cluster, request);
    return this.#inCluster(scope, cluster, async (unit) => {
      const standing = await this.planning.plan(unit, cluster.id, file.rows);
      const { plan, known } = standing;
      if (options.strict === true && plan.counts.refused > 0) throw rowsRefused(file.file, plan.rows);
      if (options.dryRun === true) return report(null, false, file, standing);

      const runId = await this.#store(unit, 'applied', { cluster, request, file, standing });
      await this.writing.write(unit, { clusterId: cluster.id, runId, rows: plan.rows, known });
      if (request.source !== undefined && request.map !== undefined)
        await this.columnMaps.save(unit, cluster.id, request.source, request.map);
      return report(runId, true, file, standing);
    });
  }

  /** Stores the run and its rows, changes nothing else; `ApplyMemberImport` carries it out. Throws as `run` does. */
  async preview(scope: Scope, request: MemberImportRequest): Promise<MemberImportReport> {
    const cluster = await this.#cluster(scope, request.cluster);
    const file = await this.#read(scope, cluster, request);
    return this.#inCluster(scope, cluster, async (unit) => {
      const standing = await this.planning.plan(unit, cluster.id, file.rows);
      const runId = await this.#store(unit, 'previewed', { cluster, request, file, standing });
      return report(runId, false, file, standing);
    });
  }

  async #read(scope: Scope, cluster: Cluster, request: MemberImportRequest): Promise<MemberFile> {
    const { content, file, sheet, source } = request;
    if (source === undefined) return this.reader.read({ content, file, sheet, map: request.map });
    const name = sourceName(source);
    const map =
      request.map ??
      (await this.#inCluster(scope, cluster, (unit) => this.columnMaps.find(unit, cluster.id, name))).map;
    const read = await this.reader.read({ content, file, sheet, map });
    return { ...read, notes: [`column map "${name}"`, ...read.notes] };
  }

  async #cluster(scope: Scope, slug: string): Promise<Cluster> {
    const all = await this.unitOfWork.run(scope, (unit) => this.clusters.all(unit));
    const reachable = all.filter(({ id }) => scope.clusters.includes(id));
    const found = reachable.find((cluster) => cluster.slug === slug.trim().toLowerCase());
    if (found === undefined)
      throw clusterOutOfReach(
        slug,
        reachable.map((cluster) => cluster.slug),
      );
    return found;
  }

  #inCluster<T>(scope: Scope, cluster: Cluster, work: (unit: Unit) => Promise<T>): Promise<T> {
    const user = scope.user === undefined ? {} : { user: scope.user };
    return this.unitOfWork.run({ ...systemScope([cluster.id]), ...user }, work);
  }

  #store(
    unit: Unit,
    state: ImportState,
    {
      cluster,
      request,
      file,
      standing,
    }: { cluster: Cluster; request: MemberImportRequest; file: MemberFile; standing: StandingPlan },
  ): Promise<string> {
    const { plan, isHidden } = standing;
    return this.runs.create(
      unit,
      {
        clusterId: cluster.id,
        source: memberSource,
        fileName: request.file,
        sha256: request.content.sha256,
        state,
        counts: plan.counts,
        notes: file.notes,
        columns: file.columns.map(({ heading, treatment, field }) => ({ heading, treatment, field })),
      },
      plan.rows.map((row) => toImportRow(row, isHidden)),
    );
  }
}

/** What is shown names no organisation that only other clusters know. */
function report(
  runId: string | null,
  applied: boolean,
  file: MemberFile,
  standing: StandingPlan,
): MemberImportReport {
  const { rows: _rows, ...how } = file;
  const rows = standing.plan.rows.map((row) =>
    row.organisationId !== null && standing.isHidden(row.organisationId)
      ? { ...row, organisationId: null, matchedBy: null }
      : row,
  );
  return { runId, applied, file: how, plan: { ...standing.plan, rows } };
}
