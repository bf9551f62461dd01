import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsDefined,
  IsEmail,
  IsIn,
  IsInt,
  IsISO31661Alpha2,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';

import { organisationTypes, type OrganisationType } from '../../organisations/index.js';
import type { GuestAnswer } from '../guests/guest-link.js';
import type { SeatAnswer } from '../seats/seat-offer.js';
import { ConsortiumParam } from './board-request.dto.js';

export class OfferParam extends ConsortiumParam {
  @IsUUID()
  offer!: string;
}

export class GuestLinkParam extends ConsortiumParam {
  @IsUUID()
  link!: string;
}

export class OfferSeatRequest {
  /** To whom: our id, a PIC, or the exact name. */
  @IsString()
  @Length(1, 300)
  organisation!: string;
}

export class ReplyRequest {
  @IsString()
  @Length(1, 2_000)
  reply!: string;
}

/** What Part A asks of a partner; what is left out counts as not stated. */
export class PartyRequest {
  /** Nine digits, as in the Participant Register. */
  @IsOptional()
  @Matches(/^\d{9}$/, { message: 'pic must be the nine digits of the Participant Register' })
  pic?: string | null;

  @IsOptional()
  @IsString()
  @Length(1, 300)
  legalName?: string | null;

  /** ISO 3166-1 alpha-2. */
  @IsOptional()
  @IsISO31661Alpha2()
  country?: string | null;

  @IsOptional()
  @IsIn(organisationTypes)
  type?: OrganisationType | null;

  @IsOptional()
  @IsBoolean()
  sme?: boolean | null;

  @IsOptional()
  @IsString()
  @Length(1, 200)
  contactName?: string | null;

  @IsOptional()
  @IsEmail()
  @Length(3, 254)
  contactEmail?: string | null;
}

export class PrepareSeatRequest {
  /** What you would say with the answer. */
  @IsOptional()
  @IsString()
  @Length(1, 2_000)
  words?: string | null;

  /** What you would like to know first. */
  @IsOptional()
  @IsString()
  @Length(1, 2_000)
  question?: string | null;

  /** Kept where the seat is meant for you alone, or is yours. */
  @IsOptional()
  @ValidateNested()
  @Type(() => PartyRequest)
  party?: PartyRequest;
}

const answers = ['accepted', 'declined', 'withdrawn'] as const;

export class AnswerSeatRequest {
  /** `withdrawn` gives back a seat that was accepted. */
  @IsIn(answers)
  answer!: SeatAnswer;
}

export class GuestLinkRequest {
  /** How long it works. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(60)
  days: number = 14;
}

export class GuestTokenRequest {
  /** What stands behind `#` in the link. */
  @Matches(/^[A-Za-z0-9_-]{43}$/, { message: 'token must be what stands behind # in the link' })
  token!: string;
}

export class GuestPartyRequest extends GuestTokenRequest {
  @IsDefined()
  @ValidateNested()
  @Type(() => PartyRequest)
  party!: PartyRequest;
}

const guestAnswers = ['yes', 'no', 'question'] as const;

export class GuestAnswerRequest extends GuestTokenRequest {
  @IsIn(guestAnswers)
  answer!: GuestAnswer;

  @IsOptional()
  @IsString()
  @Length(1, 2_000)
  words?: string | null;
}

export class AudienceRequest {
  /** Ids of the clusters it is shown to: your own at once, others' staff first. None: nobody but staff. */
  @IsArray()
  @ArrayMaxSize(50)
  @IsUUID(undefined, { each: true })
  clusters!: string[];
}

export class SharedNeedParam {
  @IsUUID()
  id!: string;
}

export class TellRequest {
  /** False: nobody is told; whoever asked does not learn it. */
  @IsBoolean()
  tell!: boolean;

  /** Members to tell: our id, a PIC, or the exact name. None: all of them. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(200)
  @IsString({ each: true })
  @Length(1, 300, { each: true })
  organisations?: string[];
}
