import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, IsString, IsUUID, Length } from 'class-validator';

import type { IdeasInReach } from '../keep-ideas.js';
import {
  ideaAudiences,
  type IdeaAudience,
  type KeptIdea,
  type ShownIdea,
  type WantedIdea,
} from '../kept-idea.js';

export class KeptIdeaParam {
  /** Id of the idea, made by whoever keeps it. */
  @IsUUID()
  id!: string;
}

export class KeepIdeaRequest {
  /** What it is called in the list. */
  @IsString()
  @Length(1, 120)
  title!: string;

  /** The idea, in English or Italian. */
  @IsString()
  @Length(20, 20_000)
  text!: string;

  /** `private`; `officer`: also officers of one's own cluster; `clusters`: also those of chosen clusters, without who it is. */
  @IsIn(ideaAudiences)
  audience!: IdeaAudience;

  /** Ids of the chosen clusters, of audience `clusters`. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @IsUUID(undefined, { each: true })
  clusters?: string[];
}

export class TakenOutResponse {
  /** `name`, `mail`, `link`, `phone`, `patent`, `number`. */
  kind!: string;

  /** What other clusters do not read. */
  text!: string;
}

export class KeptIdeaResponse {
  id!: string;

  title!: string;

  text!: string;

  /** `private`, `officer`, `clusters`. */
  audience!: string;

  /** Ids of other clusters that read it. */
  clusters!: string[];

  /** What is left out where other clusters read it, since it would say whose it is. */
  @ApiProperty({ type: [TakenOutResponse] })
  removed!: TakenOutResponse[];

  keptAt!: string;

  changedAt!: string;
}

export class ShownIdeaResponse {
  id!: string;

  title!: string;

  text!: string;

  /** Id of the member whose idea it is; null: it is an officer's, or comes from another cluster. */
  organisation!: string | null;

  organisationName!: string | null;

  /** Id of the other cluster that it comes from, without who it is; null: one's own. */
  from!: string | null;

  at!: string;
}

export class SisterClusterResponse {
  id!: string;

  nameEn!: string;

  nameIt!: string;
}

export class KeptIdeasResponse {
  @ApiProperty({ type: [KeptIdeaResponse] })
  own!: KeptIdeaResponse[];

  /** For officers: ideas of their members, and of other clusters without who it is. */
  @ApiProperty({ type: [ShownIdeaResponse] })
  shown!: ShownIdeaResponse[];

  /** Other clusters that an idea may be shown to: those with an agreement in force. */
  @ApiProperty({ type: [SisterClusterResponse] })
  sisters!: SisterClusterResponse[];
}

export function toWantedIdea({ title, text, audience, clusters }: KeepIdeaRequest): WantedIdea {
  return { title: title.trim(), text: text.trim(), audience, clusters: clusters ?? [] };
}

export function toKeptIdeaResponse(idea: KeptIdea): KeptIdeaResponse {
  const { id, title, text, audience, clusters, removed, keptAt, changedAt } = idea;
  return {
    id,
    title,
    text,
    audience,
    clusters: [...clusters],
    removed: removed.map(({ kind, text: words }) => ({ kind, text: words })),
    keptAt: keptAt.toISOString(),
    changedAt: changedAt.toISOString(),
  };
}

export function toKeptIdeasResponse({ own, shown, sisters }: IdeasInReach): KeptIdeasResponse {
  return {
    own: own.map(toKeptIdeaResponse),
    shown: shown.map(toShownIdeaResponse),
    sisters: sisters.map(({ id, nameEn, nameIt }) => ({ id, nameEn, nameIt })),
  };
}

function toShownIdeaResponse({ id, title, text, organisation, from, at }: ShownIdea): ShownIdeaResponse {
  return {
    id,
    title,
    text,
    organisation: organisation?.id ?? null,
    organisationName: organisation?.name ?? null,
    from,
    at: at.toISOString(),
  };
}
