import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  Length,
} from 'class-validator';

import { agreementKinds, type AgreementKind } from '../agreement.store.js';
import { sharedFields, sharingLevels, type SharedField, type SharingLevel } from '../sharing-level.js';

export class OwnClusterQuery {
  /** Short name of the cluster: `afil`; needed only by whoever is staff of several. */
  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @Length(2, 20)
  cluster?: string;
}

export class SharingMemberParam {
  /** The member: our id, a PIC, or the exact name. */
  @IsString()
  @Length(1, 300)
  reference!: string;
}

export class AgreementParam {
  @IsUUID()
  id!: string;
}

/** What may leave. */
export class SharingRequest {
  @IsIn(sharingLevels)
  level!: SharingLevel;

  /** Kept back at every level. */
  @IsArray()
  @ArrayUnique()
  @ArrayMaxSize(sharedFields.length)
  @IsIn(sharedFields, { each: true })
  withheld!: SharedField[];
}

export class ProposeAgreementRequest {
  /** Short name of the other cluster. */
  @IsString()
  @Length(2, 20)
  with!: string;

  /** `sisters`: what each lets leave reaches the other; `parent`: the other is given figures of ours. */
  @IsIn(agreementKinds)
  kind!: AgreementKind;

  /** First day, `2026-12-01`. */
  @IsISO8601({ strict: true })
  @Length(10, 10)
  from!: string;

  /** Last day; absent or null: until one of the two ends it. */
  @IsOptional()
  @IsISO8601({ strict: true })
  @Length(10, 10)
  until?: string | null;
}

export class SharingResponse {
  /** `nothing`, `counts`, `masked`, `full`. */
  @ApiProperty({ enum: sharingLevels })
  level!: SharingLevel;

  /** Kept back at every level: `region`, `size`, `roles`, `competences`, `web`. */
  @ApiProperty({ enum: sharedFields, isArray: true })
  withheld!: SharedField[];
}

export class MemberSharingResponse extends SharingResponse {
  organisation!: string;

  name!: string;
}

/** How many members leave at each level, once everybody was heard. */
export class LeavingResponse {
  nothing!: number;

  counts!: number;

  masked!: number;

  full!: number;
}

export class NamedClusterResponse {
  slug!: string;

  nameEn!: string;

  nameIt!: string;
}

export class AgreementResponse {
  id!: string;

  /** `sisters`; `parent`: the other is given figures of ours; `daughter`: it gives us figures. */
  kind!: string;

  with!: NamedClusterResponse;

  /** Calendar date. */
  from!: string;

  /** The last day; null: until one of the two ends it. */
  until!: string | null;

  /** `in-force`, `to-accept` (by us), `proposed` (they have not answered), `not-yet`, `over`. */
  state!: string;
}

export class FederationResponse {
  cluster!: NamedClusterResponse;

  sharing!: SharingResponse;

  /** Members of whom something else was said. */
  @ApiProperty({ type: [MemberSharingResponse] })
  members!: MemberSharingResponse[];

  leaving!: LeavingResponse;

  @ApiProperty({ type: [AgreementResponse] })
  agreements!: AgreementResponse[];

  /** Clusters that an agreement can be proposed to. */
  @ApiProperty({ type: [NamedClusterResponse] })
  others!: NamedClusterResponse[];
}

export class LeftFederationResponse {
  /** Agreements that ended. */
  ended!: number;
}

export class CountCellResponse {
  /** Empty: not stated. */
  label!: string;

  /** Null: kept back, because it or another would point at somebody. */
  count!: number | null;
}

export class CountTableResponse {
  total!: number | null;

  @ApiProperty({ type: [CountCellResponse] })
  cells!: CountCellResponse[];
}

export class GivenFiguresResponse {
  cluster!: NamedClusterResponse;

  /** `sisters`, or `parent`: we are theirs. */
  as!: string;

  /** By kind of organisation: `PRC`, `REC`, `HES`, `PUB`, `OTH`. */
  byKind!: CountTableResponse;

  /** By NUTS 2 region. */
  byRegion!: CountTableResponse;

  /** `sme`, `large`. */
  bySize!: CountTableResponse;
}

export class FederationFiguresResponse {
  @ApiProperty({ type: [GivenFiguresResponse] })
  given!: GivenFiguresResponse[];
}

export class ShownStatementResponse {
  /** `competence`; `profile`: the fields that its description speaks of. */
  kind!: string;

  /** With names taken out. */
  text!: string;

  year!: number | null;
}

/** A member as sister clusters see it. */
export class ShownMemberResponse {
  /** Null behind the mask. */
  name!: string | null;

  url!: string | null;

  country!: string | null;

  /** NUTS 2. */
  region!: string | null;

  type!: string | null;

  sizeBand!: string | null;

  roles!: string[];

  @ApiProperty({ type: [ShownStatementResponse] })
  statements!: ShownStatementResponse[];
}

export class OwnSharingResponse {
  /** What you said. */
  choice!: SharingResponse;

  /** What it comes to once your clusters were heard. */
  effective!: SharingResponse;

  /** How others see you now; null: they do not. */
  @ApiProperty({ type: ShownMemberResponse, nullable: true })
  shown!: ShownMemberResponse | null;
}
