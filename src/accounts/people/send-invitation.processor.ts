import { Injectable } from '@nestjs/common';

import { systemScope } from '../../platform/database/scope.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Mailer, PublicAddress } from '../../platform/mail/mailer.js';
import { JobRegistry, type Effect } from '../../platform/queue/index.js';
import { invitationMail } from './invitation-mail.js';
import { InvitationStore } from './invitation.store.js';
import { sendInvitationJob } from './send-invitation.job.js';

/**
 * Sends invitations. One that was handed over and not written down as sent, because the process died in between, goes
 * out once more with the same message id: the person waits for it.
 */
@Injectable()
export class SendInvitationProcessor {
  constructor(
    registry: JobRegistry,
    private readonly unitOfWork: UnitOfWork,
    private readonly invitations: InvitationStore,
    private readonly mailer: Mailer,
    private readonly address: PublicAddress,
  ) {
    registry.handle(sendInvitationJob, ({ invitationId }) => this.#send(invitationId));
  }

  async #send(id: string): Promise<Effect | undefined> {
    const taken = await this.unitOfWork.run(systemScope(), (unit) => this.invitations.takeForMail(unit, id));
    if (!taken) return undefined;
    await this.mailer.send(invitationMail(taken.invitation, taken.token, this.address.url));
    return (unit) => this.invitations.mailed(unit, taken.invitation);
  }
}
