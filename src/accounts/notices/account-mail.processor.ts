import { Injectable } from '@nestjs/common';

import { systemScope } from '../../platform/database/scope.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Mailer, PublicAddress } from '../../platform/mail/mailer.js';
import { JobRegistry } from '../../platform/queue/index.js';
import { sendSignInLinkJob } from '../sessions/send-sign-in-link.job.js';
import { SessionStore } from '../sessions/session.store.js';
import { SignInLinkStore } from '../sessions/sign-in-link.store.js';
import { UserStore } from '../users/user.store.js';
import { noticeMail, signInLinkMail } from './account-mail.js';
import { tellAccountJob, type TellAccount } from './tell-account.job.js';

/**
 * Sends what people wait for or must know about their account. A message whose process died in between goes out once
 * more under the same message id; a link in it is then a new one, and the one before is worth nothing.
 */
@Injectable()
export class AccountMailProcessor {
  constructor(
    registry: JobRegistry,
    private readonly unitOfWork: UnitOfWork,
    private readonly links: SignInLinkStore,
    private readonly users: UserStore,
    private readonly sessions: SessionStore,
    private readonly mailer: Mailer,
    private readonly address: PublicAddress,
  ) {
    registry.handle(sendSignInLinkJob, ({ linkId }) => this.#sendLink(linkId));
    registry.handle(tellAccountJob, (notice) => this.#tell(notice));
  }

  async #sendLink(id: string): Promise<void> {
    const taken = await this.unitOfWork.run(systemScope(), (unit) => this.links.takeForMail(unit, id));
    if (taken) await this.mailer.send(signInLinkMail(id, taken.user, taken.token, this.address.url));
  }

  async #tell({ noticeId, userId, kind, sessionId }: TellAccount): Promise<void> {
    const { user, device } = await this.unitOfWork.run(systemScope(), async (unit) => ({
      user: await this.users.byId(unit, userId),
      device: await this.sessions.deviceOf(unit, sessionId),
    }));
    if (!user) return;
    await this.mailer.send(noticeMail(noticeId, user, { kind, device, base: this.address.url }));
  }
}
