import { Injectable } from '@nestjs/common';

import {
  AuditTrail,
  MemberContactsReadModel,
  type Cluster,
  type MemberContacts,
} from '../../accounts/index.js';
import type { FitRun } from '../../matching/index.js';
import { OpportunityOutlines, type OpportunityOutline } from '../../opportunities/index.js';
import { MemberNoteStore, type MemberNote, type MemberOutline } from '../../organisations/index.js';
import type { Scope } from '../../platform/database/scope.js';
import { UnitOfWork, type Unit } from '../../platform/database/unit-of-work.js';
import { ClusterPool, type Pool } from '../cluster/cluster-pool.js';
import { memberState } from './member-state.js';
import type { MemberRow } from './members.js';

export interface Members {
  readonly cluster: Cluster;
  readonly run: FitRun | null;
  /** also those who left, in order of name */
  readonly rows: readonly MemberRow[];
}

export interface MembersWanted {
  readonly cluster?: string | undefined;
  readonly asOf: Date;
}

/** What the rows of one cluster are made of. */
export interface Findings {
  readonly pool: Pool;
  readonly calls: ReadonlyMap<string, OpportunityOutline>;
  readonly contacts: ReadonlyMap<string, MemberContacts>;
  readonly next: ReadonlyMap<string, MemberNote>;
  readonly asOf: Date;
}

/** The members of a cluster, with where they stand and what is to be done. */
@Injectable()
export class ReadMembers {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly pool: ClusterPool,
    private readonly outlines: OpportunityOutlines,
    private readonly people: MemberContactsReadModel,
    private readonly notes: MemberNoteStore,
    private readonly audit: AuditTrail,
  ) {}

  async all(scope: Scope, wanted: MembersWanted): Promise<Members> {
    const findings = await this.unitOfWork.run(scope, (unit) => this.findings(unit, wanted));
    const { pool } = findings;
    return {
      cluster: pool.cluster,
      run: pool.run,
      rows: pool.everyone.map((member) => toRow(member, findings)),
    };
  }

  /** They leave as a table: that is written down, for each of them to read. */
  async taken(scope: Scope, cluster: string, rows: number): Promise<void> {
    await this.unitOfWork.run(scope, (unit) =>
      this.audit.record(unit, 'members.exported', { rows, about: 'members' }, { cluster }),
    );
  }

  /** What the rows of one cluster are made of, read in the scope of whoever asks. */
  async findings(unit: Unit, { cluster, asOf }: MembersWanted): Promise<Findings> {
    const pool = await this.pool.read(unit, cluster);
    const listed = await this.outlines.listed(unit, asOf);
    return {
      pool,
      calls: new Map(listed.map((call) => [call.id as string, call])),
      contacts: await this.people.ofCluster(unit, pool.cluster.id),
      next: await this.notes.nextSteps(unit, pool.cluster.id),
      asOf,
    };
  }
}

export function toRow(member: MemberOutline, { pool, calls, contacts, next, asOf }: Findings): MemberRow {
  const known = contacts.get(member.id);
  const fits = pool.fits.ofMember(member.id).filter(({ opportunity }) => calls.has(opportunity));
  const strong = fits.filter(({ fit }) => fit.band === 'strong').length;
  return {
    member,
    state: memberState(member, known, asOf),
    strong,
    good: fits.length - strong,
    contacts: known?.contacts ?? 0,
    invitedAt: known?.invitedAt ?? null,
    confirmedAt: known?.confirmedAt ?? null,
    next: next.get(member.id) ?? null,
  };
}
