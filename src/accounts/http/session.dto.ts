import { ApiProperty } from '@nestjs/swagger';
import { IsString, IsUUID, Length, Matches } from 'class-validator';

import { deviceWords } from '../sessions/device-words.js';
import type { SessionLine } from '../sessions/session.store.js';
import type { SignedIn } from '../sessions/begin-session.js';

export class SignInRequest {
  /** The account's mail address, in any letter case. */
  @IsString()
  @Length(3, 254)
  email!: string;

  @IsString()
  @Length(1, 1_000)
  password!: string;
}

export class SignInLinkRequest {
  /** The account's mail address, in any letter case. */
  @IsString()
  @Length(3, 254)
  email!: string;
}

export class UseSignInLinkRequest {
  /** What stands behind `#` in the link. */
  @IsString()
  @Matches(/^[A-Za-z0-9_-]{43}$/, { message: 'token must be the 43 characters behind # in the link' })
  token!: string;
}

export class CodeRequest {
  /** The six digits that the authenticator app shows now. */
  @IsString()
  @Matches(/^\d{6}$/, { message: 'code must be six digits' })
  code!: string;
}

export class RecoveryCodeRequest {
  /** One of the ten, with or without its hyphens, in any letter case. */
  @IsString()
  @Length(16, 30)
  code!: string;
}

export class SessionParam {
  @IsUUID()
  id!: string;
}

export class SignedInResponse {
  /**
   * `asked`: show the second factor next. `to-be-set-up`: an officer's rights begin once a second
   * factor is set up. `shown`, `not-needed`: signed in.
   */
  secondFactor!: string;

  /** Where it is `asked`: what may be shown, of `code`, `passkey` and `recovery-code`. */
  ways!: string[];

  /** The person's name. */
  name!: string;
}

export class SessionResponse {
  id!: string;

  /** What the browser calls itself. */
  device!: string | null;

  /** `Firefox`, `Chrome`, …, where the browser is one we know. */
  browser!: string | null;

  /** `Windows`, `Android`, …, where we know it. */
  system!: string | null;

  /** How many factors were shown: 1 or 2. */
  factors!: number;

  /** The session this request came with. */
  current!: boolean;

  createdAt!: string;

  /** To the minute. */
  seenAt!: string;
}

export class SessionListResponse {
  @ApiProperty({ type: [SessionResponse] })
  items!: SessionResponse[];
}

export function toSignedInResponse({ secondFactor, ways, user }: SignedIn): SignedInResponse {
  return { secondFactor, ways: [...ways], name: user.name };
}

export function toSessionResponse(line: SessionLine, currentId: string): SessionResponse {
  return {
    id: line.id,
    device: line.device,
    ...deviceWords(line.device),
    factors: line.factors,
    current: line.id === currentId,
    createdAt: line.createdAt.toISOString(),
    seenAt: line.seenAt.toISOString(),
  };
}
