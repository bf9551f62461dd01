import { Injectable } from '@nestjs/common';

import type { Cluster } from '../../accounts/index.js';
import { MemberFitsReadModel, type FitRun } from '../../matching/index.js';
import { OpportunityOutlines, type OpportunityOutline } from '../../opportunities/index.js';
import type { MemberOutline } from '../../organisations/index.js';
import type { Scope } from '../../platform/database/scope.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Taxonomy } from '../../taxonomy/index.js';
import { ClusterPool, type Pool } from '../cluster/cluster-pool.js';
import { noSuchCell, noSuchRun } from '../insights.errors.js';
import type { Language } from '../language.js';
import { programmePart, type ProgrammePartName } from '../programme-part.js';
import { partCodeOf } from '../radar/radar.js';
import { coverageCells, untold, type CoverageCell } from './coverage.js';
import { MemberEcosystems } from './member-ecosystems.js';

export interface CoverageWanted {
  /** short name of the cluster; absent: the asker's only one */
  readonly cluster?: string | undefined;
  readonly asOf: Date;
  readonly language: Language;
  /** id of an earlier run, to compare with */
  readonly compare?: string | undefined;
}

export interface CoverageAxis extends ProgrammePartName {
  /** members of an ecosystem, calls of a part */
  readonly count: number;
}

/** Ecosystems against programme parts, for one cluster. */
export interface Coverage {
  readonly cluster: Cluster;
  readonly run: FitRun | null;
  /** runs that can be compared with, the newest first */
  readonly runs: readonly FitRun[];
  readonly members: number;
  readonly ecosystems: readonly CoverageAxis[];
  readonly parts: readonly CoverageAxis[];
  readonly cells: readonly CoverageCell[];
  /** the run compared with, and its cells in the same order; null where none was asked for */
  readonly before: { readonly run: FitRun; readonly cells: readonly CoverageCell[] } | null;
}

/** What stands behind one cell. */
export interface CoverageList {
  readonly ecosystem: CoverageAxis;
  readonly part: CoverageAxis;
  readonly cell: CoverageCell;
  readonly members: readonly { readonly member: MemberOutline; readonly calls: number }[];
  /** calls of the part, those that most members fit first; without any: what is missing */
  readonly calls: readonly { readonly call: OpportunityOutline; readonly members: number }[];
}

/** How many earlier days can be compared with. */
const mostRuns = 30;

interface Read {
  readonly pool: Pool;
  readonly calls: readonly OpportunityOutline[];
  readonly ecosystemsOf: ReadonlyMap<string, readonly string[]>;
}

/** Counts what the members of each ecosystem cover of each programme part, from the pool that the radar counts. */
@Injectable()
export class ReadCoverage {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly pool: ClusterPool,
    private readonly outlines: OpportunityOutlines,
    private readonly fits: MemberFitsReadModel,
    private readonly ecosystems: MemberEcosystems,
    private readonly taxonomy: Taxonomy,
  ) {}

  /**
   * Compared with an earlier run, today's members and today's calls are counted by what stood then: what changed is
   * what they can do, not what is open.
   *
   * @throws {AppError} `insights.no-cluster`, `insights.no-such-run`
   */
  async all(scope: Scope, wanted: CoverageWanted): Promise<Coverage> {
    return this.unitOfWork.run(scope, async (unit) => {
      const pool = await this.pool.read(unit, wanted.cluster);
      const read: Read = {
        pool,
        calls: await this.outlines.listed(unit, wanted.asOf),
        ecosystemsOf: await this.ecosystems.ofCluster(unit, pool.cluster.id),
      };
      const runs = await this.fits.runs(unit, mostRuns);
      const earlier = runs.find(({ id }) => id === wanted.compare);
      if (wanted.compare !== undefined && !earlier) throw noSuchRun(wanted.compare);
      const axes = this.#axes(read, wanted.language);
      const before = earlier && {
        run: earlier,
        cells: cellsOf({ ...read, pool: await this.pool.read(unit, pool.cluster.slug, earlier) }, axes),
      };
      return {
        cluster: pool.cluster,
        run: pool.run,
        runs: runs.filter(({ id }) => id !== pool.run?.id),
        members: pool.members.size,
        ...axes,
        cells: cellsOf(read, axes),
        before: before ?? null,
      };
    });
  }

  /** @throws {AppError} `insights.no-such-cell` where no ecosystem or no part has that code */
  async one(scope: Scope, ecosystem: string, part: string, wanted: CoverageWanted): Promise<CoverageList> {
    return this.unitOfWork.run(scope, async (unit) => {
      const pool = await this.pool.read(unit, wanted.cluster);
      const calls = await this.outlines.listed(unit, wanted.asOf);
      const ecosystemsOf = await this.ecosystems.ofCluster(unit, pool.cluster.id);
      const axes = this.#axes({ pool, calls, ecosystemsOf }, wanted.language);
      const row = axes.ecosystems.find(({ code }) => code === ecosystem);
      const column = axes.parts.find(({ code }) => code === part);
      const cell = cellsOf({ pool, calls, ecosystemsOf }, axes).find(
        (each) => each.ecosystem === ecosystem && each.part === part,
      );
      if (!row || !column || !cell) throw noSuchCell();
      const within = new Set(cell.members);
      const listed = calls
        .filter((call) => partCodeOf(call) === part)
        .map((call) => ({
          call,
          members: pool.fits.ofCall(call.id).filter(({ organisation }) => within.has(organisation)).length,
        }))
        .sort((a, b) => b.members - a.members);
      const reached = new Set(listed.map(({ call }) => call.id as string));
      const members = cell.members
        .flatMap((id) => pool.members.get(id) ?? [])
        .map((member) => ({
          member,
          calls: pool.fits.ofMember(member.id).filter(({ opportunity }) => reached.has(opportunity)).length,
        }))
        .sort((a, b) => b.calls - a.calls || Number(a.member.name > b.member.name) - 0.5);
      return { ecosystem: row, part: column, cell, members, calls: listed };
    });
  }

  #axes({ pool, calls, ecosystemsOf }: Read, language: Language) {
    const noName = { ecosystem: { en: 'None recognised', it: 'Nessuno riconosciuto' }[language] };
    const belongs = (code: string): number =>
      [...pool.members.keys()].filter((id) => {
        const codes = ecosystemsOf.get(id) ?? [];
        return code === untold ? codes.length === 0 : codes.includes(code);
      }).length;
    const ecosystems = [
      ...this.taxonomy.ecosystems.terms.map(({ code, label }) => ({ code, name: label[language] })),
      { code: untold, name: noName.ecosystem },
    ].map((axis) => ({ ...axis, count: belongs(axis.code) }));
    const parts = new Map<string, CoverageAxis>();
    for (const call of calls) {
      const code = partCodeOf(call);
      const name =
        programmePart(call, this.taxonomy, language)?.name ??
        { en: 'None stated', it: 'Nessuna dichiarata' }[language];
      parts.set(code, { code, name, count: (parts.get(code)?.count ?? 0) + 1 });
    }
    return {
      ecosystems,
      parts: [...parts.values()].sort((a, b) => b.count - a.count || a.name.localeCompare(b.name)),
    };
  }
}

function cellsOf(
  { pool, calls, ecosystemsOf }: Read,
  axes: Pick<Coverage, 'ecosystems' | 'parts'>,
): CoverageCell[] {
  return coverageCells(
    { ecosystems: axes.ecosystems.map(({ code }) => code), parts: axes.parts.map(({ code }) => code) },
    {
      members: [...pool.members.values()].map(({ id, type }) => ({
        id,
        type,
        ecosystems: ecosystemsOf.get(id) ?? [],
        fits: pool.fits.ofMember(id),
      })),
      calls: calls.map((call) => ({ id: call.id, part: partCodeOf(call), fits: pool.fits.ofCall(call.id) })),
    },
  );
}
