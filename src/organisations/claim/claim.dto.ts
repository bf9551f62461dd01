import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';

import { ConfirmInvitationRequest, OpenInvitationResponse } from '../../accounts/index.js';
import { competenceKinds, projectRoles, type CompetenceKind, type ProjectRole } from '../evidence.js';
import { exclusionKinds, type Exclusion, type ExclusionKind } from './exclusion.store.js';
import type { LineDecision, OwnCompetence, ProfileLine } from './profile-line.js';
import type { OwnWord } from './speak-for-organisation.js';

const verdicts = ['right', 'changed', 'not-us'] as const;

export class CompetenceDetailsRequest {
  /** What the line is about. */
  @IsOptional()
  @IsIn(competenceKinds)
  kind?: CompetenceKind | null;

  /** First technology readiness level. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(9)
  trlFrom?: number | null;

  /** Last technology readiness level. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(9)
  trlTo?: number | null;

  /** What it rests on: a sentence, a project, a link. */
  @IsOptional()
  @IsString()
  @Length(1, 1_000)
  basis?: string | null;
}

export class OwnCompetenceRequest extends CompetenceDetailsRequest {
  /** What the organisation can do, has or needs. */
  @IsString()
  @Length(1, 300)
  statement!: string;
}

export class LineDecisionRequest {
  /** `ref` of the line. */
  @Matches(/^(field:[a-zA-Z]{1,30}|(evidence|project):[0-9a-f-]{36})$/, {
    message: 'ref must be that of a line of the profile',
  })
  ref!: string;

  /** `right`, `changed` or `not-us`. */
  @IsIn(verdicts)
  verdict!: (typeof verdicts)[number];

  /** What is right instead; of `changed` alone. */
  @IsOptional()
  @IsString()
  @Length(1, 4_000)
  text?: string;

  /** Of a competence line that was changed; left out, it stays as it is. */
  @IsOptional()
  @ValidateNested()
  @Type(() => CompetenceDetailsRequest)
  competence?: CompetenceDetailsRequest;
}

export class OwnWordRequest {
  /** What is right, wrong, or to be put in another way. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => LineDecisionRequest)
  decisions?: LineDecisionRequest[] | null;

  /** Competence lines that nobody wrote yet. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => OwnCompetenceRequest)
  added?: OwnCompetenceRequest[] | null;

  /** Participant Identification Code, nine digits. */
  @IsOptional()
  @IsString()
  @Length(1, 20)
  pic?: string;

  /** With the letters of the country. */
  @IsOptional()
  @IsString()
  @Length(1, 30)
  vatNumber?: string;

  /** What the organisation would do in a project. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(6)
  @IsIn(projectRoles, { each: true })
  roles?: ProjectRole[];
}

export class ClaimRequest extends ConfirmInvitationRequest {
  /** What the organisation says of its profile. */
  @IsOptional()
  @ValidateNested()
  @Type(() => OwnWordRequest)
  profile?: OwnWordRequest;
}

export class CompetenceDetailsResponse {
  /** `offer`, `equipment`, `test-site`, `data`, `end-user-site`, `need`; null: not stated. */
  kind!: string | null;

  trlFrom!: number | null;

  trlTo!: number | null;

  /** What it rests on. */
  basis!: string | null;
}

export class ProfileLineResponse {
  /** How a decision names it. */
  ref!: string;

  /** `identity`, `size`, `sites`, `ecosystems`, `profile`, `competences`, `projects`. */
  group!: string;

  /** Of a fact: `legalName`, `city`, … */
  field!: string | null;

  text!: string;

  /** `members`, `cordis`, `demo`, `self`, `interview`. */
  source!: string;

  /** The day the source speaks of. */
  date!: string | null;

  /** The organisation itself said so. */
  confirmed!: boolean;

  @ApiProperty({ type: CompetenceDetailsResponse, nullable: true })
  competence!: CompetenceDetailsResponse | null;
}

export class OwnProfileResponse {
  /** Id of the organisation. */
  organisation!: string;

  /** The cluster that keeps this profile. */
  cluster!: string;

  @ApiProperty({ type: [ProfileLineResponse] })
  lines!: ProfileLineResponse[];

  /** What it would do in a project. */
  roles!: string[];
}

export class ClaimedProfileResponse extends OpenInvitationResponse {
  @ApiProperty({ type: [ProfileLineResponse] })
  lines!: ProfileLineResponse[];

  /** What it would do in a project. */
  roles!: string[];
}

export class ExclusionParam {
  /** Id of the other organisation. */
  @IsUUID()
  organisation!: string;
}

export class ExclusionRequest {
  /** `never-match`: not in one list or consortium with them. `hide-from`: they do not see us either. */
  @IsIn(exclusionKinds)
  kind!: ExclusionKind;
}

export class ExclusionResponse {
  /** Id of the other organisation. */
  organisation!: string;

  name!: string;

  /** `never-match`, `hide-from`. */
  kind!: string;

  since!: string;
}

export class ExclusionListResponse {
  @ApiProperty({ type: [ExclusionResponse] })
  items!: ExclusionResponse[];
}

export function toProfileLineResponse(line: ProfileLine): ProfileLineResponse {
  const { ref, group, field, text, source, date, confirmed, competence } = line;
  return {
    ref,
    group,
    field,
    text,
    source,
    date,
    confirmed,
    competence: competence && {
      kind: competence.kind,
      trlFrom: competence.trlFrom,
      trlTo: competence.trlTo,
      basis: competence.basis,
    },
  };
}

export function toExclusionResponse({ organisation, name, kind, since }: Exclusion): ExclusionResponse {
  return { organisation, name, kind, since: since.toISOString() };
}

export function toOwnWord({ decisions, added, pic, vatNumber }: OwnWordRequest): OwnWord {
  return {
    decisions: decisions?.map(toDecision) ?? [],
    added: added?.map(toOwnCompetence) ?? [],
    pic: pic ?? null,
    vatNumber: vatNumber ?? null,
  };
}

export function toOwnCompetence({ statement, ...details }: OwnCompetenceRequest): OwnCompetence {
  return { statement, ...toDetails(details) };
}

export function toDecision({ ref, verdict, text, competence }: LineDecisionRequest): LineDecision {
  return { ref, verdict, text: text ?? null, competence: competence ? toDetails(competence) : null };
}

function toDetails({
  kind,
  trlFrom,
  trlTo,
  basis,
}: CompetenceDetailsRequest): Omit<OwnCompetence, 'statement'> {
  return { kind: kind ?? null, trlFrom: trlFrom ?? null, trlTo: trlTo ?? null, basis: basis ?? null };
}
