import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, Length, Max, Min } from 'class-validator';

import type { RoundLine } from './invitation-rounds.js';

export class InvitationRoundRequest {
  /** A person a line: member (name or PIC), name, mail address; parted by tabs, semicolons or commas. */
  @IsString()
  @Length(1, 200_000)
  text!: string;

  /** How many mails go on a working day. */
  @IsInt()
  @Min(1)
  @Max(500)
  aDay!: number;

  /** Of the mails; left out: Italian. */
  @IsOptional()
  @IsIn(['it', 'en'])
  language?: 'it' | 'en';

  /** Only says what would become of each line. */
  @IsOptional()
  @IsBoolean()
  dryRun?: boolean;
}

export class RoundLineResponse {
  /** Of the list, from 1. */
  line!: number;

  /** The member as the list names it. */
  organisation!: string;

  name!: string;

  email!: string;

  /** When the mail goes; null: at once, or not at all. */
  sendAt!: string | null;

  /**
   * Why nobody is invited; null: they are. `three-values`, `no-name`, `no-address`, `twice`, `not-a-member`, `several-members`,
   * `asked-to-be-left-out`, `known-too-long`, `invited-already`.
   */
  problem!: string | null;
}

export class InvitationRoundResponse {
  @ApiProperty({ type: [RoundLineResponse] })
  lines!: RoundLineResponse[];

  /** How many are invited, and how many of them at once. */
  invited!: number;

  atOnce!: number;

  /** When the last mail goes; null: none waits. */
  lastAt!: string | null;
}

export class RoundStoppedResponse {
  /** How many invitations were taken back. */
  stopped!: number;
}

export function toRoundResponse(lines: readonly RoundLine[]): InvitationRoundResponse {
  const invited = lines.filter(({ problem }) => problem === null);
  return {
    lines: lines.map(({ sendAt, ...line }) => ({ ...line, sendAt: sendAt?.toISOString() ?? null })),
    invited: invited.length,
    atOnce: invited.filter(({ sendAt }) => sendAt === null).length,
    lastAt: invited.at(-1)?.sendAt?.toISOString() ?? null,
  };
}
