import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { CurrentScope } from '../../accounts/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { OwnCluster } from '../cluster/own-cluster.js';
import { CountFigures } from './count-figures.js';
import { ManagementReportResponse, ReportQuery, toManagementReportResponse } from './report.dto.js';

/** The monthly report as it is now, for whoever does not wait for the mail. */
@ApiTags('insights')
@Controller('insights')
export class ReportController {
  constructor(
    private readonly scope: CurrentScope,
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly own: OwnCluster,
    private readonly figures: CountFigures,
  ) {}

  /** A cluster's month in counts: no person, no member, and no count of people under five. */
  @Get('report')
  async read(@Query() { cluster: slug, month }: ReportQuery): Promise<ManagementReportResponse> {
    const cluster = await this.unitOfWork.run(this.scope.ofCaller(), (unit) => this.own.find(unit, slug));
    const now = this.clock.now();
    const period = month ?? now.toISOString().slice(0, 7);
    const since = new Date(`${period}-01T00:00:00Z`);
    const ends = new Date(Date.UTC(since.getUTCFullYear(), since.getUTCMonth() + 1));
    const until = ends < now ? ends : now;
    const about = { kind: 'monthly', cluster: cluster.id, slug: cluster.slug, period, since, until } as const;
    const report = { ...about, readers: [] };
    const figures = await this.figures.management(report);
    const baselines = await this.figures.baselines(report);
    return toManagementReportResponse({ slug: cluster.slug, period, until, figures, baselines });
  }
}
