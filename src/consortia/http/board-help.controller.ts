import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { CurrentScope } from '../../accounts/index.js';
import { AssembleBoard } from '../board/assemble-board.js';
import { CoverBoard } from '../board/cover-board.js';
import { SuggestForSeat } from '../board/suggest-for-seat.js';
import { AssemblyRequest, ConsortiumParam, SeatParam, SeatSuggestionsQuery } from './board-request.dto.js';
import { AssemblyResponse, NeedCoverageResponse } from './board-response.dto.js';
import { SeatSuggestionsResponse } from './seat-suggestions.dto.js';
import { toAssembly, toCoverage, toSeatSuggestions } from './board-responses.dto.js';

@ApiTags('consortia')
@Controller('consortia/:id')
export class BoardHelpController {
  constructor(
    private readonly scope: CurrentScope,
    private readonly coverage: CoverBoard,
    private readonly seats: SuggestForSeat,
    private readonly assembly: AssembleBoard,
  ) {}

  /** What those who are in have to show for each need, from their evidence. */
  @Get('coverage')
  async cover(@Param() { id }: ConsortiumParam): Promise<NeedCoverageResponse[]> {
    return (await this.coverage.cover(this.scope.ofCaller(), id)).map(toCoverage);
  }

  /**
   * Ranked partners for one seat: by what it is to cover, starting from those who are in; members of sister clusters are
   * masked. Beside them at most one who is unexpected but plausible.
   */
  @Get('seats/:seat/suggestions')
  async suggest(
    @Param() { id, seat }: SeatParam,
    @Query() { limit }: SeatSuggestionsQuery,
  ): Promise<SeatSuggestionsResponse> {
    return toSeatSuggestions(await this.seats.suggest(this.scope.ofCaller(), id, seat, limit));
  }

  /** Proposes whole consortia: those who are in stay, and every rule is kept. Nothing on the board changes. */
  @Post('assembly')
  @HttpCode(200)
  async assemble(@Param() { id }: ConsortiumParam, @Body() body: AssemblyRequest): Promise<AssemblyResponse> {
    const { least, most, countries, newcomers, proposals } = body;
    const size = { min: Math.min(least, most), max: Math.max(least, most) };
    return toAssembly(
      await this.assembly.propose(this.scope.ofCaller(), id, { size, countries, newcomers, proposals }),
    );
  }
}
