import { Injectable } from '@nestjs/common';

import type { Cluster } from '../../accounts/index.js';
import type { FitRun, MemberFit } from '../../matching/index.js';
import {
  OpportunityOutlines,
  OpportunityReadModel,
  type OpportunityOutline,
} from '../../opportunities/index.js';
import type { MemberOutline } from '../../organisations/index.js';
import type { Scope } from '../../platform/database/scope.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { SourceAges, type SourceAge } from '../../sources/index.js';
import { callSources } from '../call-sources.js';
import { ClusterPool, type Pool } from '../cluster/cluster-pool.js';
import { maskedCount, ReadSisterFits, type MaskedCount } from '../cluster/sister-fits.js';
import { noSuchCall } from '../insights.errors.js';
import { radarRow, type RadarRow } from './radar.js';

/** Every listed call against one cluster's pool. */
export interface Radar {
  readonly cluster: Cluster;
  readonly run: FitRun | null;
  /** live members that were counted */
  readonly members: number;
  /** in order of identifier */
  readonly rows: readonly RadarRow[];
  readonly sources: readonly SourceAge[];
}

/** The page behind a row: who was counted. */
export interface RadarCall {
  readonly call: OpportunityOutline;
  readonly row: RadarRow;
  /** the best first */
  readonly members: readonly { readonly member: MemberOutline; readonly fit: MemberFit }[];
  readonly run: FitRun | null;
}

export interface RadarWanted {
  /** short name of the cluster; absent: the asker's only one */
  readonly cluster?: string | undefined;
  readonly asOf: Date;
}

/** Calls against the cluster's pool, counted from the stored lists of its members. */
@Injectable()
export class ReadRadar {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly pool: ClusterPool,
    private readonly outlines: OpportunityOutlines,
    private readonly opportunities: OpportunityReadModel,
    private readonly sisters: ReadSisterFits,
    private readonly ages: SourceAges,
  ) {}

  async all(scope: Scope, { cluster, asOf }: RadarWanted): Promise<Radar> {
    const { pool, calls, sources } = await this.unitOfWork.run(scope, async (unit) => ({
      pool: await this.pool.read(unit, cluster),
      calls: await this.outlines.listed(unit, asOf),
      sources: await this.ages.of(unit, callSources, asOf),
    }));
    const sisters = await this.#sisters(pool);
    const rows = calls.map((call) => toRow(call, pool, asOf, sisters(call.id)));
    return { cluster: pool.cluster, run: pool.run, members: pool.members.size, rows, sources };
  }

  /** @throws {AppError} `opportunities.not-found`, `insights.not-listed` */
  async one(scope: Scope, reference: string, { cluster, asOf }: RadarWanted): Promise<RadarCall> {
    const { pool, call } = await this.unitOfWork.run(scope, async (unit) => {
      const id = await this.opportunities.resolve(unit, reference);
      const calls = await this.outlines.listed(unit, asOf);
      return { pool: await this.pool.read(unit, cluster), call: calls.find((listed) => listed.id === id) };
    });
    if (!call) throw noSuchCall(reference);
    const sisters = await this.#sisters(pool);
    const members = pool.fits.ofCall(call.id).flatMap((fit) => {
      const member = pool.members.get(fit.organisation);
      return member ? [{ member, fit }] : [];
    });
    return { call, row: toRow(call, pool, asOf, sisters(call.id)), members, run: pool.run };
  }

  async #sisters({ cluster, run, members }: Pool): Promise<(call: string) => MaskedCount> {
    if (run === null) return () => ({ count: 0 });
    const own = new Set(members.keys());
    const real = [...members.values()].some(({ invented }) => !invented);
    const found = await this.sisters.besides(cluster.id, run, real);
    return (call) => maskedCount(found.get(call), own);
  }
}

function toRow(call: OpportunityOutline, pool: Pool, asOf: Date, sisters: MaskedCount): RadarRow {
  const typeOf = (organisation: string): MemberOutline['type'] =>
    pool.members.get(organisation)?.type ?? null;
  return radarRow(call, pool.fits.ofCall(call.id), {
    asOf,
    strong: pool.fits.strongOf(call.id),
    sisters,
    typeOf,
  });
}
