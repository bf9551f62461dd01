import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  Length,
  Matches,
  ValidateNested,
} from 'class-validator';

import type { SavedColumnMap } from '../column-maps/column-map.store.js';
import { sourceNamePattern } from '../column-maps/source-name.js';
import type { ColumnMap } from '../members/column-map.js';
import { type MemberField, memberFields } from '../members/member-row.js';

const dateOrders = ['day-first', 'month-first'] as const;

export class ColumnMapParam {
  /** What such files are called: `member-list`, `e-scouting`, `event-participants`. */
  @Matches(sourceNamePattern)
  source!: string;
}

/** One of our fields and the columns it is read from. */
export class MappedField {
  @IsIn(memberFields)
  field!: MemberField;

  /** Headings as the file has them; several for texts and lists alone. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @Length(1, 200, { each: true })
  columns!: string[];
}

/** What every row says though no column does. */
export class FixedField {
  @IsIn(memberFields)
  field!: MemberField;

  @IsString()
  @Length(1, 300)
  value!: string;
}

export class SaveColumnMapRequest {
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => MappedField)
  fields!: MappedField[];

  /** The sheet of a workbook. */
  @IsOptional()
  @IsString()
  @Length(1, 100)
  sheet?: string;

  /** How `03/04/2024` is read. */
  @IsOptional()
  @IsIn(dateOrders)
  dates?: (typeof dateOrders)[number];

  /** Headings of columns to leave out. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(200)
  @IsString({ each: true })
  @Length(1, 200, { each: true })
  leaveOut?: string[];

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => FixedField)
  fixed?: FixedField[];
}

export class ColumnMapResponse {
  source!: string;

  fields!: MappedField[];

  sheet!: string | null;

  dates!: string | null;

  leaveOut!: string[];

  fixed!: FixedField[];

  /** ISO instant. */
  updatedAt!: string;
}

export class ColumnMapListResponse {
  items!: ColumnMapResponse[];
}

export function toColumnMapResponse({ source, map, updatedAt }: SavedColumnMap): ColumnMapResponse {
  return {
    source,
    fields: memberFields.flatMap((field) => {
      const columns = map.columns[field];
      return columns === undefined ? [] : [{ field, columns: [...columns] }];
    }),
    sheet: map.sheet ?? null,
    dates: map.dates ?? null,
    leaveOut: [...map.leaveOut],
    fixed: memberFields.flatMap((field) => {
      const value = map.fixed[field];
      return value === undefined ? [] : [{ field, value }];
    }),
    updatedAt,
  };
}

/** What was sent, in the words of a map file. */
export function fromSaveColumnMapRequest(request: SaveColumnMapRequest): Record<keyof ColumnMap, unknown> {
  return {
    columns: Object.fromEntries(request.fields.map(({ field, columns }) => [field, columns])),
    sheet: request.sheet,
    dates: request.dates,
    leaveOut: request.leaveOut ?? [],
    fixed: Object.fromEntries((request.fixed ?? []).map(({ field, value }) => [field, value])),
  };
}
