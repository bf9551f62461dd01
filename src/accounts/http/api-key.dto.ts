import { ApiProperty } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Max,
  Min,
} from 'class-validator';

import { keyScopes, type KeyScope } from '../keys/api-key.js';
import type { ApiKeyLine } from '../keys/api-key.store.js';

export class MakeApiKeyRequest {
  /** What it is for: `newsletter`, `members' register`. */
  @IsString()
  @Length(1, 80)
  name!: string;

  /** `read`: calls, members and suggestions; `import`: members' files; `score`: score runs. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(3)
  @ArrayUnique()
  @IsIn(keyScopes, { each: true })
  scopes!: KeyScope[];

  /** How many days it works. */
  @IsInt()
  @Min(1)
  @Max(365)
  days!: number;

  /** Short name of the cluster, for an officer of several. */
  @IsOptional()
  @IsString()
  @Length(1, 40)
  cluster?: string;
}

export class ApiKeyParam {
  @IsUUID()
  id!: string;
}

export class MadeApiKeyResponse {
  id!: string;

  /** The key itself, shown this once: send it as `Authorization: Bearer …`. */
  key!: string;
}

export class ApiKeyResponse {
  id!: string;

  /** Short name of the cluster. */
  cluster!: string;

  name!: string;

  scopes!: string[];

  createdAt!: string;

  endsAt!: string;

  revokedAt!: string | null;

  /** To the minute. */
  usedAt!: string | null;
}

export class ApiKeyListResponse {
  @ApiProperty({ type: [ApiKeyResponse] })
  items!: ApiKeyResponse[];
}

export const toApiKeyResponse = (line: ApiKeyLine): ApiKeyResponse => ({
  id: line.id,
  cluster: line.cluster,
  name: line.name,
  scopes: [...line.scopes],
  createdAt: line.createdAt.toISOString(),
  endsAt: line.endsAt.toISOString(),
  revokedAt: line.revokedAt?.toISOString() ?? null,
  usedAt: line.usedAt?.toISOString() ?? null,
});
