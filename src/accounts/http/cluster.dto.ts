import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsEmail,
  IsIn,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  ValidateNested,
} from 'class-validator';
import { Type } from 'class-transformer';

import { mandateParts, type ClusterPerson, type MandatePart } from '../clusters/cluster-people.store.js';
import type { ClusterSettings } from '../clusters/cluster-settings.js';

export class OwnClusterQuery {
  /** Short name of the cluster: `afil`; needed only by whoever is staff of several. */
  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @Length(2, 20)
  cluster?: string;
}

export class CreateClusterRequest {
  /** Short name, never changed again: 2 to 20 lower-case letters, digits and hyphens. */
  @IsString()
  @Length(2, 20)
  slug!: string;

  @IsString()
  @Length(1, 200)
  nameEn!: string;

  @IsString()
  @Length(1, 200)
  nameIt!: string;

  @IsOptional()
  @IsString()
  @Length(1, 200)
  city?: string | null;

  @IsOptional()
  @IsString()
  @Length(1, 2000)
  url?: string | null;
}

export class CreatedClusterResponse {
  id!: string;

  slug!: string;

  nameEn!: string;

  nameIt!: string;
}

export class ChangeClusterRequest {
  @IsString()
  @Length(1, 200)
  nameEn!: string;

  @IsString()
  @Length(1, 200)
  nameIt!: string;

  /** `#0b5cad`; white must be readable on it at 4.5 to 1. Absent or null: the service's. */
  @IsOptional()
  @Matches(/^#[0-9a-fA-F]{6}$/)
  colour?: string | null;

  /** In whose name mails come. Absent or null: the cluster's name. */
  @IsOptional()
  @IsString()
  @Length(1, 80)
  senderName?: string | null;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(2)
  @ArrayUnique()
  @IsIn(['it', 'en'], { each: true })
  languages!: ('it' | 'en')[];

  /** `Europe/Rome`. */
  @IsString()
  @Length(3, 60)
  timeZone!: string;

  /** Day of the patron saint, `12-07`. Absent or null: none of its own. */
  @IsOptional()
  @Matches(/^\d\d-\d\d$/)
  patronSaint?: string | null;

  /** Other days on which nobody works, `2026-12-24`. */
  @IsArray()
  @ArrayMaxSize(60)
  @IsISO8601({ strict: true }, { each: true })
  @Length(10, 10, { each: true })
  closedOn!: string[];
}

export class ClusterSettingsResponse {
  slug!: string;

  nameEn!: string;

  nameIt!: string;

  colour!: string | null;

  senderName!: string | null;

  @ApiProperty({ enum: ['it', 'en'], isArray: true })
  languages!: ('it' | 'en')[];

  timeZone!: string;

  patronSaint!: string | null;

  closedOn!: string[];

  /** It is at `/cluster/logo`. */
  hasLogo!: boolean;
}

export function toClusterSettingsResponse(settings: ClusterSettings): ClusterSettingsResponse {
  const { cluster, colour, senderName, languages, timeZone, patronSaint, closedOn, hasLogo } = settings;
  const { slug, nameEn, nameIt } = cluster;
  const rest = { colour, senderName, timeZone, patronSaint, hasLogo };
  return { slug, nameEn, nameIt, ...rest, languages: [...languages], closedOn: [...closedOn] };
}

export class ClusterPersonParam {
  /** Of the role, as the list names it. */
  @IsUUID()
  id!: string;
}

export class AddPersonRequest {
  @IsEmail()
  @Length(3, 254)
  email!: string;

  /** Of a new account; who has one keeps their own. */
  @IsString()
  @Length(1, 200)
  name!: string;

  @IsIn(['it', 'en'])
  language!: 'it' | 'en';

  @IsIn(['officer', 'manager'])
  role!: 'officer' | 'manager';
}

export class MandateRequest {
  /** Identifier of the pilot. */
  @IsString()
  @Length(1, 120)
  pilot!: string;

  @IsIn(mandateParts)
  part!: MandatePart;
}

export class ChangePersonRequest {
  /** Absent: it stays. */
  @IsOptional()
  @IsIn(['officer', 'manager'])
  role?: 'officer' | 'manager';

  /** What they speak for in a pilot; null: nothing any more; absent: it stays. */
  @IsOptional()
  @ValidateNested()
  @Type(() => MandateRequest)
  @ApiPropertyOptional({ type: MandateRequest, nullable: true })
  mandate?: MandateRequest | null;
}

export class MandateResponse {
  pilot!: string;

  @ApiProperty({ enum: mandateParts })
  part!: MandatePart;
}

export class ClusterPersonResponse {
  /** Of the role, not of the person. */
  id!: string;

  name!: string;

  email!: string;

  /** `officer`, `manager`. */
  @ApiProperty({ enum: ['officer', 'manager'] })
  role!: 'officer' | 'manager';

  since!: string;

  @ApiProperty({ type: MandateResponse, nullable: true })
  mandate!: MandateResponse | null;

  /** It is you. */
  self!: boolean;
}

export class ClusterPeopleResponse {
  @ApiProperty({ type: [ClusterPersonResponse] })
  items!: ClusterPersonResponse[];
}

export const toClusterPersonResponse = (
  { id, user, name, email, role, since, mandate }: ClusterPerson,
  self: string | undefined,
): ClusterPersonResponse => ({
  id,
  name,
  email,
  role,
  since: since.toISOString(),
  mandate: mandate && { pilot: mandate.pilot, part: mandate.part },
  self: user === self,
});
