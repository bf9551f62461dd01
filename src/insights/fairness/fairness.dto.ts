import { ApiProperty } from '@nestjs/swagger';
import { IsNumber, IsOptional, IsString, Length, Max, Min, ValidateIf } from 'class-validator';

import type { ExposedGroup } from './exposure.js';
import type { Fairness } from './read-fairness.js';

export class OwnClusterQuery {
  /** Short name of the cluster: `afil`; needed only by whoever works for several. */
  @IsOptional()
  @IsString()
  @Length(2, 40)
  cluster?: string;
}

export class NewcomerShareRequest {
  /** Of every prefix of a list, from 0 to 0.5; null: as the installation is set. */
  @ApiProperty({ type: Number, nullable: true, minimum: 0, maximum: 0.5 })
  @ValidateIf((_, value) => value !== null)
  @IsNumber()
  @Min(0)
  @Max(0.5)
  share!: number | null;

  /** Why; kept with who and when. */
  @IsString()
  @Length(3, 500)
  reason!: string;
}

export class ExposedGroupResponse {
  /** Empty: not stated. */
  code!: string;

  members!: number;

  suggestions!: number;

  /** Pairs of a member and a call in which somebody said yes. */
  accepted!: number;
}

export class NewcomerShareResponse {
  id!: string;

  /** Null: as the installation is set. */
  share!: number | null;

  reason!: string;

  /** Name of the person; null: they have gone. */
  by!: string | null;

  /** It took the turn before back. */
  undo!: boolean;

  /** ISO instant. */
  at!: string;
}

export class FairnessResponse {
  cluster!: string;

  /** When lists were counted; null: no score run has finished yet. */
  countedAt!: string | null;

  /** Calls that are listed today. */
  calls!: number;

  /** Places among the first ten of each list. */
  suggestions!: number;

  /** The share of them that the ten most suggested members get; null without suggestions. */
  concentration!: number | null;

  /** From this on it is an alert; null: so few members that ten of them have as much where all get alike. */
  concentrationAlert!: number | null;

  /** `newcomer`: one funded project at most; `experienced`. */
  @ApiProperty({ type: [ExposedGroupResponse] })
  byExperience!: ExposedGroupResponse[];

  /** `SME`: a small firm; else the type of organisation. */
  @ApiProperty({ type: [ExposedGroupResponse] })
  byKind!: ExposedGroupResponse[];

  /** NUTS 3 codes. */
  @ApiProperty({ type: [ExposedGroupResponse] })
  byProvince!: ExposedGroupResponse[];

  /** What newcomers keep of every list now. */
  newcomerShare!: number;

  /** What the installation keeps for them where the cluster says nothing. */
  usualNewcomerShare!: number;

  /** Every change of it, the last one first. */
  @ApiProperty({ type: [NewcomerShareResponse] })
  changes!: NewcomerShareResponse[];
}

export function toFairnessResponse(fairness: Fairness): FairnessResponse {
  const { cluster, countedAt, calls, suggestions, concentration, concentrationAlert, lever } = fairness;
  return {
    cluster: cluster.slug,
    countedAt,
    calls,
    suggestions,
    concentration,
    concentrationAlert,
    byExperience: fairness.byExperience.map(toGroup),
    byKind: fairness.byKind.map(toGroup),
    byProvince: fairness.byProvince.map(toGroup),
    newcomerShare: lever.share,
    usualNewcomerShare: lever.usual,
    changes: lever.log.map(({ id, share, reason, by, undoes, at }) => ({
      id,
      share,
      reason,
      by,
      undo: undoes !== null,
      at: at.toISOString(),
    })),
  };
}

const toGroup = ({ code, members, suggestions, accepted }: ExposedGroup): ExposedGroupResponse => ({
  code,
  members,
  suggestions,
  accepted,
});
