import { IsIn, IsUUID } from 'class-validator';

import { defineJob } from '../../platform/queue/index.js';
import { noticeKinds, type NoticeKind } from './notice-kind.js';

export class TellAccount {
  /** names the message, so that a second copy of it is recognised */
  @IsUUID()
  noticeId!: string;

  @IsUUID()
  userId!: string;

  @IsIn(noticeKinds)
  kind!: NoticeKind;

  /** the session it happened in, or which it is about */
  @IsUUID()
  sessionId!: string;
}

/** Tells somebody by mail what happened to their account. */
export const tellAccountJob = defineJob({
  queue: 'mail',
  name: 'tell-account',
  payload: TellAccount,
  id: ({ noticeId }) => `tell-account_${noticeId}`,
});
