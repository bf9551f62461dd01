import { Injectable } from '@nestjs/common';

import { systemScope } from '../../../platform/database/scope.js';
import { UnitOfWork, type Unit } from '../../../platform/database/unit-of-work.js';
import { Letters, putMails } from '../../../platform/mail/index.js';
import { JobRegistry } from '../../../platform/queue/index.js';
import { AuditTrail } from '../../audit-trail.store.js';
import { ClusterReadModel } from '../../cluster.read-model.js';
import { HeldRecords } from './held-records.js';
import { lateNoticeLetter, lateNoticeMail } from './late-notice-mail.js';
import { retentionJob } from './retention.job.js';
import { RetentionStore } from './retention.store.js';

/** Once a day: what may no longer be kept goes, with counts, and clusters that told people too late are warned. */
@Injectable()
export class RetentionProcessor {
  readonly #store = new RetentionStore();

  constructor(
    registry: JobRegistry,
    letters: Letters,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: AuditTrail,
    private readonly clusters: ClusterReadModel,
    private readonly held: HeldRecords,
  ) {
    letters.write(lateNoticeMail, {
      compose: async (_unit, { content, to, language, base }) =>
        lateNoticeLetter(content.count, to.name, language, base),
    });
    registry.handle(retentionJob, async ({ day }) => {
      const all = await this.unitOfWork.run(systemScope(), (unit) => this.clusters.all(unit));
      const everywhere = systemScope(all.map(({ id }) => id));
      await this.unitOfWork.run(everywhere, (unit) => this.#run(unit, day));
    });
    registry.sweep('retention', async (unit) => {
      const day = await this.#store.isDue(unit);
      return day === null ? [] : [{ job: retentionJob, payload: { day } }];
    });
  }

  async #run(unit: Unit, day: string): Promise<void> {
    const counts = await this.#store.run(unit, day, this.held.terms);
    if (counts === null) return;
    const late = await this.#store.late(unit);
    for (const { cluster, count, officers } of late)
      await putMails(
        unit,
        lateNoticeMail,
        officers.map((user) => ({
          to: { user },
          content: { count },
          // at most one a month
          cause: `${cluster} ${day.slice(0, 7)}`,
          clusters: [cluster],
        })),
      );
    const locked = late.reduce((sum, { count }) => sum + count, 0);
    await this.#store.note(unit, day, { ...counts, contactsLocked: locked });
    await this.audit.record(unit, 'retention.run', { ...counts, contactsLocked: locked });
  }
}
