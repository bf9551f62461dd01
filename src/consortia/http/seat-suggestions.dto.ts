import { ApiProperty } from '@nestjs/swagger';

import { PartnerSuggestionResponse, PartnerSuggestionsResponse } from '../../matching/index.js';

/** Somebody from elsewhere who answers all the same. */
export class UnexpectedResponse {
  @ApiProperty({ type: PartnerSuggestionResponse })
  suggestion!: PartnerSuggestionResponse;

  /** Code of the innovation ecosystem that most of its texts speak of, and neither the need nor those in the list do. */
  field!: string;

  fieldEn!: string;

  fieldIt!: string;
}

export class SeatSuggestionsResponse extends PartnerSuggestionsResponse {
  /** Unexpected but plausible; at most one, and never a member of a sister cluster. */
  @ApiProperty({ type: UnexpectedResponse, nullable: true })
  unexpected!: UnexpectedResponse | null;
}
