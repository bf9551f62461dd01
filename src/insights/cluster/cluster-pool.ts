import { Injectable } from '@nestjs/common';

import type { Cluster } from '../../accounts/index.js';
import {
  JudgedPairs,
  MemberFitsReadModel,
  type FitRun,
  type MemberFit,
  type MemberFits,
} from '../../matching/index.js';
import { MemberOutlines, type MemberOutline } from '../../organisations/index.js';
import type { Unit } from '../../platform/database/unit-of-work.js';
import { OwnCluster } from './own-cluster.js';

/** A cluster's members and what they fit, as one person of its staff sees it. */
export interface Pool {
  readonly cluster: Cluster;
  /** the run its figures come from; null before a first one has finished */
  readonly run: FitRun | null;
  /** live members, by id, in order of name */
  readonly members: ReadonlyMap<string, MemberOutline>;
  /** also those who left */
  readonly everyone: readonly MemberOutline[];
  /** members that fit a call well, the best first; without what the asker refused */
  readonly ofCall: (opportunity: string) => readonly MemberFit[];
  /** calls that fit a member well, the best first; closed ones among them */
  readonly ofMember: (organisation: string) => readonly MemberFit[];
}

const nothing: Pick<MemberFits, 'byOpportunity' | 'byMember'> = {
  byOpportunity: new Map(),
  byMember: new Map(),
};

/** Reads the pool that radar, coverage and the members' page are counted from, so that their figures agree. */
@Injectable()
export class ClusterPool {
  constructor(
    private readonly own: OwnCluster,
    private readonly outlines: MemberOutlines,
    private readonly fits: MemberFitsReadModel,
    private readonly judged: JudgedPairs,
  ) {}

  /** @param runId an earlier run; absent: the one that is shown */
  async read(unit: Unit, slug: string | undefined, run?: FitRun): Promise<Pool> {
    const cluster = await this.own.find(unit, slug);
    const everyone = await this.outlines.ofCluster(unit, cluster.id);
    const members = new Map(
      everyone.filter(({ live }) => live).map((member) => [member.id as string, member]),
    );
    const shown = run ?? (await this.fits.shownRun(unit));
    const { byOpportunity, byMember } = shown ? await this.fits.ofCluster(unit, shown, cluster.id) : nothing;
    const refused = await this.judged.refused(unit, [...members.keys()]);
    // told once and not of each of the half a million pairs: in most clusters nobody is gone and little is refused
    const someGone = [...byMember.keys()].some((id) => !members.has(id));
    return {
      cluster,
      run: shown,
      members,
      everyone,
      ofCall: (opportunity) => {
        const fits = byOpportunity.get(opportunity) ?? [];
        const not = refused.byOpportunity.get(opportunity);
        if (!someGone && !not) return fits;
        return fits.filter(({ organisation }) => members.has(organisation) && !not?.has(organisation));
      },
      ofMember: (organisation) => {
        const fits = members.has(organisation) ? (byMember.get(organisation) ?? []) : [];
        const not = refused.byOrganisation.get(organisation);
        return not ? fits.filter(({ opportunity }) => !not.has(opportunity)) : fits;
      },
    };
  }
}
