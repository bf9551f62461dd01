import { ApiProperty } from '@nestjs/swagger';

import { participations } from '../board/board.js';
import { consortiumStates, offerStates, seatStates } from '../board/board-states.js';
import { neededRoles } from '../needs/needed-role.js';

export class PartyResponse {
  pic!: string | null;

  legalName!: string | null;

  country!: string | null;

  type!: string | null;

  sme!: boolean | null;

  contactName!: string | null;

  contactEmail!: string | null;

  /** `guest`, `member`, `officer`; null: what the registry holds. */
  filledBy!: string | null;

  /** ISO instant. */
  filledAt!: string | null;
}

export class SeatOfferResponse {
  id!: string;

  organisation!: string;

  /** Null: it cannot be seen any more. */
  name!: string | null;

  @ApiProperty({ enum: offerStates })
  state!: string;

  /** ISO instant. */
  offeredAt!: string;

  words!: string | null;

  question!: string | null;

  reply!: string | null;

  /** ISO instant. */
  answeredAt!: string | null;
}

export class ClusterNameResponse {
  nameEn!: string;

  nameIt!: string;
}

export class CallNameResponse {
  identifier!: string;

  title!: string;
}

export class AskedNeedResponse {
  @ApiProperty({ enum: neededRoles })
  role!: string;

  text!: string;

  /** Sentences of the call. */
  cites!: string[];
}

export class SeatNeedResponse extends AskedNeedResponse {
  trlFrom!: number | null;

  trlTo!: number | null;
}

export class FellowPartnerResponse {
  /** Null until you have a seat yourself. */
  name!: string | null;

  country!: string | null;

  type!: string | null;

  @ApiProperty({ enum: participations })
  participation!: string;

  @ApiProperty({ enum: seatStates })
  state!: string;
}

export class MissingSeatResponse {
  @ApiProperty({ enum: participations })
  participation!: string;

  @ApiProperty({ enum: neededRoles, isArray: true })
  roles!: string[];
}

export class OwnSeatResponse {
  /** Of the offer. */
  id!: string;

  @ApiProperty({ enum: offerStates })
  state!: string;

  /** ISO instant. */
  offeredAt!: string;

  /** ISO instant. */
  answeredAt!: string | null;

  words!: string | null;

  question!: string | null;

  reply!: string | null;

  /** Of the board. */
  title!: string;

  @ApiProperty({ enum: consortiumStates })
  consortiumState!: string;

  cluster!: ClusterNameResponse;

  opportunity!: CallNameResponse | null;

  /** ISO instant of the last deadline. */
  deadline!: string | null;

  @ApiProperty({ enum: participations })
  participation!: string;

  /** Others were asked for the same seat: the first who accepts has it. */
  open!: boolean;

  @ApiProperty({ enum: seatStates })
  seatState!: string;

  needs!: SeatNeedResponse[];

  effortMonths!: number | null;

  budgetShare!: number | null;

  partners!: FellowPartnerResponse[];

  missing!: MissingSeatResponse[];

  @ApiProperty({ enum: ['pass', 'fail', 'needs-review'] })
  eligibility!: string;

  /** Part A: as filled in, or what the registry holds. */
  party!: PartyResponse;

  /** You may commit your organisation. */
  mayAnswer!: boolean;
}

export class OwnSeatsResponse {
  items!: OwnSeatResponse[];
}

export class GuestLinkMadeResponse {
  id!: string;

  /** Stands behind `#` in the link; shown this once. */
  token!: string;

  /** Path of the page for guests with the token behind it. */
  path!: string;

  /** ISO instant. */
  endsAt!: string;
}

export class GuestLinkResponse {
  id!: string;

  seat!: string;

  /** ISO instant. */
  createdAt!: string;

  /** ISO instant. */
  endsAt!: string;

  /** ISO instant. */
  revokedAt!: string | null;

  /** ISO instant. */
  openedAt!: string | null;

  @ApiProperty({ enum: ['yes', 'no', 'question', null], nullable: true, type: String })
  answer!: string | null;

  words!: string | null;

  /** ISO instant. */
  answeredAt!: string | null;
}

export class GuestSeatResponse {
  cluster!: ClusterNameResponse;

  opportunity!: CallNameResponse | null;

  /** ISO instant of the last deadline. */
  deadline!: string | null;

  @ApiProperty({ enum: participations })
  participation!: string;

  needs!: AskedNeedResponse[];

  effortMonths!: number | null;

  party!: PartyResponse | null;

  @ApiProperty({ enum: ['yes', 'no', 'question', null], nullable: true, type: String })
  answer!: string | null;

  words!: string | null;

  /** ISO instant. */
  endsAt!: string;
}

export class AskingClusterResponse extends ClusterNameResponse {
  id!: string;
}

export class SharedNeedResponse extends SeatNeedResponse {
  id!: string;

  countries!: string[];

  cluster!: AskingClusterResponse;

  opportunity!: CallNameResponse | null;

  /** ISO instant of the last deadline. */
  deadline!: string | null;

  @ApiProperty({ enum: ['asked', 'told', 'refused'] })
  state!: string;

  /** For staff: ids of members that were told; none: all. */
  told!: string[];

  /** ISO instant. */
  sharedAt!: string;
}

export class SharedNeedsResponse {
  items!: SharedNeedResponse[];
}
