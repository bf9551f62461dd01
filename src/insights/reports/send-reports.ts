import { Injectable } from '@nestjs/common';

import { ClusterReadModel } from '../../accounts/index.js';
import { systemScope } from '../../platform/database/scope.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Letters, putMails, type MailDefinition } from '../../platform/mail/index.js';
import { CountFigures } from './count-figures.js';
import { managementReportLetter } from './management-report-letter.js';
import { managementReportMail, staffDigestMail } from './report-mails.js';
import { isWorthTelling } from './report-figures.js';
import { ReportReadModel, type DueReport } from './report.read-model.js';
import { staffDigestLetter } from './staff-digest-letter.js';

/** Tells staff of their week, and managers of their month; whoever runs it how often, each goes once. */
@Injectable()
export class SendReports {
  readonly #reports = new ReportReadModel();

  constructor(
    letters: Letters,
    private readonly unitOfWork: UnitOfWork,
    private readonly clusters: ClusterReadModel,
    private readonly figures: CountFigures,
  ) {
    letters.write(staffDigestMail, {
      compose: (_unit, { content, language, to, base }) =>
        Promise.resolve(staffDigestLetter(content, { language, name: to.name, base })),
    });
    letters.write(managementReportMail, {
      compose: (_unit, { content, language, to, base }) =>
        Promise.resolve(managementReportLetter(content, { language, name: to.name, base })),
    });
  }

  /** @param at the moment that decides what is due; null: the database's own. @returns how many mails were put */
  async run(at: Date | null): Promise<number> {
    const all = await this.unitOfWork.run(systemScope(), (unit) => this.clusters.all(unit));
    const scope = systemScope(all.map(({ id }) => id as string));
    let put = 0;
    for (const report of await this.unitOfWork.run(scope, (unit) => this.#reports.due(unit, at)))
      put += report.kind === 'monthly' ? await this.#monthly(report) : await this.#staff(report, report.kind);
    return put;
  }

  async #staff(report: DueReport, cadence: 'weekly' | 'daily'): Promise<number> {
    const figures = await this.figures.staff(report);
    if (!isWorthTelling(figures, cadence)) return 0;
    return this.#put(report, staffDigestMail, { cadence, figures });
  }

  async #monthly(report: DueReport): Promise<number> {
    const figures = await this.figures.management(report);
    const baselines = await this.figures.baselines(report);
    return this.#put(report, managementReportMail, { month: report.period, figures, baselines });
  }

  #put<C extends object>(
    { cluster, period, readers }: DueReport,
    mail: MailDefinition<C>,
    content: C,
  ): Promise<number> {
    const cause = `${cluster} ${period}`;
    const requests = readers.map((user) => ({ to: { user }, content, cause, clusters: [cluster] }));
    return this.unitOfWork.run(systemScope([cluster]), (unit) => putMails(unit, mail, requests));
  }
}
