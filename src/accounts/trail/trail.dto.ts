import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  Min,
} from 'class-validator';

import type { CsvValue } from '../../platform/http/csv.js';
import { deedIn, kindWords, trailKinds, type TrailKind, type TrailLanguage } from './trail-deeds.js';
import type { TrailActor, TrailLine } from './trail-line.js';
import type { TrailPage } from './trail.js';

const languages = ['en', 'it'] as const;
const day = /^\d{4}-\d{2}-\d{2}$/;

/** `done`: in the organisation's name; `seen`: who saw it, and who took what about it. */
export const trailViews = ['done', 'seen'] as const;
export type TrailView = (typeof trailViews)[number];

class TrailTableQuery {
  /** First day, in Rome: `2026-11-01`. */
  @IsOptional()
  @Matches(day)
  @IsISO8601({ strict: true })
  from?: string;

  /** Last day, in Rome. */
  @IsOptional()
  @Matches(day)
  @IsISO8601({ strict: true })
  to?: string;

  /** Language of the words. */
  @ApiPropertyOptional({ enum: languages, default: 'en' })
  @IsOptional()
  @IsIn(languages)
  lang: TrailLanguage = 'en';
}

export class OwnTrailTableQuery extends TrailTableQuery {
  /** `done`: what was done in the organisation's name; `seen`: who saw it, and who took what about it. */
  @ApiPropertyOptional({ enum: trailViews, default: 'done' })
  @IsOptional()
  @IsIn(trailViews)
  view: TrailView = 'done';
}

export class ClusterTrailTableQuery extends TrailTableQuery {
  /** Short name of the cluster: `afil`; needed only by whoever is staff of several. */
  @IsOptional()
  @IsString()
  @Length(2, 20)
  cluster?: string;

  /** What kind of deed; absent: all. */
  @IsOptional()
  @IsIn(trailKinds)
  kind?: TrailKind;

  /** Id of whoever did it. */
  @IsOptional()
  @IsUUID()
  person?: string;
}

export class OwnTrailQuery extends OwnTrailTableQuery {
  /** Where the page starts: `next` of the page before. */
  @IsOptional()
  @IsUUID()
  after?: string;

  /** How many lines, at most 100. */
  @ApiPropertyOptional({ minimum: 1, maximum: 100, default: 50 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  limit: number = 50;
}

export class ClusterTrailQuery extends ClusterTrailTableQuery {
  /** Where the page starts: `next` of the page before. */
  @IsOptional()
  @IsUUID()
  after?: string;

  /** How many lines, at most 100. */
  @ApiPropertyOptional({ minimum: 1, maximum: 100, default: 50 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  limit: number = 50;
}

export class TrailActorResponse {
  /** `person`, `cluster`, `service`, `operator`; `somebody`: outside the reader's own house, or gone. */
  kind!: string;

  /** Id of the person; null where it is not one who may be known. */
  id!: string | null;

  /** Of the person or the cluster; null where it may not be known. */
  name!: string | null;
}

export class TrailOrganisationResponse {
  id!: string;

  name!: string;
}

export class TrailLinkResponse {
  /** `introduction`, `consortium`, `seat-offer`. */
  kind!: string;

  id!: string;
}

export class TrailLineResponse {
  id!: string;

  at!: string;

  @ApiProperty({ enum: trailKinds })
  kind!: TrailKind;

  /** `introduction.sent`, `organisation.seen`, … */
  action!: string;

  /** What was done, in words. */
  text!: string;

  by!: TrailActorResponse;

  /** Which organisation it concerns, where the reader may know it. */
  organisation!: TrailOrganisationResponse | null;

  /** What it leads to. */
  link!: TrailLinkResponse | null;
}

export class TrailPersonResponse {
  id!: string;

  name!: string;
}

export class TrailResponse {
  @ApiProperty({ type: [TrailLineResponse] })
  items!: TrailLineResponse[];

  /** Lines that are asked for. */
  total!: number;

  /** Where the next page starts; null: this was the last. */
  next!: string | null;

  /** Whom one may ask for. */
  @ApiProperty({ type: [TrailPersonResponse] })
  people!: TrailPersonResponse[];
}

export function toTrailResponse(
  { lines, total, more, people }: TrailPage,
  lang: TrailLanguage,
): TrailResponse {
  return {
    items: lines.map((line) => toTrailLineResponse(line, lang)),
    total,
    next: more ? (lines.at(-1)?.id ?? null) : null,
    people: people.map(({ id, name }) => ({ id, name })),
  };
}

function toTrailLineResponse(line: TrailLine, lang: TrailLanguage): TrailLineResponse {
  const { id, at, kind, action, by, organisation, link } = line;
  return {
    id,
    at: at.toISOString(),
    kind,
    action,
    text: deedIn(action, lang),
    by: { kind: by.kind, id: by.kind === 'person' ? by.id : null, name: nameOf(by, lang) },
    organisation: organisation && { id: organisation.id, name: organisation.name },
    link: link && { kind: link.kind, id: link.id },
  };
}

function nameOf(by: TrailActor, lang: TrailLanguage): string | null {
  if (by.kind === 'person') return by.name;
  if (by.kind === 'cluster') return lang === 'it' ? by.cluster.nameIt : by.cluster.nameEn;
  return null;
}

const words = {
  en: {
    headings: ['When (UTC)', 'Kind', 'Who', 'What', 'Organisation', 'Concerns', 'Code'],
    service: 'the service',
    operator: 'operator of the service',
    somebody: 'somebody else',
  },
  it: {
    headings: ['Quando (UTC)', 'Tipo', 'Chi', 'Che cosa', 'Organizzazione', 'Riguarda', 'Codice'],
    service: 'il servizio',
    operator: 'gestore del servizio',
    somebody: 'altri',
  },
};

/** The trail as a table for a spreadsheet. */
export function trailTable(
  lines: readonly TrailLine[],
  lang: TrailLanguage,
): { readonly headings: readonly string[]; readonly rows: CsvValue[][] } {
  const said = words[lang];
  return {
    headings: said.headings,
    rows: lines.map(({ at, kind, by, action, organisation, link }) => [
      at.toISOString(),
      kindWords[lang][kind],
      by.kind === 'person' || by.kind === 'cluster' ? nameOf(by, lang) : said[by.kind],
      deedIn(action, lang),
      organisation?.name ?? null,
      link && `${link.kind} ${link.id}`,
      action,
    ]),
  };
}
