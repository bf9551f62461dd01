import { ApiProperty } from '@nestjs/swagger';

import { participations } from '../board/board.js';
import { consortiumStates, needStates, seatStates } from '../board/board-states.js';
import { neededRoles } from '../needs/needed-role.js';
import { PartyResponse, SeatOfferResponse } from './seat-response.dto.js';

export class StartedResponse {
  id!: string;
}

export class BoardLineResponse {
  id!: string;

  title!: string;

  opportunityId!: string | null;

  opportunityIdentifier!: string | null;

  @ApiProperty({ enum: consortiumStates })
  state!: string;

  needs!: number;

  /** Neither filled nor closed. */
  openNeeds!: number;

  seats!: number;

  seatsHeld!: number;

  /** ISO instant. */
  changedAt!: string;
}

export class BoardPage {
  items!: BoardLineResponse[];

  total!: number;

  /** `after` of the next page; null: this was the last. */
  next!: number | null;
}

export class NeedCiteResponse {
  section!: number;

  start!: number;

  end!: number;

  text!: string;
}

export class NeedAudienceResponse {
  /** Its id. */
  cluster!: string;

  /** `told` once its staff told members; nobody learns who refused. */
  @ApiProperty({ enum: ['asked', 'told'] })
  state!: string;
}

export class NeedResponse {
  id!: string;

  @ApiProperty({ enum: neededRoles })
  role!: string;

  text!: string;

  /** What the partner starts from; null: not stated. */
  input!: string | null;

  /** What it hands on; null: not stated. */
  output!: string | null;

  trlFrom!: number | null;

  trlTo!: number | null;

  countries!: string[];

  /** Where the call says so; none where a person added it. */
  cites!: NeedCiteResponse[];

  @ApiProperty({ enum: needStates })
  state!: string;

  /** States it can go to from there. */
  @ApiProperty({ enum: needStates, isArray: true })
  next!: string[];

  /** Clusters that it is shown to. */
  shownTo!: NeedAudienceResponse[];

  approvedBy!: string | null;

  /** Null: by nobody yet, or by somebody whose account is gone. */
  approvedByName!: string | null;

  /** ISO instant. */
  approvedAt!: string | null;

  version!: number;
}

export class SeatHolderResponse {
  id!: string;

  /** Null: it left your clusters and is not in open data. */
  name!: string | null;

  pic!: string | null;

  country!: string | null;

  nuts!: string | null;

  type!: string | null;

  sme!: boolean | null;

  invented!: boolean;
}

export class SeatResponse {
  id!: string;

  @ApiProperty({ enum: participations })
  participation!: string;

  organisation!: SeatHolderResponse | null;

  needs!: string[];

  @ApiProperty({ enum: seatStates })
  state!: string;

  /** States it can go to from there. */
  @ApiProperty({ enum: seatStates, isArray: true })
  next!: string[];

  effortMonths!: number | null;

  budgetShare!: number | null;

  note!: string | null;

  /** Without it the consortium is not agreed. */
  required!: boolean;

  /** It was a member and is none any more, or cannot be seen any more: ask the co-ordinator. */
  left!: boolean;

  /** To whom it was offered, the oldest first. */
  offers!: SeatOfferResponse[];

  /** Part A as filled in for this seat; null: nothing yet. */
  party!: PartyResponse | null;

  version!: number;
}

export class BoardResponse {
  id!: string;

  title!: string;

  opportunityId!: string | null;

  opportunityIdentifier!: string | null;

  idea!: string | null;

  @ApiProperty({ enum: consortiumStates })
  state!: string;

  /** States it can go to from there. */
  @ApiProperty({ enum: consortiumStates, isArray: true })
  next!: string[];

  version!: number;

  /** ISO instant. */
  createdAt!: string;

  /** ISO instant. */
  changedAt!: string;

  needs!: NeedResponse[];

  seats!: SeatResponse[];
}

export class CallSentenceResponse {
  /** Place of the section in the call, and of the sentence in its text: as the cites of needs name them. */
  section!: number;

  start!: number;

  end!: number;

  text!: string;
}

export class CallPassageResponse {
  /** `outcome`, `scope`, `conditions`, `need` … */
  kind!: string;

  heading!: string | null;

  language!: string | null;

  @ApiProperty({ type: [CallSentenceResponse] })
  sentences!: CallSentenceResponse[];
}

export class CallDemandResponse {
  @ApiProperty({ enum: ['countries', 'count', 'beneficiaries', 'sme', 'not-funded'] })
  kind!: string;

  /** So many at least, where it is a number. */
  atLeast!: number | null;

  /** Of what, or who, in the words of the call. */
  of!: string | null;

  /** The sentence that says so. */
  text!: string;
}

export class CallTextResponse {
  @ApiProperty({ type: [CallPassageResponse] })
  passages!: CallPassageResponse[];

  /** What the text demands of the consortium as a whole, in so many words. */
  @ApiProperty({ type: [CallDemandResponse] })
  demands!: CallDemandResponse[];

  /** Page of the call at its source. */
  url!: string | null;
}

export class BoardChangeResponse {
  /** ISO instant. */
  at!: string;

  actor!: string;

  /** Null: an account that is gone, or the officer of an open demonstration. */
  actorName!: string | null;

  thing!: string;

  thingId!: string;

  deed!: string;

  stateFrom!: string | null;

  stateTo!: string | null;
}

export class CoveredByResponse {
  organisation!: string;

  name!: string;

  /** `strong`, `good`, `possible`, or that too little is known. */
  band!: string;

  /** What the call asks, in its words; null where the reason is not about words. */
  callQuote!: string | null;

  /** What the partner has to show. */
  evidenceQuote!: string | null;

  evidenceTitle!: string | null;
}

export class NeedCoverageResponse {
  need!: string;

  /** Who of those that are in has something to show for it, the best first. */
  coveredBy!: CoveredByResponse[];
}

export class ProposedSeatResponse {
  organisation!: SeatHolderResponse;

  coordinator!: boolean;

  /** It is on the board already. */
  seated!: boolean;

  /** Ids of needs that it covers best of all on the proposal. */
  covers!: string[];

  /** Ids of members that it has worked with. */
  tiedTo!: string[];

  /** Rules that would break without it: `countries`, `size`, `newcomers`. */
  keeps!: string[];
}

export class ConsortiumProposalResponse {
  seats!: ProposedSeatResponse[];

  /** Ids of needs that it covers by less than a half. */
  weak!: string[];

  @ApiProperty({ enum: ['pass', 'needs-review'] })
  eligibility!: string;

  /** Proved to be the best by its own measure; false: time ran out. */
  best!: boolean;
}

export class AssemblyResponse {
  /** None: see `because`. */
  proposals!: ConsortiumProposalResponse[];

  /** Where there is no proposal: what stands in the way, each alone. */
  because!: string[];
}
