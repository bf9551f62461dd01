import { Injectable } from '@nestjs/common';

import { AuditTrail, MemberContactsReadModel, type ContactCard } from '../../accounts/index.js';
import type { FitRun, MemberFit } from '../../matching/index.js';
import type { OpportunityOutline } from '../../opportunities/index.js';
import {
  EvidenceReadModel,
  MemberNoteStore,
  OrganisationReadModel,
  type EvidenceText,
  type MemberNote,
} from '../../organisations/index.js';
import type { Scope } from '../../platform/database/scope.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Taxonomy } from '../../taxonomy/index.js';
import { noSuchMember } from '../insights.errors.js';
import { ecosystemsOf } from '../workbook/ecosystems-of.js';
import type { EcosystemTag } from '../workbook/workbook-findings.js';
import type { MemberRow } from './members.js';
import { ReadMembers, toRow, type MembersWanted } from './read-members.js';

/** One member as its officers see it. */
export interface MemberPage {
  readonly row: MemberRow;
  readonly contacts: readonly ContactCard[];
  readonly notes: readonly MemberNote[];
  readonly texts: readonly EvidenceText[];
  readonly ecosystems: readonly EcosystemTag[];
  /** listed calls that fit well, the best first */
  readonly calls: readonly { readonly call: OpportunityOutline; readonly fit: MemberFit }[];
  readonly run: FitRun | null;
}

/** The page of one member. */
@Injectable()
export class ReadMember {
  readonly #audit = new AuditTrail();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly members: ReadMembers,
    private readonly people: MemberContactsReadModel,
    private readonly notes: MemberNoteStore,
    private readonly organisations: OrganisationReadModel,
    private readonly evidence: EvidenceReadModel,
    private readonly taxonomy: Taxonomy,
  ) {}

  /** @throws {AppError} `organisations.not-found`, `organisations.ambiguous`, `insights.not-a-member` */
  async one(scope: Scope, reference: string, wanted: MembersWanted): Promise<MemberPage> {
    return this.unitOfWork.run(scope, async (unit) => {
      const id = await this.organisations.resolve(unit, reference);
      const findings = await this.members.findings(unit, wanted);
      const { pool, calls } = findings;
      const member = pool.everyone.find((one) => one.id === id);
      if (!member) throw noSuchMember(pool.cluster.slug);
      await this.#audit.seen(unit, id);
      const texts = await this.evidence.ofOrganisation(unit, id);
      return {
        row: toRow(member, findings),
        contacts: await this.people.ofMember(unit, pool.cluster.id, id),
        notes: await this.notes.of(unit, pool.cluster.id, id),
        texts,
        ecosystems: ecosystemsOf(texts, this.taxonomy),
        calls: pool.fits.ofMember(id).flatMap((fit) => {
          const call = calls.get(fit.opportunity);
          return call ? [{ call, fit }] : [];
        }),
        run: pool.run,
      };
    });
  }
}
