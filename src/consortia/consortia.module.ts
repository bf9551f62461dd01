import { Module } from '@nestjs/common';

import { AccountsModule, HeldRecords, PeopleModule } from '../accounts/index.js';
import { MatchingModule } from '../matching/index.js';
import { OpportunitiesModule } from '../opportunities/index.js';
import { OrganisationsModule } from '../organisations/index.js';
import { TaxonomyModule } from '../taxonomy/index.js';
import { Agree } from './agreeing/agree.js';
import { OutcomeReadModel } from './agreeing/outcome.read-model.js';
import { Outcomes } from './agreeing/outcomes.js';
import { WaiverStore } from './agreeing/waiver.store.js';
import { TiesReadModel } from './assembly/ties.read-model.js';
import { AssemblyBench } from './assembly/assembly-bench.js';
import { AssembleBoard } from './board/assemble-board.js';
import { BoardReadModel } from './board/board.read-model.js';
import { BoardDeeds } from './board/board-deeds.js';
import { BoardSeats } from './board/board-seats.js';
import { BoardStore } from './board/board.store.js';
import { Boards } from './board/boards.js';
import { CheckBoard } from './board/check-board.js';
import { ReliedCheckStore } from './board/relied-check.store.js';
import { FindCandidates } from './board/find-candidates.js';
import { FindUnexpected } from './board/find-unexpected.js';
import { OwnTextsReadModel } from './board/own-texts.read-model.js';
import { CoverBoard } from './board/cover-board.js';
import { SuggestForSeat } from './board/suggest-for-seat.js';
import { GuestLinkStore } from './guests/guest-link.store.js';
import { GuestSeats } from './guests/guest-seats.js';
import { BoardHelpController } from './http/board-help.controller.js';
import { AgreeingController } from './http/agreeing.controller.js';
import { BoardSeatsController } from './http/board-seats.controller.js';
import { ConsortiaController } from './http/consortia.controller.js';
import { OwnSeatsController } from './http/own-seats.controller.js';
import { FollowRequests } from './seats/follow-requests.js';
import { holdSeats } from './seats/hold-seats.js';
import { SeatWriter } from './mails/seat-writer.js';
import { SheetWriter } from './mails/sheet-writer.js';
import { TellPartners } from './mails/tell-partners.js';
import { TellPartnersProcessor } from './mails/tell-partners.processor.js';
import { PartyStore } from './seats/party.store.js';
import { SeatConsequences } from './seats/seat-consequences.js';
import { SeatOffers } from './seats/seat-offers.js';
import { SeatOfferStore } from './seats/seat-offer.store.js';
import { SeatViews } from './seats/seat-view.js';
import { NeedShares } from './sharing/need-shares.js';
import { NeedShareStore } from './sharing/need-share.store.js';

/** Needs, from the composition root: `HeldRules`, `HeldCues`. */
@Module({
  imports: [
    AccountsModule,
    PeopleModule,
    MatchingModule,
    OpportunitiesModule,
    OrganisationsModule,
    TaxonomyModule,
  ],
  controllers: [
    ConsortiaController,
    BoardSeatsController,
    BoardHelpController,
    OwnSeatsController,
    AgreeingController,
  ],
  providers: [
    Agree,
    OutcomeReadModel,
    Outcomes,
    WaiverStore,
    AssembleBoard,
    AssemblyBench,
    CoverBoard,
    FindCandidates,
    FollowRequests,
    FindUnexpected,
    OwnTextsReadModel,
    SuggestForSeat,
    TiesReadModel,
    BoardReadModel,
    BoardDeeds,
    BoardSeats,
    BoardStore,
    Boards,
    CheckBoard,
    ReliedCheckStore,
    GuestLinkStore,
    GuestSeats,
    NeedShares,
    NeedShareStore,
    PartyStore,
    SeatConsequences,
    SeatOffers,
    SeatOfferStore,
    SeatViews,
    SeatWriter,
    SheetWriter,
    TellPartners,
    TellPartnersProcessor,
  ],
  exports: [
    FollowRequests,
    Agree,
    CoverBoard,
    BoardReadModel,
    Boards,
    BoardStore,
    CheckBoard,
    NeedShares,
    SeatOffers,
  ],
})
export class ConsortiaModule {
  constructor(held: HeldRecords) {
    holdSeats(held);
  }
}
