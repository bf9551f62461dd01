import type { Unit } from '../../platform/database/unit-of-work.js';
import { newId } from '../../platform/ids/uuid.js';
import { enqueueIntention } from '../../platform/queue/index.js';
import type { User } from '../users/user.js';
import type { NoticeKind } from './notice-kind.js';
import { tellAccountJob } from './tell-account.job.js';

/** No session: somebody else did it, or the terminal. */
const nobodys = '00000000-0000-4000-8000-000000000000';

/**
 * Writes down, in the transaction in which it happens, that somebody is to be told of it by mail. The demonstration's
 * people have no mailboxes.
 */
export async function tellAccount(
  unit: Unit,
  { id, demo }: Pick<User, 'id' | 'demo'>,
  kind: NoticeKind,
  sessionId: string = nobodys,
): Promise<void> {
  if (demo) return;
  await enqueueIntention(unit, tellAccountJob, { noticeId: newId(), userId: id, kind, sessionId });
}
