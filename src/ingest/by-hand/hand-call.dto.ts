import { ApiProperty } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  IsUrl,
  IsUUID,
  Length,
  Matches,
  Max,
  Min,
} from 'class-validator';

import { handKinds, handPhases, handProgrammes, type HandCall, type HandKind } from './hand-call.js';
import type { StoredHandCall } from './hand-calls.js';
import type { Proposed, ProposedHandCall } from './propose-hand-call.js';

export class HandCallParam {
  @IsUUID()
  id!: string;
}

export class HandCallTextRequest {
  /** What a page or a mail says of the call. */
  @IsString()
  @Length(20, 30_000)
  text!: string;
}

export class HandCallRequest {
  @IsIn(handKinds)
  kind!: HandKind;

  @IsString()
  @Length(3, 300)
  title!: string;

  /** Names or NUTS codes: `Lombardia`, `ITC4`. */
  @IsArray()
  @ArrayMaxSize(30)
  @IsString({ each: true })
  @Length(2, 80, { each: true })
  regions!: string[];

  /** `learn`, `connect`, `demonstrate`, `commercialise`. */
  @IsOptional()
  @IsIn(handPhases)
  phase?: string | null;

  /** What is looked for: it is what members are matched with. */
  @IsArray()
  @ArrayMaxSize(30)
  @IsString({ each: true })
  @Length(3, 1_000, { each: true })
  needs!: string[];

  @IsOptional()
  @IsIn(handProgrammes)
  programme?: string | null;

  @IsOptional()
  @IsString()
  @Length(3, 10_000)
  summary?: string | null;

  /** `2027-09-17`; it closes at 17:00 Brussels time. */
  @IsOptional()
  @IsISO8601({ strict: true })
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: 'deadline must be a date, as 2027-09-17' })
  deadline?: string | null;

  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(100_000_000_000)
  budgetEur?: number | null;

  @IsOptional()
  @IsUrl({ protocols: ['http', 'https'], require_protocol: true })
  @Length(10, 500)
  url?: string | null;
}

export class WithdrawHandCallRequest {
  /** true takes it out of every list, false puts it back. */
  @IsBoolean()
  withdrawn!: boolean;
}

export class HandCallResponse {
  id!: string;

  /** `AFIL-1A2B3C4D`. */
  identifier!: string;

  /** `pilot`, `demo-case`, `window`, `cascade`. */
  kind!: string;

  title!: string;

  /** NUTS codes. */
  regions!: string[];

  /** Their names, in the same order. */
  regionNames!: string[];

  phase!: string | null;

  needs!: string[];

  programme!: string | null;

  summary!: string | null;

  deadline!: string | null;

  budgetEur!: number | null;

  url!: string | null;

  withdrawn!: boolean;

  /** When it was last said so. */
  statedAt!: string;
}

export class HandCallListResponse {
  @ApiProperty({ type: [HandCallResponse] })
  items!: HandCallResponse[];
}

/** A value found in the text, with the sentence that says it. */
export class ProposedTextResponse {
  value!: string;

  sentence!: string;
}

export class ProposedAmountResponse {
  value!: number;

  sentence!: string;
}

export class ProposedHandCallResponse {
  @ApiProperty({ type: ProposedTextResponse, nullable: true })
  kind!: ProposedTextResponse | null;

  @ApiProperty({ type: ProposedTextResponse, nullable: true })
  title!: ProposedTextResponse | null;

  @ApiProperty({ type: ProposedTextResponse, nullable: true })
  programme!: ProposedTextResponse | null;

  @ApiProperty({ type: ProposedTextResponse, nullable: true })
  phase!: ProposedTextResponse | null;

  /** Names of regions. */
  @ApiProperty({ type: [ProposedTextResponse] })
  regions!: ProposedTextResponse[];

  @ApiProperty({ type: [ProposedTextResponse] })
  needs!: ProposedTextResponse[];

  @ApiProperty({ type: ProposedTextResponse, nullable: true })
  deadline!: ProposedTextResponse | null;

  @ApiProperty({ type: ProposedAmountResponse, nullable: true })
  budgetEur!: ProposedAmountResponse | null;

  @ApiProperty({ type: ProposedTextResponse, nullable: true })
  url!: ProposedTextResponse | null;
}

export function toHandCall(request: HandCallRequest): HandCall {
  const { kind, title, regions, needs } = request;
  const trimmed = (texts: readonly string[]): string[] =>
    texts.map((text) => text.trim()).filter((text) => text !== '');
  return {
    kind,
    title: title.trim(),
    regions: trimmed(regions),
    phase: request.phase ?? null,
    needs: trimmed(needs),
    programme: request.programme ?? null,
    summary: request.summary?.trim() ?? null,
    deadline: request.deadline ?? null,
    budgetEur: request.budgetEur ?? null,
    url: request.url ?? null,
  };
}

export function toHandCallResponse(stored: StoredHandCall): HandCallResponse {
  const { id, identifier, call, regionNames, withdrawn, statedAt } = stored;
  return {
    id,
    identifier,
    kind: call.kind,
    title: call.title,
    regions: [...call.regions],
    regionNames: [...regionNames],
    phase: call.phase,
    needs: [...call.needs],
    programme: call.programme,
    summary: call.summary,
    deadline: call.deadline,
    budgetEur: call.budgetEur,
    url: call.url,
    withdrawn,
    statedAt,
  };
}

export function toProposedResponse(proposed: ProposedHandCall): ProposedHandCallResponse {
  const { kind, title, programme, phase, regions, needs, deadline, budgetEur, url } = proposed;
  const said = <T>(found: Proposed<T> | null): Proposed<T> | null =>
    found && { value: found.value, sentence: found.sentence };
  return {
    kind: said(kind),
    title: said(title),
    programme: said(programme),
    phase: said(phase),
    regions: regions.map(({ value, sentence }) => ({ value: value.name, sentence })),
    needs: needs.map(({ value, sentence }) => ({ value, sentence })),
    deadline: said(deadline),
    budgetEur: said(budgetEur),
    url: said(url),
  };
}
