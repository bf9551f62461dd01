import { ApiProperty } from '@nestjs/swagger';
import { IsString, IsUUID, Length, Matches } from 'class-validator';

import type { LinkedIdentity } from '../providers/linked-identity.store.js';
import { SignedInResponse } from './session.dto.js';

export class ProviderParam {
  /** `eu-login`: its name in the list of providers. */
  @Matches(/^[a-z0-9-]{1,40}$/)
  provider!: string;
}

export class IdentityParam {
  @IsUUID()
  id!: string;
}

export class ProviderAnswerRequest {
  /** What stands behind `?` in the address that the provider sent the browser back to. */
  @IsString()
  @Length(1, 4_000)
  query!: string;
}

export class ProviderResponse {
  name!: string;

  /** For people: `EU Login`. */
  title!: string;
}

export class ProviderListResponse {
  @ApiProperty({ type: [ProviderResponse] })
  items!: ProviderResponse[];
}

export class AskProviderResponse {
  /** Where the browser goes now. */
  address!: string;
}

export class ProviderAnswerResponse {
  /** `signed-in`, `linked`. */
  done!: string;

  /** Null where an identity was linked. */
  signedIn!: SignedInResponse | null;
}

export class IdentityResponse {
  id!: string;

  provider!: string;

  /** The provider for people; its name where it is not listed any more. */
  title!: string;

  createdAt!: string;

  usedAt!: string | null;
}

export class IdentityListResponse {
  @ApiProperty({ type: [IdentityResponse] })
  items!: IdentityResponse[];
}

export function toIdentityResponse(
  { id, provider, createdAt, usedAt }: LinkedIdentity,
  title: string,
): IdentityResponse {
  return { id, provider, title, createdAt: createdAt.toISOString(), usedAt: usedAt?.toISOString() ?? null };
}
