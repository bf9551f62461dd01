import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, IsString, IsUUID, Length, Matches } from 'class-validator';

import { algorithms, userHandleOf } from '../passkeys/passkey-answer.js';
import type { PasskeyQuestion } from '../passkeys/passkey-questions.js';
import type { PasskeyLine } from '../passkeys/passkey.store.js';
import type { User } from '../users/user.js';

const base64url = /^[A-Za-z0-9_-]+$/;
const notBase64url = { message: '$property must be base64url' };
const transports = ['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'] as const;

export class AddPasskeyRequest {
  /** What its owner calls it: `telephone`, `key ring`. */
  @IsString()
  @Length(1, 80)
  name!: string;

  /** `id` of the credential that the browser made. */
  @IsString()
  @Length(1, 1_400)
  @Matches(base64url, notBase64url)
  id!: string;

  /** Its `response.clientDataJSON`. */
  @IsString()
  @Length(1, 4_000)
  @Matches(base64url, notBase64url)
  clientData!: string;

  /** Its `response.attestationObject`. */
  @IsString()
  @Length(1, 20_000)
  @Matches(base64url, notBase64url)
  attestation!: string;

  /** Its `response.getTransports()`. */
  @IsArray()
  @ArrayMaxSize(10)
  @IsIn(transports, { each: true })
  transports!: string[];
}

export class UsePasskeyRequest {
  /** `id` of the credential that the browser used. */
  @IsString()
  @Length(1, 1_400)
  @Matches(base64url, notBase64url)
  id!: string;

  /** Its `response.clientDataJSON`. */
  @IsString()
  @Length(1, 4_000)
  @Matches(base64url, notBase64url)
  clientData!: string;

  /** Its `response.authenticatorData`. */
  @IsString()
  @Length(1, 4_000)
  @Matches(base64url, notBase64url)
  authenticatorData!: string;

  /** Its `response.signature`. */
  @IsString()
  @Length(1, 2_000)
  @Matches(base64url, notBase64url)
  signature!: string;

  /** Its `response.userHandle`, where it has one. */
  @IsOptional()
  @IsString()
  @Length(1, 100)
  @Matches(base64url, notBase64url)
  userHandle?: string;
}

export class RenamePasskeyRequest {
  @IsString()
  @Length(1, 80)
  name!: string;
}

export class PasskeyParam {
  @IsUUID()
  id!: string;
}

export class KnownPasskeyResponse {
  id!: string;

  transports!: string[];
}

export class MakePasskeyResponse {
  /** To be answered once, within five minutes. */
  challenge!: string;

  /** Name of the site that the passkey will be for. */
  site!: string;

  /** The account as the authenticator keeps it. */
  userHandle!: string;

  /** What the authenticator shows. */
  email!: string;

  name!: string;

  /** COSE numbers of the algorithms that are taken, the best first. */
  algorithms!: number[];

  /** Those there are already. */
  @ApiProperty({ type: [KnownPasskeyResponse] })
  known!: KnownPasskeyResponse[];
}

export class AskPasskeyResponse {
  /** To be answered once, within five minutes. */
  challenge!: string;

  /** Name of the site that the passkey is for. */
  site!: string;

  /** Which may answer; empty: any of this site. */
  @ApiProperty({ type: [KnownPasskeyResponse] })
  known!: KnownPasskeyResponse[];
}

export class PasskeyResponse {
  id!: string;

  name!: string;

  /** Kept by a password manager on several devices. */
  synced!: boolean;

  createdAt!: string;

  usedAt!: string | null;
}

export class PasskeyListResponse {
  @ApiProperty({ type: [PasskeyResponse] })
  items!: PasskeyResponse[];
}

export const toMakePasskeyResponse = (
  { challenge, known }: PasskeyQuestion,
  { id, email, name }: User,
  site: string,
): MakePasskeyResponse => ({
  challenge,
  site,
  userHandle: userHandleOf(id),
  email,
  name,
  algorithms: [...algorithms],
  known: toKnown(known),
});

export const toAskPasskeyResponse = (
  { challenge, known }: PasskeyQuestion,
  site: string,
): AskPasskeyResponse => ({ challenge, site, known: toKnown(known) });

const toKnown = (known: PasskeyQuestion['known']): KnownPasskeyResponse[] =>
  known.map(({ id, transports: ways }) => ({ id, transports: [...ways] }));

export const toPasskeyResponse = ({ id, name, synced, createdAt, usedAt }: PasskeyLine): PasskeyResponse => ({
  id,
  name,
  synced,
  createdAt: createdAt.toISOString(),
  usedAt: usedAt?.toISOString() ?? null,
});
