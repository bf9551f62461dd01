import { Injectable } from '@nestjs/common';

import type { Scope } from '../../platform/database/scope.js';
import { UnitOfWork, type Unit } from '../../platform/database/unit-of-work.js';
import { ofNoOrganisation } from '../account.errors.js';
import { AuditTrail } from '../audit-trail.store.js';
import type { Cluster } from '../cluster.js';
import { ClusterReadModel } from '../cluster.read-model.js';
import { ClusterSettingsOfOwn } from '../clusters/cluster-settings.js';
import { actionsOf, type TrailKind } from './trail-deeds.js';
import { TrailReadModel, type TrailEntry, type TrailFilter, type TrailOf } from './trail.read-model.js';
import { toTrailLine, type TrailLine } from './trail-line.js';

/** What is asked of a trail. */
export interface TrailWanted extends Omit<TrailFilter, 'actions'> {
  readonly kinds: readonly TrailKind[];
}

export interface TrailPage {
  readonly lines: readonly TrailLine[];
  readonly total: number;
  readonly more: boolean;
  readonly people: readonly { readonly id: string; readonly name: string }[];
}

/** Lines that one table holds at most, the newest. */
export const mostTaken = 10_000;

/**
 * The audit trail for those it concerns: an organisation reads what was done in its name and who saw or took what about
 * it; a cluster's staff read what was done there. Who is behind a mask stays there: a sister shows as its cluster.
 */
@Injectable()
export class Trail {
  readonly #read = new TrailReadModel();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clusters: ClusterReadModel,
    private readonly settings: ClusterSettingsOfOwn,
    private readonly audit: AuditTrail,
  ) {}

  async page(
    scope: Scope,
    of: TrailOf,
    wanted: TrailWanted,
    page: { readonly after: string | null; readonly limit: number },
  ): Promise<TrailPage> {
    const filter = toFilter(wanted);
    return this.unitOfWork.run(scope, async (unit) => {
      const found = await this.#read.lines(unit, of, filter, { ...page, limit: page.limit + 1 });
      return {
        lines: await this.#shown(unit, found.slice(0, page.limit)),
        total: await this.#read.count(unit, of, filter),
        more: found.length > page.limit,
        people: await this.#read.people(unit, of),
      };
    });
  }

  /** All lines for a table; that it was taken is written down too. */
  async take(scope: Scope, of: TrailOf, wanted: TrailWanted): Promise<readonly TrailLine[]> {
    return this.unitOfWork.run(scope, async (unit) => {
      const page = { after: null, limit: mostTaken };
      const lines = await this.#shown(unit, await this.#read.lines(unit, of, toFilter(wanted), page));
      await this.audit.record(unit, 'trail.exported', { lines: lines.length }, of);
      return lines;
    });
  }

  /** @throws {AppError} `accounts.cluster-not-found` */
  async ofCluster(scope: Scope, slug: string | undefined): Promise<{ cluster: Cluster; of: TrailOf }> {
    const cluster = await this.settings.own(scope, slug);
    return { cluster, of: { cluster: cluster.id } };
  }

  /** @throws {AppError} `accounts.of-no-organisation` */
  ofOrganisation({ organisation }: Scope): TrailOf {
    if (organisation === undefined) throw ofNoOrganisation();
    return { organisation };
  }

  async #shown(unit: Unit, entries: readonly TrailEntry[]): Promise<TrailLine[]> {
    const clusters = new Map((await this.clusters.all(unit)).map((one) => [one.id as string, one]));
    return entries.map((entry) => toTrailLine(entry, clusters));
  }
}

const toFilter = ({ kinds, person, from, to }: TrailWanted): TrailFilter => ({
  actions: actionsOf(kinds),
  person,
  from,
  to,
});
