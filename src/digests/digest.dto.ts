import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, IsUUID, Matches, Max, Min } from 'class-validator';

import { frequencies, type Frequency } from './digest.js';
import type { DigestLine } from './digest.store.js';

const linkToken = /^[A-Za-z0-9_-]{43}$/;
const message = 'token must be what stands behind # in the link';

export class SubscriptionTokenRequest {
  /** What stands behind `#` in the link. */
  @Matches(linkToken, { message })
  token!: string;
}

export class SubscriptionTokenPath {
  /** As in the mail's `List-Unsubscribe` header. */
  @Matches(linkToken, { message })
  token!: string;
}

/** What a mail program posts (RFC 8058). */
export class OneClickRequest {
  /** `One-Click`. */
  @IsOptional()
  @IsIn(['One-Click'])
  'List-Unsubscribe'?: string;
}

export class FrequencyRequest {
  /** Weekly, at once, monthly, or never. */
  @IsIn(frequencies)
  frequency!: Frequency;
}

export class ChooseByLinkRequest extends SubscriptionTokenRequest {
  /** Weekly, at once, monthly, or never. */
  @IsIn(frequencies)
  frequency!: Frequency;
}

export class SubscriptionResponse {
  /** `weekly`, `at-once`, `monthly`, `never`. */
  frequency!: string;
}

export class DigestItemRequest extends SubscriptionTokenRequest {
  /** Its number in the mail, from 0. */
  @IsInt()
  @Min(0)
  @Max(99)
  item!: number;
}

export class AnswerItemRequest extends DigestItemRequest {
  @IsIn(['useful', 'not-for-us'])
  verdict!: 'useful' | 'not-for-us';
}

export class DigestItemResponse {
  title!: string;

  identifier!: string;
}

export class AnsweredResponse {
  /** Always true. */
  taken!: boolean;
}

export class PreviewQuery {
  /** The day it would go; today when left out: `2026-11-24`. */
  @IsOptional()
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  asOf?: string;

  /** Of one member only. */
  @IsOptional()
  @IsUUID()
  organisation?: string;
}

export class DigestPreviewResponse {
  /** Id of the member. */
  organisation!: string;

  organisationName!: string;

  /** First and last name of the reader. */
  reader!: string;

  /** `2026-W48`. */
  week!: string;

  items!: number;

  subject!: string;

  /** As mail programs show it; to be shown in a frame of its own. */
  html!: string;

  /** To print, or to paste elsewhere. */
  text!: string;
}

export class DigestPreviewListResponse {
  @ApiProperty({ type: [DigestPreviewResponse] })
  items!: DigestPreviewResponse[];
}

export class DigestLineResponse {
  id!: string;

  /** Id of the member. */
  organisation!: string;

  /** Id of the reader's account. */
  reader!: string;

  week!: string;

  /** `planned`, `chosen`; `silent`: nothing was worth a mail; `note`: said so after four such weeks. */
  state!: string;

  items!: number;

  chosenAt!: string | null;

  /** State of its mail; null: there is none. */
  mail!: string | null;

  /** Why it was not sent; null where it was, or is not known. */
  reason!: string | null;
}

export class DigestHistoryResponse {
  @ApiProperty({ type: [DigestLineResponse] })
  items!: DigestLineResponse[];
}

export function toDigestLineResponse(line: DigestLine): DigestLineResponse {
  const { id, organisation, user, week, state, items, chosenAt, mail, reason } = line;
  return {
    id,
    organisation,
    reader: user,
    week,
    state,
    items,
    chosenAt: chosenAt?.toISOString() ?? null,
    mail,
    reason,
  };
}
