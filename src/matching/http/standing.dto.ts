import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length } from 'class-validator';

import { OpportunitySummary } from '../../opportunities/index.js';
import type { WordingLanguage } from '../wording/wording.js';
import {
  FigureResponse,
  MissingResponse,
  ReasonResponse,
  SuggestedOrganisationResponse,
} from './suggestion.dto.js';
import { SuggestionsQuery } from './suggestion-request.dto.js';

/** An opportunity and an organisation in a path. */
export class StandingParam {
  /** The opportunity: our id, its identifier, its exact title. */
  @IsString()
  @Length(1, 300)
  reference!: string;

  /** The organisation: our id, a PIC, its exact name. */
  @IsString()
  @Length(1, 300)
  organisation!: string;
}

/** The list that is asked about; `limit` says how many places it shows. */
export class StandingQuery extends SuggestionsQuery {
  /** Language of the sentences. */
  @IsOptional()
  @IsIn(['en', 'it'])
  language: WordingLanguage = 'en';
}

/** What keeps an organisation out of a list whatever it scores. */
export class LeftOutResponse {
  /**
   * `seed`, `exclude`, `among`, `countries`, `regions`, `types`, `sme`, `experience`, `trl`,
   * `cluster`, `invented`.
   */
  by!: string;

  /** What the list was narrowed to; null where that says nothing. */
  asked!: string | null;
}

/** A change that would raise the score; it was scored again. */
export class ChangeResponse {
  /** `say`: a competence on these words; `confirm`, `readiness`: of a text; `state-role`: the type or size asked. */
  kind!: string;

  /** Words of the call that such a competence would speak of. */
  words!: string[];

  /** Title of the text; null where it has none, or none is concerned. */
  evidence!: string | null;

  /** The role asked for. */
  role!: string | null;

  /** The score then. */
  score!: number;

  /** By how much it would be higher. */
  gain!: number;
}

/** Where one organisation stands for one opportunity, and why. */
export class StandingResponse {
  @ApiProperty({ type: OpportunitySummary })
  opportunity!: OpportunitySummary;

  @ApiProperty({ type: SuggestedOrganisationResponse })
  organisation!: SuggestedOrganisationResponse;

  /** Names the evidence that was read. */
  snapshot!: string;

  /** The day that decided what is known. */
  asOf!: string;

  /** Place in the list, from 1; null where it does not appear. */
  rank!: number | null;

  /** Place by score alone, from 1; null where it has none. */
  scoreRank!: number | null;

  /** Kinds for whose share it stands further up than its score would have it. */
  raisedFor!: string[];

  /** How many the list has. */
  total!: number;

  /** Fused, in [0, 1]. */
  score!: number;

  /** What the last of the places asked for scores; null where the list is shorter. */
  needed!: number | null;

  /** Competence fit. */
  fit!: FigureResponse;

  /** Experience and nearness. */
  trackRecord!: FigureResponse;

  /** Why the fit is unknown: `organisation`, `question`; null: it is known. */
  tooLittle!: string | null;

  @ApiProperty({ type: [LeftOutResponse] })
  leftOut!: LeftOutResponse[];

  @ApiProperty({ type: [ReasonResponse] })
  reasons!: ReasonResponse[];

  @ApiProperty({ type: [MissingResponse] })
  missing!: MissingResponse[];

  /** The greatest gain first. */
  @ApiProperty({ type: [ChangeResponse] })
  changes!: ChangeResponse[];

  /** The same as sentences, in the language asked for; quotes stay as they were written. */
  sentences!: string[];
}
