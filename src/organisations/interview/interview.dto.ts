import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  ValidateNested,
} from 'class-validator';

import { LineDecisionRequest, toDecision } from '../claim/claim.dto.js';
import { projectRoles, type ProjectRole } from '../evidence.js';
import type { InterviewAnswer, LinkedInterview } from './answer-interview.js';
import { interviewSteps, type Interview, type InterviewLine, type InterviewStep } from './interview.js';

export class InterviewLineParam {
  /** The member: our id, a PIC, or the exact name. */
  @IsString()
  @Length(1, 300)
  reference!: string;

  /** Id of the line, made by whoever writes it. */
  @IsUUID()
  line!: string;
}

export class InterviewExclusionParam {
  /** The member: our id, a PIC, or the exact name. */
  @IsString()
  @Length(1, 300)
  reference!: string;

  /** Id of the other organisation. */
  @IsUUID()
  organisation!: string;
}

export class InterviewProgressRequest {
  /** The question at which the interview is left. */
  @IsIn(interviewSteps)
  step!: InterviewStep;

  /** What the member would do in a project; left out, it stays as it is. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(6)
  @IsIn(projectRoles, { each: true })
  roles?: ProjectRole[];
}

export class InterviewLinkRequest {
  /** What stands behind `#` in the link. */
  @Matches(/^[A-Za-z0-9_-]{43}$/, { message: 'token must be what stands behind # in the link' })
  token!: string;
}

export class InterviewAnswerRequest extends InterviewLinkRequest {
  /** What is right, not right, or to be put in another way; `ref` is `evidence:<id of the line>`. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(40)
  @ValidateNested({ each: true })
  @Type(() => LineDecisionRequest)
  decisions?: LineDecisionRequest[] | null;

  /** What the organisation would do in a project; left out, nothing is said of it. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(6)
  @IsIn(projectRoles, { each: true })
  roles?: ProjectRole[];
}

export class InterviewLineResponse {
  id!: string;

  statement!: string;

  /** `offer`, `equipment`, `test-site`, `data`, `end-user-site`, `need`; null: not stated. */
  kind!: string | null;

  trlFrom!: number | null;

  trlTo!: number | null;

  /** What it rests on. */
  basis!: string | null;

  /** The day of the talk. */
  date!: string;

  /** `open` (from interview, not confirmed), `right`, `refused`. */
  verdict!: string;
}

export class InterviewExclusionResponse {
  /** Id of the other organisation. */
  organisation!: string;

  name!: string;
}

export class LastInterviewResponse {
  /** When the member was asked about it by mail. */
  toldAt!: string;

  /** When the member last answered; null: not yet. */
  answeredAt!: string | null;

  /** Lines that nobody has decided on. */
  open!: number;

  right!: number;

  /** Not right, or put in another way. */
  refused!: number;
}

export class InterviewResponse {
  /** Id of the member. */
  organisation!: string;

  organisationName!: string;

  /** Null: none is under way; the first answer begins one. */
  startedAt!: string | null;

  /** The question at which it was left: `offer`, `equipment`, `test-site`, `data`, `end-user-site`, `need`, `roles`, `exclusions`, `review`. */
  step!: string;

  @ApiProperty({ type: [InterviewLineResponse] })
  lines!: InterviewLineResponse[];

  /** What it would do in a project, as it said. */
  roles!: string[];

  /** With whom it never wants to be matched, as it said in this interview. */
  @ApiProperty({ type: [InterviewExclusionResponse] })
  exclusions!: InterviewExclusionResponse[];

  /** Who would be asked by mail: `account` (somebody who may speak for it), `contact`, `nobody`. */
  reader!: string;

  /** The one that the member was asked about last. */
  @ApiProperty({ type: LastInterviewResponse, nullable: true })
  last!: LastInterviewResponse | null;
}

export class LinkedInterviewResponse {
  /** Name of the organisation. */
  organisation!: string;

  clusterNameEn!: string;

  clusterNameIt!: string;

  @ApiProperty({ type: [InterviewLineResponse] })
  lines!: InterviewLineResponse[];

  roles!: string[];

  /** When somebody last answered; null: not yet. */
  answeredAt!: string | null;
}

export function toInterviewResponse({
  organisation,
  startedAt,
  step,
  lines,
  roles,
  exclusions,
  reader,
  last,
}: Interview): InterviewResponse {
  return {
    organisation: organisation.id,
    organisationName: organisation.name,
    startedAt: startedAt?.toISOString() ?? null,
    step,
    lines: lines.map(toLine),
    roles: [...roles],
    exclusions: exclusions.map(({ organisation: id, name }) => ({ organisation: id, name })),
    reader,
    last: last && {
      toldAt: last.toldAt.toISOString(),
      answeredAt: last.answeredAt?.toISOString() ?? null,
      open: last.open,
      right: last.right,
      refused: last.refused,
    },
  };
}

export function toLinkedInterviewResponse(interview: LinkedInterview): LinkedInterviewResponse {
  const { organisation, cluster, lines, roles, answeredAt } = interview;
  return {
    organisation,
    clusterNameEn: cluster.nameEn,
    clusterNameIt: cluster.nameIt,
    lines: lines.map(toLine),
    roles: [...roles],
    answeredAt: answeredAt?.toISOString() ?? null,
  };
}

export function toInterviewAnswer({ decisions, roles }: InterviewAnswerRequest): InterviewAnswer {
  return { decisions: decisions?.map(toDecision) ?? [], roles: roles ?? null };
}

function toLine(line: InterviewLine): InterviewLineResponse {
  const { id, statement, kind, trlFrom, trlTo, basis, date, verdict } = line;
  return { id, statement, kind, trlFrom, trlTo, basis, date, verdict };
}
