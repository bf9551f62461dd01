import { Injectable } from '@nestjs/common';

import { JobRegistry } from '../../platform/queue/index.js';
import { ReportReadModel } from './report.read-model.js';
import { SendReports } from './send-reports.js';
import { sendReportsJob } from './send-reports.job.js';

/** Looks every hour whether a report is due. */
@Injectable()
export class SendReportsProcessor {
  constructor(registry: JobRegistry, reports: SendReports) {
    registry.handle(sendReportsJob, async () => {
      await reports.run(null);
    });
    registry.sweep('due-reports', async (unit) => {
      const slot = await new ReportReadModel().mayBeDue(unit);
      return slot === null ? [] : [{ job: sendReportsJob, payload: { slot } }];
    });
  }
}
