import { Injectable } from '@nestjs/common';

import { systemScope } from '../../../platform/database/scope.js';
import { UnitOfWork, type Unit } from '../../../platform/database/unit-of-work.js';
import { anyUntold, Letters, putMails, takeUntold } from '../../../platform/mail/index.js';
import { JobRegistry } from '../../../platform/queue/index.js';
import { suspendedAddressLetter, suspendedAddressMail } from './suspended-mail.js';
import { tellSuspendedJob } from './suspended.job.js';
import { SuspendedStore } from './suspended.store.js';

/** Tells the officers of a cluster, once, that an address that it wrote to is not written to any more. */
@Injectable()
export class SuspendedProcessor {
  readonly #store = new SuspendedStore();

  constructor(
    registry: JobRegistry,
    letters: Letters,
    private readonly unitOfWork: UnitOfWork,
  ) {
    letters.write(suspendedAddressMail, {
      compose: async (unit, { content, to, language, base }) => {
        const person = await this.#store.person(unit, content.recipient);
        return person ? suspendedAddressLetter(person, to.name, language, base) : { stop: 'gone' };
      },
    });
    registry.handle(tellSuspendedJob, () => this.tell());
    registry.sweep('suspended-addresses', async (unit) => {
      if (!(await anyUntold(unit))) return [];
      const [row] = await unit.manager.query<{ slot: string }[]>(
        `select to_char(now() at time zone 'UTC', 'YYYYMMDD-HH24MI') as slot`,
      );
      return [{ job: tellSuspendedJob, payload: { slot: row?.slot ?? '' } }];
    });
  }

  async tell(): Promise<void> {
    await this.unitOfWork.run(systemScope(), async (unit) => {
      for (const { mark, recipient, clusters } of await takeUntold(unit))
        await this.#tellOf(unit, mark, recipient, clusters);
    });
  }

  async #tellOf(unit: Unit, mark: string, recipient: string, clusters: readonly string[]): Promise<void> {
    const officers = await this.#store.officers(unit, clusters);
    const mails = officers.map((user) => ({ to: { user }, content: { recipient }, cause: mark, clusters }));
    await putMails(unit, suspendedAddressMail, mails);
  }
}
