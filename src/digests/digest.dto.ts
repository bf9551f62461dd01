import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, IsUUID, Matches, Max, Min } from 'class-validator';

import { frequencies, type Frequency } from './digest.js';
import type { Named } from './digest-readers.js';
import type { DigestLine } from './digest-line.js';
import type { WantingReader } from './digest.store.js';
import type { PreviewedDigest } from './preview-digests.js';
import type { WrittenDigest } from './write-digest.js';

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

export class OwnSubscriptionResponse {
  /** `weekly`, `at-once`, `monthly`, `never`; null: nothing was chosen yet, and so nothing is sent. */
  frequency!: string | null;

  /** When it was chosen. */
  chosenAt!: string | null;

  /** How: `invitation`, `mail-link`, `one-click`, `page`, `demonstration`. */
  channel!: string | null;

  /** Which wording was agreed to. */
  textVersion!: string | null;

  /** Which wording is shown now. */
  currentVersion!: string;
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

export class DigestIdPath {
  @IsUUID()
  id!: string;
}

export class ReaderPath {
  /** Id of the reader's account. */
  @IsUUID()
  reader!: string;
}

export class AsOfQuery {
  /** The day that decides what is open and known; today when left out. */
  @IsOptional()
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: 'asOf must be a day, as 2026-11-24' })
  asOf?: string;
}

export class PreviewQuery extends AsOfQuery {
  /** Of one member only. */
  @IsOptional()
  @IsUUID()
  organisation?: string;
}

export class DigestPreviewLineResponse {
  /** Id of the reader's account. */
  reader!: string;

  readerName!: string;

  /** Id of the member. */
  organisation!: string;

  organisationName!: string;

  /** `2026-W48`. */
  week!: string;

  items!: number;

  subject!: string;
}

export class DigestPreviewListResponse {
  /** Who would get a mail. */
  @ApiProperty({ type: [DigestPreviewLineResponse] })
  items!: DigestPreviewLineResponse[];

  /** Readers who would hear nothing, as nothing is worth a mail. */
  silent!: number;
}

export class WrittenDigestResponse {
  readerName!: string;

  organisationName!: string;

  /** How many items it holds; null where it is one of the past. */
  items!: number | null;

  subject!: string;

  /** To print, or to paste elsewhere. */
  text!: string;
}

export class DigestReaderResponse {
  /** Id of the reader's account. */
  reader!: string;

  readerName!: string;

  /** Id of the member. */
  organisation!: string;

  organisationName!: string;

  /** `weekly`, `at-once`, `monthly`. */
  frequency!: string;

  language!: string;

  /** When the next one is due; null: as soon as something fits. */
  dueAt!: string | null;
}

export class DigestReaderListResponse {
  @ApiProperty({ type: [DigestReaderResponse] })
  items!: DigestReaderResponse[];
}

export class OwnDigestResponse {
  id!: string;

  /** When it was due. */
  dueAt!: string;

  /** `planned`, `chosen`; `silent`: nothing was worth a mail; `note`: said so after four such weeks. */
  state!: string;

  items!: number;

  /** State of its mail; null: there is none. */
  mail!: string | null;
}

export class OwnDigestListResponse {
  @ApiProperty({ type: [OwnDigestResponse] })
  items!: OwnDigestResponse[];
}

export class DigestLineResponse extends OwnDigestResponse {
  /** Id of the member. */
  organisation!: string;

  organisationName!: string;

  /** Id of the reader's account. */
  reader!: string;

  readerName!: string;

  week!: string;

  chosenAt!: string | null;

  /** When its mail was sent or given up. */
  endedAt!: string | null;

  /** Why it was not sent; null where it was, or is not known. */
  reason!: string | null;
}

export class DigestHistoryResponse {
  @ApiProperty({ type: [DigestLineResponse] })
  items!: DigestLineResponse[];
}

export function toPreviewLineResponse(digest: PreviewedDigest): DigestPreviewLineResponse {
  const { user, reader, organisation, organisationName, week, items, subject } = digest;
  return { reader: user, readerName: reader, organisation, organisationName, week, items, subject };
}

export function toWrittenDigestResponse(written: WrittenDigest, items: number | null): WrittenDigestResponse {
  const { reader, organisationName, subject, text } = written;
  return { readerName: reader, organisationName, items, subject, text };
}

export function toReaderResponse(reader: WantingReader & Named): DigestReaderResponse {
  const { user, readerName, organisation, organisationName, frequency, language, dueAt } = reader;
  const named = { reader: user, readerName, organisation, organisationName };
  return { ...named, frequency, language, dueAt: frequency === 'at-once' ? null : dueAt.toISOString() };
}

export function toOwnDigestResponse({ id, dueAt, state, items, mail }: DigestLine): OwnDigestResponse {
  return { id, dueAt: dueAt.toISOString(), state, items, mail };
}

export function toDigestLineResponse(line: DigestLine & Named): DigestLineResponse {
  const { organisation, organisationName, user, readerName, week, chosenAt, endedAt, reason } = line;
  return {
    ...toOwnDigestResponse(line),
    organisation,
    organisationName,
    reader: user,
    readerName,
    week,
    chosenAt: chosenAt?.toISOString() ?? null,
    endedAt: endedAt?.toISOString() ?? null,
    reason,
  };
}
