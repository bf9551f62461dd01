import { Module } from '@nestjs/common';

import { AccountsModule } from '../accounts/index.js';
import { MatchingModule } from '../matching/index.js';
import { OpportunitiesModule } from '../opportunities/index.js';
import { OrganisationsModule } from '../organisations/index.js';
import { TiesReadModel } from './assembly/ties.read-model.js';
import { AssembleBoard } from './board/assemble-board.js';
import { BoardReadModel } from './board/board.read-model.js';
import { BoardStore } from './board/board.store.js';
import { Boards } from './board/boards.js';
import { CheckBoard } from './board/check-board.js';
import { FindCandidates } from './board/find-candidates.js';
import { CoverBoard } from './board/cover-board.js';
import { SuggestForSeat } from './board/suggest-for-seat.js';
import { BoardHelpController } from './http/board-help.controller.js';
import { ConsortiaController } from './http/consortia.controller.js';

/** Needs, from the composition root: `HeldRules`, `HeldCues`. */
@Module({
  imports: [AccountsModule, MatchingModule, OpportunitiesModule, OrganisationsModule],
  controllers: [ConsortiaController, BoardHelpController],
  providers: [
    AssembleBoard,
    CoverBoard,
    FindCandidates,
    SuggestForSeat,
    TiesReadModel,
    BoardReadModel,
    BoardStore,
    Boards,
    CheckBoard,
  ],
  exports: [BoardReadModel, Boards, CheckBoard],
})
export class ConsortiaModule {}
