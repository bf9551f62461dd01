import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, IsString, Length } from 'class-validator';

import type { Caller } from '../caller.js';
import type { Cluster } from '../cluster.js';
import type { OwnBrand } from '../clusters/own-brand.read-model.js';

export class ChangeMeRequest {
  /** First and last name. */
  @IsString()
  @Length(1, 200)
  name!: string;
}

export class ChangePasswordRequest {
  /** The password until now; left out where there was none. */
  @IsOptional()
  @IsString()
  @Length(1, 1_000)
  current?: string;

  /** 15 to 256 characters, or 8 and more beside a second factor; spaces and every script are welcome. */
  @IsString()
  @Length(1, 1_000)
  next!: string;
}

export class GrantResponse {
  /** `member`, `editor`, `committer`, `officer`, `manager`, `operator`, … */
  role!: string;

  /** Id of the cluster, of an officer or manager. */
  cluster!: string | null;

  /** Id of the organisation, of its people. */
  organisation!: string | null;
}

/** A cluster on whose behalf one acts. */
export class OwnClusterResponse {
  id!: string;

  /** `afil`. */
  slug!: string;

  nameEn!: string;

  nameIt!: string;
}

export class OwnLogoQuery {
  /** As `me` said it: the same picture is not asked for twice. */
  @IsOptional()
  @IsString()
  @Length(1, 40)
  version?: string;
}

/** How the cluster of whoever looks presents itself. */
export class OwnBrandResponse {
  nameEn!: string;

  nameIt!: string;

  /** `#0b5cad`: white can be read on it at 4.5 to 1. */
  colour!: string | null;

  /** Of the logo at `/api/v1/me/logo`; null: there is none. */
  logoVersion!: string | null;
}

export class MeResponse {
  /** Id of the account; null for the demonstration's officer. */
  id!: string | null;

  email!: string | null;

  name!: string | null;

  /** `en` or `it`. */
  language!: string | null;

  /** What one may at this moment. */
  roles!: string[];

  /** What one was given: an officer's part counts once a second factor was shown. */
  @ApiProperty({ type: [GrantResponse] })
  grants!: GrantResponse[];

  /** The clusters whose members one may see as their own staff do; every one, of the operator. */
  @ApiProperty({ type: [OwnClusterResponse] })
  clusters!: OwnClusterResponse[];

  /** Id of the organisation for which one acts; null for staff. */
  organisation!: string | null;

  /** Null: of no cluster, of several, or of one that set neither colour nor logo. */
  @ApiProperty({ type: OwnBrandResponse, nullable: true })
  brand!: OwnBrandResponse | null;

  /** How many factors were shown. */
  factors!: number | null;
}

export class CredentialsResponse {
  password!: boolean;

  /** An authenticator app. */
  totp!: boolean;

  passkeys!: number;

  /** How many were not used. */
  recoveryCodes!: number;
}

export class RecoveryCodesResponse {
  /** Each works once: `ABCD-EFGH-IJKL-MNOP`. */
  codes!: string[];
}

export class TotpResponse {
  /** The key, to be typed into an authenticator app. */
  key!: string;

  /** The same as an `otpauth:` address, for a picture that the app reads. */
  address!: string;
}

export function toMeResponse(
  { roles, scope, session }: Caller,
  clusters: readonly Cluster[],
  brand: OwnBrand | null,
): MeResponse {
  return {
    id: session?.user.id ?? null,
    email: session?.user.email ?? null,
    name: session?.user.name ?? null,
    language: session?.user.language ?? null,
    roles: [...roles],
    grants: (session?.grants ?? []).map(({ role, cluster, organisation }) => ({
      role,
      cluster,
      organisation,
    })),
    clusters: clusters
      .filter(({ id }) => scope.clusters.includes(id))
      .map(({ id, slug, nameEn, nameIt }) => ({ id, slug, nameEn, nameIt })),
    organisation: scope.organisation ?? null,
    brand: brand && toBrandResponse(brand),
    factors: session?.factors ?? null,
  };
}

const toBrandResponse = ({ nameEn, nameIt, colour, logoVersion }: OwnBrand): OwnBrandResponse => ({
  nameEn,
  nameIt,
  colour,
  logoVersion,
});
