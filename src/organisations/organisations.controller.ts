import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiExtraModels, ApiTags } from '@nestjs/swagger';

import { AuditTrail, CurrentScope } from '../accounts/index.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { ReferenceParam } from '../platform/http/reference.dto.js';
import { EvidenceReadModel } from './evidence.read-model.js';
import {
  ListOrganisationsQuery,
  OrganisationPage,
  OrganisationResponse,
  ProvenanceResponse,
  toOrganisationResponse,
  toOrganisationSummary,
} from './organisation.dto.js';
import { organisationNotFound } from './organisation.errors.js';
import { FundedProjectsReadModel } from './funded-projects.read-model.js';
import { OrganisationReadModel } from './organisation.read-model.js';

/** What somebody without a cluster is shown of its members. */
const noMembers: OrganisationPage = { items: [], total: 0, inventedLeftOut: 0, next: null };

/** Past projects shown with an organisation. */
const newestShown = 5;

@ApiTags('organisations')
@ApiExtraModels(ProvenanceResponse)
@Controller('organisations')
export class OrganisationsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly scope: CurrentScope,
    private readonly organisations: OrganisationReadModel,
    private readonly evidence: EvidenceReadModel,
    private readonly projects: FundedProjectsReadModel,
    private readonly audit: AuditTrail,
  ) {}

  /** Organisations of open data and members of the asker's cluster, in order of id; invented ones only while there are no real ones. */
  @Get()
  async list(@Query() query: ListOrganisationsQuery): Promise<OrganisationPage> {
    const scope = this.scope.ofCaller();
    const { search, country, members, after, limit } = query;
    const clusterId = scope.clusters[0];
    if (members !== undefined && clusterId === undefined) return noMembers;
    const page = await this.unitOfWork.run(scope, (unit) =>
      this.organisations.list(unit, {
        limit,
        ...(search === undefined ? {} : { search }),
        ...(country === undefined ? {} : { country }),
        ...(members === undefined || clusterId === undefined ? {} : { clusterId }),
        ...(after === undefined ? {} : { after }),
      }),
    );
    const items = page.items.map(toOrganisationSummary);
    const { total, inventedLeftOut } = page;
    return { items, total, inventedLeftOut, next: page.more ? (items.at(-1)?.id ?? null) : null };
  }

  /** One organisation, by our id, PIC or exact name, with its own evidence and where each fact comes from. */
  @Get(':reference')
  async one(@Param() { reference }: ReferenceParam): Promise<OrganisationResponse> {
    return this.unitOfWork.run(this.scope.ofCaller(), async (unit) => {
      const id = await this.organisations.resolve(unit, reference);
      const card = await this.organisations.card(unit, id);
      if (!card) throw organisationNotFound(reference);
      await this.audit.seen(unit, id);
      return toOrganisationResponse(card, await this.evidence.ofOrganisation(unit, id), {
        ...(await this.projects.pastWork(unit, id)),
        newest: await this.projects.newest(unit, id, newestShown),
      });
    });
  }
}
