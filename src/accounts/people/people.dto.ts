import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, Length, Matches } from 'class-validator';

import { noticeVersion } from './invitation-mail.js';
import type { InvitationLine, OpenInvitation, PlannedInvitations } from './invitation.store.js';

const digests = ['weekly', 'at-once', 'monthly', 'never'] as const;

export class InviteColleagueRequest {
  /** First and last name. */
  @IsString()
  @Length(1, 200)
  name!: string;

  @IsString()
  @Length(3, 254)
  email!: string;

  /** Of the mail. */
  @IsOptional()
  @IsIn(['it', 'en'])
  language?: 'it' | 'en';
}

export class InviteRequest extends InviteColleagueRequest {
  /** Id of a member of your cluster. */
  @IsUUID()
  organisation!: string;
}

export class InvitationParam {
  @IsUUID()
  id!: string;
}

export class InvitationTokenRequest {
  /** What stands behind `#` in the link. */
  @Matches(/^[A-Za-z0-9_-]{43}$/, { message: 'token must be what stands behind # in the link' })
  token!: string;
}

export class RenewInvitationRequest extends InvitationTokenRequest {
  /** Of the new mail; left out, that of the old one. */
  @IsOptional()
  @IsIn(['it', 'en'])
  language?: 'it' | 'en';
}

export class AskRemovalRequest {
  @IsString()
  @Length(3, 254)
  email!: string;

  /** Of the mail. */
  @IsOptional()
  @IsIn(['it', 'en'])
  language?: 'it' | 'en';
}

export class ConfirmInvitationRequest extends InvitationTokenRequest {
  /** How often a digest should come; nothing is chosen in advance, and without a choice none comes. */
  @IsOptional()
  @IsIn(digests)
  digest?: (typeof digests)[number];
}

export class InvitedResponse {
  id!: string;
}

export class InvitationResponse {
  id!: string;

  organisation!: string;

  organisationName!: string;

  name!: string;

  email!: string;

  role!: string;

  /**
   * `due`, `sending`, `sent`, `failed`; `unknown` where nobody knows whether it arrived; `waiting` where somebody asked for
   * the profile and an officer is to decide.
   */
  mail!: string;

  createdAt!: string;

  endsAt!: string;

  confirmedAt!: string | null;
}

export class PlannedWaveResponse {
  at!: string;

  people!: number;

  /** When the last one goes. */
  lastAt!: string;
}

export class PlannedInvitationsResponse {
  /** How many of a round have not gone yet. */
  people!: number;

  @ApiProperty({ type: PlannedWaveResponse, nullable: true })
  next!: PlannedWaveResponse | null;
}

export class InvitationListResponse {
  @ApiProperty({ type: [InvitationResponse] })
  items!: InvitationResponse[];

  /** Of a round; they are not among the items. */
  @ApiProperty({ type: PlannedInvitationsResponse })
  planned!: PlannedInvitationsResponse;
}

export class OpenInvitationResponse {
  /** The cluster that asks. */
  cluster!: string;

  /** Id of the organisation whose profile it is about. */
  organisation!: string;

  /** The person as they were invited. */
  name!: string;

  email!: string;

  /** What they will be: `committer`, `editor`. */
  role!: string;

  language!: string;

  /** Which wording of the notice they are shown. */
  noticeVersion!: string;
}

export class RenewedResponse {
  /** Always true: nothing is said of what stands behind a link. */
  asked!: boolean;
}

export class RemovedResponse {
  /** Always true: who is not there any more, and who never was, get the same answer. */
  removed!: boolean;
}

export class UndoneResponse {
  /** What came back: `person`, `organisation`. */
  kind!: string;
}

export class OwnDataResponse {
  /** Table → rows. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'array', items: { type: 'object' } } })
  tables!: Record<string, object[]>;
}

export function toInvitationResponse(line: InvitationLine): InvitationResponse {
  const { createdAt, endsAt, confirmedAt, ...said } = line;
  return {
    ...said,
    createdAt: createdAt.toISOString(),
    endsAt: endsAt.toISOString(),
    confirmedAt: confirmedAt?.toISOString() ?? null,
  };
}

export function toPlannedResponse({ people, next }: PlannedInvitations): PlannedInvitationsResponse {
  if (next === null) return { people, next };
  const { at, lastAt } = next;
  return { people, next: { ...next, at: at.toISOString(), lastAt: lastAt.toISOString() } };
}

export function toOpenInvitationResponse(open: OpenInvitation): OpenInvitationResponse {
  const { clusterName, organisation, name, email, role, language } = open;
  return { cluster: clusterName, organisation, name, email, role, language, noticeVersion };
}
