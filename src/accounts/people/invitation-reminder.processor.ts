import { Injectable } from '@nestjs/common';

import { systemScope } from '../../platform/database/scope.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { JobRegistry } from '../../platform/queue/index.js';
import { remindInvitedJob } from './invitation-reminder.job.js';
import { InvitationStore } from './invitation.store.js';

/** Looks every hour whether somebody has not answered an invitation for ten days. */
@Injectable()
export class InvitationReminderProcessor {
  constructor(registry: JobRegistry, invitations: InvitationStore, unitOfWork: UnitOfWork) {
    registry.handle(remindInvitedJob, async () => {
      await unitOfWork.run(systemScope(), (unit) => invitations.remind(unit));
    });
    registry.sweep('invitation-reminders', async (unit) => {
      if (!(await invitations.anyToRemind(unit))) return [];
      const [row] = await unit.manager.query<{ slot: string }[]>(
        `select to_char(now() at time zone 'UTC', 'YYYYMMDD-HH24') as slot`,
      );
      return [{ job: remindInvitedJob, payload: { slot: row?.slot ?? '' } }];
    });
  }
}
