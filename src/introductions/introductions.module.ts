import { Module } from '@nestjs/common';

import { AccountsModule, HeldRecords, PeopleModule } from '../accounts/index.js';
import { OpportunitiesModule } from '../opportunities/index.js';
import { OrganisationsModule } from '../organisations/index.js';
import { AnswerRequest } from './answer-request.js';
import { ClosingDays } from './closing-days.js';
import { Desk } from './desk.js';
import { DraftRequest } from './draft-request.js';
import { holdIntroductions } from './hold-introductions.js';
import { IntroductionLinksController } from './http/introduction-links.controller.js';
import { IntroductionsController } from './http/introductions.controller.js';
import { WaysController } from './http/ways.controller.js';
import { IntroductionWriter } from './mails/introduction-writer.js';
import { OutsideDoor } from './outside-door.js';
import { Introducers } from './introducers.js';
import { RunClocksProcessor } from './run-clocks.processor.js';
import { RunClocks } from './run-clocks.js';
import { ShowIntroduction } from './show-introduction.js';
import { Talk } from './talk.js';
import { TellParties } from './tell-parties.js';
import { WriteRequest } from './write-request.js';

/** Needs `BehindMask`, `SeatRequests` and the mail from global modules, and the queue. */
@Module({
  imports: [AccountsModule, OpportunitiesModule, OrganisationsModule, PeopleModule],
  controllers: [IntroductionsController, IntroductionLinksController, WaysController],
  providers: [
    AnswerRequest,
    ClosingDays,
    Desk,
    DraftRequest,
    Introducers,
    IntroductionWriter,
    OutsideDoor,
    RunClocks,
    RunClocksProcessor,
    ShowIntroduction,
    Talk,
    TellParties,
    WriteRequest,
  ],
  exports: [AnswerRequest, DraftRequest, RunClocks, ShowIntroduction, Talk, WriteRequest],
})
export class IntroductionsModule {
  constructor(held: HeldRecords) {
    holdIntroductions(held);
  }
}
