import type { Unit } from '../../platform/database/unit-of-work.js';
import { newId } from '../../platform/ids/uuid.js';
import { putMail } from '../../platform/mail/index.js';
import type { User } from '../users/user.js';
import type { NoticeKind } from './notice-kind.js';
import { accountNoticeMail } from './account-notice-mail.js';

/**
 * Writes down, in the transaction in which it happens, that somebody is to be told of it by mail. The demonstration's
 * people have no mailboxes.
 *
 * @param sessionId the session it happened in, or which it is about; none: somebody else did it, or the terminal
 */
export async function tellAccount(
  unit: Unit,
  { id, demo }: Pick<User, 'id' | 'demo'>,
  kind: NoticeKind,
  sessionId: string | null = null,
): Promise<void> {
  if (demo) return;
  await putMail(unit, accountNoticeMail, {
    to: { user: id },
    content: { kind, session: sessionId },
    cause: newId(),
  });
}
