import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { ClusterReadModel, CurrentScope } from '../../accounts/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { systemScope } from '../../platform/database/scope.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Agreements } from '../agreements.js';
import { DecideSharing } from '../decide-sharing.js';
import { ReadFigures } from '../figures/read-figures.js';
import { toFederationResponse, toGivenFigures } from './federation-responses.dto.js';
import {
  AgreementParam,
  FederationFiguresResponse,
  FederationResponse,
  LeftFederationResponse,
  OwnClusterQuery,
  ProposeAgreementRequest,
  SharingMemberParam,
  SharingRequest,
} from './federation.dto.js';

/** What leaves a cluster, to whom and until when: decided by its staff, and by each member for itself. */
@ApiTags('federation')
@Controller('federation')
export class FederationController {
  constructor(
    private readonly scope: CurrentScope,
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly clusters: ClusterReadModel,
    private readonly sharing: DecideSharing,
    private readonly agreements: Agreements,
    private readonly figures: ReadFigures,
  ) {}

  @Get()
  async read(@Query() { cluster }: OwnClusterQuery): Promise<FederationResponse> {
    const scope = this.scope.ofCaller();
    const view = await this.sharing.ofCluster(scope, cluster);
    const { agreements } = await this.agreements.list(scope, cluster);
    const all = await this.unitOfWork.run(systemScope(), (unit) => this.clusters.all(unit));
    return toFederationResponse(view, agreements, all, this.clock.now().toISOString().slice(0, 10));
  }

  /** Figures that sister and daughter clusters give us; fewer than five are kept back, also by difference. */
  @Get('figures')
  async given(@Query() { cluster }: OwnClusterQuery): Promise<FederationFiguresResponse> {
    return { given: (await this.figures.given(this.scope.ofCaller(), cluster)).map(toGivenFigures) };
  }

  /** What may leave of all members; each may be stricter, and so may its other clusters. */
  @Put('sharing')
  @HttpCode(204)
  async share(@Query() { cluster }: OwnClusterQuery, @Body() body: SharingRequest): Promise<void> {
    await this.sharing.rule(this.scope.ofCaller(), cluster, null, body);
  }

  /** What may leave of one member. */
  @Put('sharing/:reference')
  @HttpCode(204)
  async shareMember(
    @Param() { reference }: SharingMemberParam,
    @Query() { cluster }: OwnClusterQuery,
    @Body() body: SharingRequest,
  ): Promise<void> {
    await this.sharing.rule(this.scope.ofCaller(), cluster, reference, body);
  }

  /** From now on it is as for all members. */
  @Delete('sharing/:reference')
  @HttpCode(204)
  async shareAsAll(
    @Param() { reference }: SharingMemberParam,
    @Query() { cluster }: OwnClusterQuery,
  ): Promise<void> {
    await this.sharing.rule(this.scope.ofCaller(), cluster, reference, null);
  }

  /** Proposes an agreement; nothing passes before the other cluster accepts it. */
  @Post('agreements')
  @HttpCode(204)
  async propose(@Query() { cluster }: OwnClusterQuery, @Body() body: ProposeAgreementRequest): Promise<void> {
    await this.agreements.propose(this.scope.ofCaller(), cluster, { ...body, until: body.until ?? null });
  }

  @Post('agreements/:id/accept')
  @HttpCode(204)
  async accept(@Param() { id }: AgreementParam, @Query() { cluster }: OwnClusterQuery): Promise<void> {
    await this.agreements.accept(this.scope.ofCaller(), cluster, id);
  }

  /** Ends, declines or withdraws an agreement: nothing passes from this moment on. */
  @Delete('agreements/:id')
  @HttpCode(204)
  async end(@Param() { id }: AgreementParam, @Query() { cluster }: OwnClusterQuery): Promise<void> {
    await this.agreements.end(this.scope.ofCaller(), cluster, id);
  }

  /** Leaves the federation: every agreement ends, and our members disappear from every other list at once. */
  @Post('leave')
  @HttpCode(200)
  async leave(@Query() { cluster }: OwnClusterQuery): Promise<LeftFederationResponse> {
    return { ended: await this.agreements.leave(this.scope.ofCaller(), cluster) };
  }
}
