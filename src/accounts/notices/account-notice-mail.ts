import { defineMail } from '../../platform/mail/index.js';
import type { NoticeKind } from './notice-kind.js';

/** What somebody is told of their account. */
export interface AccountNotice {
  readonly kind: NoticeKind;
  /** the session it happened in, or which it is about; null: somebody else did it, or the terminal */
  readonly session: string | null;
}

/** Tells somebody what happened to their account. */
export const accountNoticeMail = defineMail<AccountNotice>({
  name: 'account-notice',
  catalogue: 'M15',
  class: 'account',
});
