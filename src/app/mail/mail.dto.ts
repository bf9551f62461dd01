import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, Length } from 'class-validator';

import type {
  DeliveryLine,
  Hold,
  MailboxLine,
  MailboxMessage,
  SuppressionLine,
} from '../../platform/mail/index.js';

export class HoldRequest {
  /** Id of a cluster of one's own; everybody's mail when left out, which is the operator's to say. */
  @IsOptional()
  @IsUUID()
  cluster?: string;

  /** Id of one member: what is about it stands still, the rest goes on. */
  @IsOptional()
  @IsUUID()
  organisation?: string;

  /** Why, for colleagues. */
  @IsString()
  @Length(1, 200)
  reason!: string;
}

export class MailIdPath {
  @IsUUID()
  id!: string;
}

export class HoldResponse {
  id!: string;

  /** Id of the cluster; null: everybody's mail. */
  cluster!: string | null;

  /** Id of the member; null: every member's. */
  organisation!: string | null;

  /** Its name; null: every member's. */
  organisationName!: string | null;

  reason!: string;

  /** Who holds; null: the service itself, or somebody who is gone. */
  byName!: string | null;

  since!: string;
}

export class HoldListResponse {
  @ApiProperty({ type: [HoldResponse] })
  items!: HoldResponse[];
}

export class DeliveryQuery {
  /** Of one state only. */
  @IsOptional()
  @IsIn(['due', 'claimed', 'sending', 'sent', 'failed', 'unknown'])
  state?: string;
}

export class DeliveryResponse {
  id!: string;

  /** Its kind: `digest`, `invitation`. */
  mail!: string;

  state!: string;

  /** Why it waits or ended as it did; null where there is nothing to say. */
  reason!: string | null;

  tries!: number;

  createdAt!: string;

  /** Not before; of what waits. */
  availableAt!: string;

  endedAt!: string | null;

  /** It stands still by somebody's wish. */
  held!: boolean;

  /** A person may have it sent once more: nobody knows whether it arrived, and it has not gone stale. */
  retryable!: boolean;
}

export class SuppressionResponse {
  /** The beginning of a one-way mark of the address: tells two apart, and nothing else. */
  mark!: string;

  /** `bounced`: nothing is sent; `complained`: nothing that comes by itself. */
  reason!: string;

  since!: string;

  /** The mail that it came from; null: it is gone. */
  mail!: string | null;
}

export class SuppressionListResponse {
  @ApiProperty({ type: [SuppressionResponse] })
  items!: SuppressionResponse[];
}

export class DeliveryListResponse {
  /** State → number of mails. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'number' } })
  counts!: Record<string, number>;

  @ApiProperty({ type: [DeliveryResponse] })
  items!: DeliveryResponse[];
}

export class ReportRequest {
  /** The address that the report came to. */
  @IsString()
  @Length(1, 400)
  to!: string;

  /** The whole message. */
  @IsString()
  @Length(1, 200_000)
  message!: string;
}

export class ReportResponse {
  /** Whether it is about a mail of ours. */
  taken!: boolean;
}

export class MailboxLineResponse {
  id!: string;

  at!: string;

  /** Name and address it would have gone to. */
  toName!: string;

  toAddress!: string;

  subject!: string;

  language!: string;
}

export class MailboxResponse {
  @ApiProperty({ type: [MailboxLineResponse] })
  items!: MailboxLineResponse[];
}

export class MailboxMessageResponse extends MailboxLineResponse {
  /** To be shown in a frame of its own, without scripts. */
  html!: string;

  text!: string;
}

export function toHoldResponse(
  { id, cluster, organisation, reason, since }: Hold,
  named: Pick<HoldResponse, 'organisationName' | 'byName'>,
): HoldResponse {
  const { organisationName, byName } = named;
  return { id, cluster, organisation, organisationName, reason, byName, since: since.toISOString() };
}

export function toSuppressionResponse({ mark, reason, since, mail }: SuppressionLine): SuppressionResponse {
  return { mark, reason, since: since.toISOString(), mail };
}

export function toDeliveryResponse(line: DeliveryLine): DeliveryResponse {
  const { id, mail, state, reason, tries, createdAt, availableAt, endedAt, held, retryable } = line;
  return {
    id,
    mail,
    state,
    reason,
    tries,
    createdAt: createdAt.toISOString(),
    availableAt: availableAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
    held,
    retryable,
  };
}

export function toMailboxLineResponse(line: MailboxLine): MailboxLineResponse {
  const { id, at, toName, toAddress, subject, language } = line;
  return { id, at: at.toISOString(), toName, toAddress, subject, language };
}

export function toMailboxMessageResponse(message: MailboxMessage): MailboxMessageResponse {
  return { ...toMailboxLineResponse(message), html: message.html, text: message.text };
}
