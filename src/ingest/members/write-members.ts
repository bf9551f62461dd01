import { Injectable } from '@nestjs/common';
import { type KnownMember, type OrganisationId, OrganisationStore } from '../../organisations/index.js';
import { Clock } from '../../platform/clock/clock.js';
import type { Unit } from '../../platform/database/unit-of-work.js';
import { newId, stableId } from '../../platform/ids/uuid.js';
import { detectLanguage } from '../../taxonomy/index.js';
import { ImportRunStore } from '../import-run.store.js';
import type { TellRows } from './imports-underway.js';
import { takeOver } from './member-changes.js';
import type { PlannedRow } from './member-import-plan.js';
import { beforeOf } from './member-import-row.js';
import {
  memberSource,
  type StatementContext,
  toEvidence,
  toKnownOrganisation,
  toMembership,
  toRecord,
} from './member-records.js';
import type { MemberRow } from './member-row.js';
import { statementOf } from './plan-member-import.js';

/** A plan to be carried out for one stored run. */
export interface PlannedRun {
  readonly clusterId: string;
  readonly runId: string;
  readonly rows: readonly PlannedRow[];
  readonly known: ReadonlyMap<OrganisationId, KnownMember>;
}

/** Rows written at once: as many as one can be told of in between. */
const blockRows = 100;

interface Written {
  readonly id: OrganisationId;
  readonly member: MemberRow;
  readonly standing: KnownMember | undefined;
}

/** Carries a plan out: new, changed and suspected rows are written, what stood is remembered for undo. */
@Injectable()
export class WriteMembers {
  constructor(
    private readonly organisations: OrganisationStore,
    private readonly runs: ImportRunStore,
    private readonly clock: Clock,
  ) {}

  /**
   * @param unit in the scope of the service over the cluster; the run and its rows are stored already
   * @param tell how many rows are written so far
   */
  async write(unit: Unit, run: PlannedRun, tell: TellRows = () => undefined): Promise<void> {
    const ids = new Map<number, OrganisationId>();
    const written: Written[] = [];
    for (const row of run.rows) {
      if (row.member === null) continue;
      const id = idOf(row, row.member, ids);
      ids.set(row.line, id);
      if (row.verdict === 'duplicate' || row.verdict === 'same') continue;
      written.push({ id, member: row.member, standing: run.known.get(id) });
    }
    for (let from = 0; from < written.length; from += blockRows) {
      const block = written.slice(from, from + blockRows);
      await this.#save(unit, run, block);
      tell(from + block.length);
    }
    await this.#remember(unit, run, ids, written);
  }

  async #save(unit: Unit, run: PlannedRun, written: readonly Written[]): Promise<void> {
    const context: StatementContext = {
      clusterId: run.clusterId,
      runId: run.runId,
      today: this.clock.now().toISOString().slice(0, 10),
      languageOf: detectLanguage,
    };
    const stated = written.map(({ id, member, standing }) => {
      const before = standing === undefined ? null : toKnownOrganisation(standing, []).statement;
      return { id, standing, statement: takeOver(before, statementOf(member)) };
    });
    await this.organisations.register(
      unit,
      written.map(({ id, member: { pic, vatNumber } }) => ({
        id,
        pic,
        vatNumber,
        listed: false,
        invented: false,
      })),
    );
    await this.organisations.saveRecords(
      unit,
      stated.map(({ id, statement, standing }) => toRecord(id, statement, standing?.record ?? null, context)),
    );
    await this.organisations.saveMemberships(
      unit,
      stated.map(({ id, statement, standing }) =>
        toMembership(id, statement, standing?.membership ?? null, context),
      ),
    );
    await this.organisations.replaceEvidence(
      unit,
      { source: memberSource, clusterId: run.clusterId, organisationIds: stated.map(({ id }) => id) },
      stated.flatMap(({ id, statement, standing }) =>
        toEvidence(id, statement, standing?.evidence ?? [], context),
      ),
    );
  }

  async #remember(
    unit: Unit,
    run: PlannedRun,
    ids: ReadonlyMap<number, OrganisationId>,
    written: readonly Written[],
  ): Promise<void> {
    const before = new Map(written.map(({ member, standing }) => [member.line, beforeOf(standing)]));
    const stored = await this.runs.rows(unit, run.runId);
    await this.runs.remember(
      unit,
      stored
        .filter(({ line }) => ids.has(line))
        .map(({ id, line }) => ({
          id,
          organisationId: ids.get(line) ?? null,
          before: before.get(line) ?? null,
        })),
    );
  }
}

/** One of open data keeps the id that its import gives it by PIC; all others get a new one. */
function idOf(row: PlannedRow, { pic }: MemberRow, ids: ReadonlyMap<number, OrganisationId>): OrganisationId {
  const first = row.duplicateOf === null ? undefined : ids.get(row.duplicateOf);
  return (
    first ??
    row.organisationId ??
    ((pic === null ? newId() : stableId('organisation', 'pic', pic)) as OrganisationId)
  );
}
