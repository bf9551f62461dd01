import { Module } from '@nestjs/common';

import { AccountsModule } from '../accounts/index.js';
import { MatchingModule } from '../matching/index.js';
import { OpportunitiesModule } from '../opportunities/index.js';
import { OrganisationsModule } from '../organisations/index.js';
import { BoardReadModel } from './board/board.read-model.js';
import { BoardStore } from './board/board.store.js';
import { Boards } from './board/boards.js';
import { CheckBoard } from './board/check-board.js';
import { ConsortiaController } from './http/consortia.controller.js';

/** Needs, from the composition root: `HeldRules`, `HeldCues`. */
@Module({
  imports: [AccountsModule, MatchingModule, OpportunitiesModule, OrganisationsModule],
  controllers: [ConsortiaController],
  providers: [BoardReadModel, BoardStore, Boards, CheckBoard],
  exports: [BoardReadModel, Boards, CheckBoard],
})
export class ConsortiaModule {}
