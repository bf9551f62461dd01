import { createHash, timingSafeEqual } from 'node:crypto';

import { Body, Controller, Delete, Get, Headers, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { CurrentScope, notAllowed } from '../../accounts/index.js';
import { systemScope } from '../../platform/database/scope.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { AppError } from '../../platform/errors/app-error.js';
import { isUuid } from '../../platform/ids/uuid.js';
import {
  deliveryCounts,
  deliveryLines,
  holdMail,
  MailSettings,
  openHolds,
  readDeliveryReport,
  recordBounce,
  releaseHold,
} from '../../platform/mail/index.js';
import {
  DeliveryListResponse,
  DeliveryQuery,
  HoldListResponse,
  HoldRequest,
  HoldResponse,
  MailIdPath,
  ReportRequest,
  ReportResponse,
  toDeliveryResponse,
  toHoldResponse,
} from './mail.dto.js';

const mostLines = 100;

/** What stands still, what became of each mail, and reports of what did not arrive. */
@ApiTags('mail')
@Controller('mail')
export class MailController {
  constructor(
    private readonly scope: CurrentScope,
    private readonly unitOfWork: UnitOfWork,
    private readonly settings: MailSettings,
  ) {}

  /** What stands still now. */
  @Get('holds')
  async holds(): Promise<HoldListResponse> {
    const holds = await this.unitOfWork.run(this.scope.ofCaller(), openHolds);
    return { items: holds.map(toHoldResponse) };
  }

  /** Lets mail stand still: one's cluster's, or what is about one of its members; the operator: everybody's. */
  @Post('holds')
  @HttpCode(201)
  async hold(@Body() { cluster, organisation, reason }: HoldRequest): Promise<HoldResponse> {
    const scope = this.scope.ofCaller();
    const operates = scope.role === 'operator';
    if (cluster === undefined ? !operates : !scope.clusters.includes(cluster))
      throw notAllowed('POST /api/v1/mail/holds');
    return this.unitOfWork.run(scope, async (unit) => {
      const by = scope.user !== undefined && isUuid(scope.user) ? scope.user : null;
      const held = { cluster: cluster ?? null, organisation: organisation ?? null, reason, by };
      const id = await holdMail(unit, held);
      const found = (await openHolds(unit)).find((one) => one.id === id);
      if (!found) throw holdNotFound();
      return toHoldResponse(found);
    });
  }

  /** Lets it go on: what became due meanwhile is sent, unless it has gone stale. */
  @Delete('holds/:id')
  @HttpCode(204)
  async release(@Param() { id }: MailIdPath): Promise<void> {
    const released = await this.unitOfWork.run(this.scope.ofCaller(), (unit) => releaseHold(unit, id));
    if (!released) throw holdNotFound();
  }

  /** The last hundred mails, or those in one state, without names and addresses. */
  @Get('deliveries')
  async deliveries(@Query() { state }: DeliveryQuery): Promise<DeliveryListResponse> {
    return this.unitOfWork.run(this.scope.ofCaller(), async (unit) => ({
      counts: await deliveryCounts(unit),
      items: (await deliveryLines(unit, state ?? null, mostLines)).map(toDeliveryResponse),
    }));
  }

  /** Takes a report of what did not arrive, from whoever receives mail for us and shows the secret. */
  @Post('reports')
  @HttpCode(200)
  async report(
    @Body() { to, message }: ReportRequest,
    @Headers('authorization') shown?: string,
  ): Promise<ReportResponse> {
    if (!this.#isOurs(shown)) throw notAllowed('POST /api/v1/mail/reports');
    const report = readDeliveryReport(to, message);
    if (!report) return { taken: false };
    const learnt = await this.unitOfWork.run(systemScope(), (unit) =>
      recordBounce(unit, report.delivery, report),
    );
    return { taken: learnt !== null };
  }

  #isOurs(shown: string | undefined): boolean {
    const { hookSecret } = this.settings;
    if (hookSecret === null || shown === undefined) return false;
    const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
    return timingSafeEqual(digest(shown), digest(`Bearer ${hookSecret}`));
  }
}

const holdNotFound = (): AppError =>
  new AppError('mail.hold-not-found', 'not-found', 'there is no such hold, or it was released already');
