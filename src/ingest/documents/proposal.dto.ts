import { ApiProperty } from '@nestjs/swagger';
import { IsString, Length, Matches } from 'class-validator';

import type { ProposedCompetence } from './proposed-competences.js';

export class ProposalTextRequest {
  /** What the organisation says of itself: an "about us". */
  @IsString()
  @Length(20, 60_000)
  text!: string;
}

export class InvitedProposalTextRequest extends ProposalTextRequest {
  /** What stands behind `#` in the invitation's link. */
  @Matches(/^[A-Za-z0-9_-]{43}$/, { message: 'token must be what stands behind # in the link' })
  token!: string;
}

export class ProposalResponse {
  /** In the text's own words, at most 300 characters. */
  statement!: string;

  /** `offer`, `equipment`, `test-site`, `data`, `end-user-site`, `need`. */
  kind!: string;

  trlFrom!: number | null;

  trlTo!: number | null;

  /** The sentence it was found in. */
  sentence!: string;
}

export class ProposalListResponse {
  /** Nothing of it is kept before it is confirmed. */
  @ApiProperty({ type: [ProposalResponse] })
  items!: ProposalResponse[];
}

export function toProposalList(proposed: readonly ProposedCompetence[]): ProposalListResponse {
  return {
    items: proposed.map(({ statement, kind, trlFrom, trlTo, sentence }) => ({
      statement,
      kind,
      trlFrom,
      trlTo,
      sentence,
    })),
  };
}
