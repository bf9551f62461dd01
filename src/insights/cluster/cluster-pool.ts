import { createHash } from 'node:crypto';

import { Injectable } from '@nestjs/common';

import type { Cluster } from '../../accounts/index.js';
import {
  JudgedPairs,
  MemberFitsReadModel,
  type FitRun,
  type MemberFits,
  type RefusedPairs,
} from '../../matching/index.js';
import { MemberOutlines, type MemberOutline } from '../../organisations/index.js';
import type { Unit } from '../../platform/database/unit-of-work.js';
import { RecentlyUsed } from '../../platform/memory/recently-used.js';
import { CountedFits } from './counted-fits.js';
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
  /** what fits whom, without what the asker refused */
  readonly fits: CountedFits;
}

const nothing: Pick<MemberFits, 'byOpportunity' | 'byMember' | 'version'> = {
  byOpportunity: new Map(),
  byMember: new Map(),
  version: '',
};

/** Clusters, times readers who refused something, whose lists are kept. */
const mostKept = 32;

/** Reads the pool that radar, coverage and the members' page are counted from, so that their figures agree. */
@Injectable()
export class ClusterPool {
  readonly #counted = new RecentlyUsed<CountedFits>(mostKept);

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
    const fits = shown ? await this.fits.ofCluster(unit, shown, cluster.id) : nothing;
    const refused = await this.judged.refused(unit, [...members.keys()]);
    const key = keyOf(fits.version, [...members.keys()], refused);
    const counted = this.#counted.get(key, () => new CountedFits(fits, new Set(members.keys()), refused));
    return { cluster, run: shown, members, everyone, fits: counted };
  }
}

/** What lists depend on, in short: the lists of the run, who is a member, and what the reader refused. */
function keyOf(version: string, members: readonly string[], { byOrganisation }: RefusedPairs): string {
  const pairs = [...byOrganisation].map(([organisation, calls]) => [organisation, ...calls]);
  const hash = createHash('sha256').update(JSON.stringify([version, members, pairs]));
  return hash.digest('base64');
}
