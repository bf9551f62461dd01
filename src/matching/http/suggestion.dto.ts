import { ApiProperty } from '@nestjs/swagger';

import { OpportunitySummary } from '../../opportunities/index.js';
import { narrowingNames, type NarrowingName } from '../../ranking/index.js';
import { SourceStampResponse } from '../../sources/index.js';

/** One of the two figures, never merged. */
export class FigureResponse {
  /** In [0, 1]. */
  score!: number;

  /** `strong`, `good`, `possible`; `unknown`: too little is known or asked to say. */
  band!: string;
}

export class ReasonEvidenceResponse {
  /** `profile`, `competence`, `project`, `result`. */
  type!: string;

  id!: string;

  title!: string | null;

  /** Calendar date. */
  date!: string | null;

  /** Page of a project. */
  url!: string | null;

  /** `open`, `confirmed`, `unconfirmed`. */
  state!: string;
}

export class ReasonResponse {
  /** `text`, `concepts`, `proximity`, `experience`, `activity`, `facts`, `meaning`, `rest`. */
  signal!: string;

  /** The contributions of all reasons add up to the score. */
  contribution!: number;

  /** Verbatim; null where the reason is not about words. */
  callQuote!: string | null;

  /** Verbatim; null where the reason is not about words. */
  evidenceQuote!: string | null;

  /** What both sides share, the weightiest first. */
  terms!: string[];

  @ApiProperty({ type: ReasonEvidenceResponse, nullable: true })
  evidence!: ReasonEvidenceResponse | null;
}

export class MissingResponse {
  /** What the call asks and no evidence shows. */
  label!: string;

  /** `term`, `concept`. */
  kind!: string;

  /** Place in the sections of the call; -1 the title, -2 the keywords. */
  section!: number;

  /** Share of all the call asks, in [0, 1]. */
  weight!: number;
}

/** What may be known of a member of a sister cluster before it agreed to more. */
export class MaskedFactsResponse {
  /** It chose to be shown by name. */
  named!: boolean;

  /** `1-9`, `10-49`, `50-249`, `250+`; null where not stated or kept back. */
  sizeBand!: string | null;

  /** What it would do in a project. */
  roles!: string[];
}

export class SuggestedOrganisationResponse {
  /** Of a member of a sister cluster: of its mask, which leads nowhere. */
  id!: string;

  pic!: string | null;

  name!: string;

  country!: string | null;

  city!: string | null;

  nuts!: string | null;

  type!: string | null;

  sme!: boolean | null;

  url!: string | null;

  /** Its page in the register of participants. */
  participantUrl!: string | null;

  /** Made up for the demonstration. */
  invented!: boolean;

  /** Clusters in scope of which it is a member. */
  clusters!: string[];

  /** Of a member of a sister cluster; null for others. */
  @ApiProperty({ type: MaskedFactsResponse, nullable: true })
  masked!: MaskedFactsResponse | null;
}

/** A member of the asker's cluster that shared a project with the organisation. */
export class IntroducerResponse {
  id!: string;

  name!: string;

  /** Of the shared project. */
  acronym!: string;

  year!: number | null;
}

/** The experienced co-ordinator that goes best with a newcomer. */
export class CompanionResponse {
  id!: string;

  name!: string;

  country!: string | null;

  /** Consortia it led. */
  led!: number;

  /** Consortia it was in. */
  consortia!: number;

  fit!: FigureResponse;

  /** What the call asks, nothing of the newcomer shows and this one does. */
  adds!: string[];
}

export class PartnerSuggestionResponse {
  rank!: number;

  /** Place by score alone. */
  scoreRank!: number;

  /** Kinds for whose share it stands further up than its score would have it: `sme`, `company`, `newcomer`, `leader`. */
  raisedFor!: string[];

  /** Of a newcomer: who could lead. Null for others, or where nobody is in reach. */
  @ApiProperty({ type: CompanionResponse, nullable: true })
  companion!: CompanionResponse | null;

  organisation!: SuggestedOrganisationResponse;

  /** Fused, in [0, 1]. */
  score!: number;

  /** Competence fit. */
  fit!: FigureResponse;

  /** Experience and nearness. */
  trackRecord!: FigureResponse;

  /** Why the fit is unknown: `organisation` (it should say what it does), `question` (it should say more); null: it is known. */
  tooLittle!: string | null;

  @ApiProperty({ type: [ReasonResponse] })
  reasons!: ReasonResponse[];

  @ApiProperty({ type: [MissingResponse] })
  missing!: MissingResponse[];

  /** Who can introduce us. */
  @ApiProperty({ type: [IntroducerResponse] })
  introducers!: IntroducerResponse[];

  /** You found it useful. */
  useful!: boolean;
}

/** What kinds keep of every prefix of a list, in [0, 1). */
export class FairSharesResponse {
  sme!: number;

  company!: number;

  newcomer!: number;
}

/** What taking one filter back would bring to an empty list. */
export class WithoutFilterResponse {
  /** `countries`, `regions`, `types`, `sme`, `experience`, `trl`, `cluster`. */
  @ApiProperty({ enum: narrowingNames, type: String })
  filter!: NarrowingName;

  /** How many organisations there would be without it; above 0. */
  total!: number;
}

export class PartnerSuggestionsResponse {
  /** Null for a free text. */
  @ApiProperty({ type: OpportunitySummary, nullable: true })
  opportunity!: OpportunitySummary | null;

  /** Names the evidence that was read; changes with any of it. */
  snapshot!: string;

  /** Version of the ranking model. */
  model!: string;

  /** Calendar date that evidence was judged as of. */
  asOf!: string;

  /** The score run whose stored list this is; null: ranked just now. */
  run!: string | null;

  /** `fair` or `score`. */
  order!: string;

  /** What kinds keep of every prefix; null for a list by score. */
  @ApiProperty({ type: FairSharesResponse, nullable: true })
  fairShares!: FairSharesResponse | null;

  /** How many organisations scored, after filters. */
  total!: number;

  @ApiProperty({ type: [PartnerSuggestionResponse] })
  suggestions!: PartnerSuggestionResponse[];

  /** Of an empty list: how many there would be without one of the filters, the most first; else empty. */
  @ApiProperty({ type: [WithoutFilterResponse] })
  without!: WithoutFilterResponse[];

  /** How old the data are that this rests on. */
  @ApiProperty({ type: [SourceStampResponse] })
  sources!: SourceStampResponse[];
}

export class CallSuggestionResponse {
  rank!: number;

  opportunity!: OpportunitySummary;

  /** Fused, in [0, 1]. */
  score!: number;

  fit!: FigureResponse;

  trackRecord!: FigureResponse;

  /** Why the fit is unknown: `organisation` (it should say what it does), `question` (it should say more); null: it is known. */
  tooLittle!: string | null;

  @ApiProperty({ type: [ReasonResponse] })
  reasons!: ReasonResponse[];

  @ApiProperty({ type: [MissingResponse] })
  missing!: MissingResponse[];

  /** You found it useful. */
  useful!: boolean;
}

export class CallSuggestionsResponse {
  organisation!: SuggestedOrganisationResponse;

  /** Id of the organisation. */
  organisationId!: string;

  /** It is made up for the demonstration. */
  invented!: boolean;

  /** Names the evidence that was read. */
  snapshot!: string;

  model!: string;

  /** Calendar date that evidence was judged as of. */
  asOf!: string;

  /** The score run whose stored list this is; null: ranked just now. */
  run!: string | null;

  total!: number;

  @ApiProperty({ type: [CallSuggestionResponse] })
  suggestions!: CallSuggestionResponse[];

  /** How old the data are that this rests on. */
  @ApiProperty({ type: [SourceStampResponse] })
  sources!: SourceStampResponse[];
}
