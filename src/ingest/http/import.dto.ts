import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
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
  ArrayMaxSize,
} from 'class-validator';

import { sourceNamePattern } from '../column-maps/source-name.js';
import type { ImportRow, ImportRun } from '../import-run.store.js';

export const rowVerdicts = ['new', 'changed', 'same', 'duplicate', 'suspected', 'refused'] as const;

export class ImportParam {
  @IsUUID()
  id!: string;
}

export class PreviewImportQuery {
  /** What kind of file it is: the column map saved under this name is used. */
  @IsOptional()
  @Matches(sourceNamePattern)
  source?: string;

  /** The sheet of a workbook; needed where several have a header. */
  @IsOptional()
  @IsString()
  @Length(1, 100)
  sheet?: string;
}

export class ImportRowsQuery {
  /** Only rows with this verdict. */
  @IsOptional()
  @IsIn(rowVerdicts)
  verdict?: (typeof rowVerdicts)[number];

  /** Rows behind this line: `next` of the page before. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  after?: number;

  /** How many rows, at most 100. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  limit: number = 50;
}

/** A person's word on one suspected row. */
export class SuspicionDecision {
  /** Line of the row. */
  @IsInt()
  @Min(1)
  line!: number;

  /** It is this organisation. */
  @IsUUID()
  organisationId!: string;
}

export class ApplyImportRequest {
  /** Suspected rows that are an organisation we know; the others are taken as new. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(1000)
  @ValidateNested({ each: true })
  @Type(() => SuspicionDecision)
  decisions?: SuspicionDecision[];
}

export class ImportResponse {
  id!: string;

  /** `members`, `cordis`, `portal`, `partner-search`, `topics`, `pilots`. */
  source!: string;

  /** The file's own name. */
  fileName!: string;

  /** `previewed`, `applied`, `undone`, `failed`. */
  state!: string;

  /** How many rows are new, changed, same, duplicate, suspected, refused. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'number' } })
  counts!: Record<string, number>;

  /** What was seen on the way: encoding, delimiter, columns left out. */
  notes!: string[];

  createdAt!: string;

  appliedAt!: string | null;

  undoneAt!: string | null;
}

export class ImportListResponse {
  @ApiProperty({ type: [ImportResponse] })
  items!: ImportResponse[];
}

export class RowProblemResponse {
  column!: string | null;

  value!: string | null;

  /** A stable code: `pic-not-nine-digits`. */
  problem!: string;

  /** What is wrong and what to do. */
  message!: string;
}

export class ImportRowResponse {
  /** Line of a CSV file, row of a workbook, from 1. */
  line!: number;

  /** `new`, `changed`, `same`, `duplicate`, `suspected`, `refused`. */
  verdict!: string;

  organisationId!: string | null;

  /** Field → [old, new]. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'array', items: {} } })
  changes!: Record<string, unknown[]>;

  @ApiProperty({ type: [RowProblemResponse] })
  problems!: RowProblemResponse[];
}

export class ImportRowsResponse {
  @ApiProperty({ type: [ImportRowResponse] })
  items!: ImportRowResponse[];

  /** `after` of the next page; null on the last one. */
  next!: number | null;
}

export function toImportResponse(run: ImportRun): ImportResponse {
  const { id, source, fileName, state, createdAt, appliedAt, undoneAt } = run;
  return {
    id,
    source,
    fileName,
    state,
    counts: { ...run.counts },
    notes: [...run.notes],
    createdAt,
    appliedAt,
    undoneAt,
  };
}

export function toImportRowResponse(row: ImportRow): ImportRowResponse {
  const { line, verdict, organisationId } = row;
  return {
    line,
    verdict,
    organisationId,
    changes: Object.fromEntries(Object.entries(row.changes).map(([field, pair]) => [field, [...pair]])),
    problems: row.problems.map(({ column, value, problem, message }) => ({
      column,
      value,
      problem,
      message,
    })),
  };
}
