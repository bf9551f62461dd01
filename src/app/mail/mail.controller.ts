import { createHash, timingSafeEqual } from 'node:crypto';

import { Body, Controller, Delete, Get, Headers, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { AuditTrail, CurrentScope, notAllowed } from '../../accounts/index.js';
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
  retryDelivery,
  suppressionLines,
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
  SuppressionListResponse,
  toDeliveryResponse,
  toSuppressionResponse,
} from './mail.dto.js';
import { HoldNames } from './hold-names.js';

const mostLines = 100;

/** What stands still, what became of each mail, and reports of what did not arrive. */
@ApiTags('mail')
@Controller('mail')
export class MailController {
  constructor(
    private readonly scope: CurrentScope,
    private readonly unitOfWork: UnitOfWork,
    private readonly settings: MailSettings,
    private readonly names: HoldNames,
    private readonly audit: AuditTrail,
  ) {}

  /** What stands still now. */
  @Get('holds')
  async holds(): Promise<HoldListResponse> {
    const scope = this.scope.ofCaller();
    const holds = await this.unitOfWork.run(scope, openHolds);
    return { items: await this.names.of(scope, holds) };
  }

  /** Lets mail stand still: one's cluster's, or what is about one of its members; the operator: everybody's. */
  @Post('holds')
  @HttpCode(201)
  async hold(@Body() { cluster, organisation, reason }: HoldRequest): Promise<HoldResponse> {
    const scope = this.scope.ofCaller();
    const operates = scope.role === 'operator';
    if (cluster === undefined ? !operates : !scope.clusters.includes(cluster))
      throw notAllowed('POST /api/v1/mail/holds');
    const made = await this.unitOfWork.run(scope, async (unit) => {
      const by = scope.user !== undefined && isUuid(scope.user) ? scope.user : null;
      const held = { cluster: cluster ?? null, organisation: organisation ?? null, reason, by };
      const concerned = { ...(cluster && { cluster }), ...(organisation && { organisation }) };
      const id = await holdMail(unit, held);
      await this.audit.record(unit, 'mail.held', { hold: id }, concerned);
      return (await openHolds(unit)).filter((one) => one.id === id);
    });
    const [found] = await this.names.of(scope, made);
    if (!found) throw holdNotFound();
    return found;
  }

  /** Lets it go on: what became due meanwhile is sent, unless it has gone stale. */
  @Delete('holds/:id')
  @HttpCode(204)
  async release(@Param() { id }: MailIdPath): Promise<void> {
    const released = await this.unitOfWork.run(this.scope.ofCaller(), async (unit) => {
      const done = await releaseHold(unit, id);
      if (done) await this.audit.record(unit, 'mail.released', { hold: id });
      return done;
    });
    if (!released) throw holdNotFound();
  }

  /** A hundred mails without names and addresses: what nobody knows about first, then the newest; or of one state. */
  @Get('deliveries')
  async deliveries(@Query() { state }: DeliveryQuery): Promise<DeliveryListResponse> {
    return this.unitOfWork.run(this.scope.ofCaller(), async (unit) => ({
      counts: await deliveryCounts(unit),
      items: (await deliveryLines(unit, state ?? null, mostLines)).map(toDeliveryResponse),
    }));
  }

  /** Sends once more what nobody knows about, because a person found out that it did not arrive. */
  @Post('deliveries/:id/retry')
  @HttpCode(204)
  async retry(@Param() { id }: MailIdPath): Promise<void> {
    const sent = await this.unitOfWork.run(this.scope.ofCaller(), async (unit) => {
      const done = await retryDelivery(unit, id);
      if (done) await this.audit.record(unit, 'mail.sent-again', { delivery: id });
      return done;
    });
    if (!sent) throw notRetryable();
  }

  /** The last hundred addresses that are not written to any more, as marks, with the reason. */
  @Get('suppressions')
  async suppressions(): Promise<SuppressionListResponse> {
    const lines = await this.unitOfWork.run(systemScope(), (unit) => suppressionLines(unit, mostLines));
    return { items: lines.map(toSuppressionResponse) };
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

const notRetryable = (): AppError =>
  new AppError(
    'mail.not-retryable',
    'conflict',
    'this mail is not sent again: only what nobody knows about is, until it has gone stale',
  );

const holdNotFound = (): AppError =>
  new AppError('mail.hold-not-found', 'not-found', 'there is no such hold, or it was released already');
