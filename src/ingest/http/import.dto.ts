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
import type { ImportProgress } from '../members/imports-underway.js';
import { parsedOf } from '../members/member-import-row.js';

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

export class ImportRowTableQuery {
  /** Only rows with this verdict. */
  @IsOptional()
  @IsIn(rowVerdicts)
  verdict?: (typeof rowVerdicts)[number];
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

export class RecognisedColumnResponse {
  /** As the file names it. */
  heading!: string;

  /** `read` as a field, `kept` as it is because we do not know it, `left out` because it is about persons. */
  treatment!: string;

  /** `legalName`, `vatNumber`, …; null where it is not read as a field. */
  field!: string | null;
}

export class ImportProgressResponse {
  /** Rows written so far. */
  done!: number;

  /** Rows to write. */
  total!: number;

  /** Null while nobody can tell. */
  secondsLeft!: number | null;
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

  /** Columns of the file with what they were read as; null of what is no table. */
  @ApiProperty({ type: [RecognisedColumnResponse], nullable: true })
  columns!: RecognisedColumnResponse[] | null;

  createdAt!: string;

  appliedAt!: string | null;

  undoneAt!: string | null;

  /** How far it is being carried out; null where it is not, or not by the process that answers. */
  @ApiProperty({ type: ImportProgressResponse, nullable: true })
  progress!: ImportProgressResponse | null;
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

/** An organisation that a suspected row may be. */
export class SuspectResponse {
  /** Null: an earlier row of the file. */
  organisationId!: string | null;

  line!: number | null;

  legalName!: string;

  city!: string | null;

  country!: string | null;
}

export class ImportRowResponse {
  /** Line of a CSV file, row of a workbook, from 1. */
  line!: number;

  /** `new`, `changed`, `same`, `duplicate`, `suspected`, `refused`. */
  verdict!: string;

  organisationId!: string | null;

  /** Legal name as the row gives it; null of a refused row. */
  name!: string | null;

  /** Who a suspected row may be. */
  @ApiProperty({ type: [SuspectResponse] })
  suspects!: SuspectResponse[];

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

export function toImportResponse(run: ImportRun, progress: ImportProgress | null = null): ImportResponse {
  const { id, source, fileName, state, createdAt, appliedAt, undoneAt } = run;
  return {
    id,
    source,
    fileName,
    state,
    counts: { ...run.counts },
    notes: [...run.notes],
    columns: run.columns?.map(({ heading, treatment, field }) => ({ heading, treatment, field })) ?? null,
    createdAt,
    appliedAt,
    undoneAt,
    progress: progress && { done: progress.done, total: progress.total, secondsLeft: progress.secondsLeft },
  };
}

export function toImportRowResponse(row: ImportRow): ImportRowResponse {
  const { line, verdict, organisationId } = row;
  const parsed = row.parsed === null ? undefined : parsedOf(row);
  return {
    line,
    verdict,
    organisationId,
    name: parsed?.member?.facts.legalName ?? null,
    suspects: (parsed?.suspects ?? []).map((suspect) => ({
      organisationId: suspect.organisationId,
      line: suspect.line,
      legalName: suspect.legalName,
      city: suspect.city,
      country: suspect.country,
    })),
    changes: Object.fromEntries(Object.entries(row.changes).map(([field, pair]) => [field, [...pair]])),
    problems: row.problems.map(({ column, value, problem, message }) => ({
      column,
      value,
      problem,
      message,
    })),
  };
}
