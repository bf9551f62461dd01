import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';

import { JobRegistry } from '../queue/index.js';
import { Letters } from './letters.js';
import { anyDue } from './mail-delivery.store.js';
import { MailSender } from './mail-sender.js';
import { sendMailJob } from './send-mail.job.js';

/** Sends when mails were put, and each minute what waited: for its time, a release, a server that was away. */
@Injectable()
export class SendMailProcessor implements OnApplicationBootstrap {
  constructor(
    registry: JobRegistry,
    sender: MailSender,
    private readonly letters: Letters,
  ) {
    registry.handle(sendMailJob, async (_, { signal }) => {
      await sender.sendDue(signal);
    });
    registry.sweep('due-mail', async (unit) => {
      if (!(await anyDue(unit))) return [];
      const [row] = await unit.manager.query<{ wake: string }[]>(
        `select to_char(clock_timestamp(), 'YYYYMMDD-HH24MISS') as wake`,
      );
      return [{ job: sendMailJob, payload: { wake: row?.wake ?? 'sweep' } }];
    });
  }

  onApplicationBootstrap(): void {
    this.letters.verify();
  }
}
