import { Module } from '@nestjs/common';

import { AccountsModule, HeldRecords, PeopleModule } from '../accounts/index.js';
import { OpportunitiesModule } from '../opportunities/index.js';
import { OrganisationsModule } from '../organisations/index.js';
import { AnswerRequest } from './answer-request.js';
import { ClosingDays } from './closing-days.js';
import { Desk } from './desk.js';
import { DraftRequest } from './draft-request.js';
import { IntroductionLinksController } from './http/introduction-links.controller.js';
import { IntroductionsController } from './http/introductions.controller.js';
import { WaysController } from './http/ways.controller.js';
import { IntroductionWriter } from './mails/introduction-writer.js';
import { OutsideDoor } from './outside-door.js';
import { RunClocksProcessor } from './run-clocks.processor.js';
import { RunClocks } from './run-clocks.js';
import { ShowIntroduction } from './show-introduction.js';
import { Talk } from './talk.js';
import { TellParties } from './tell-parties.js';
import { WriteRequest } from './write-request.js';

/** Needs `BehindMask` and the mail from global modules, and the queue. */
@Module({
  imports: [AccountsModule, OpportunitiesModule, OrganisationsModule, PeopleModule],
  controllers: [IntroductionsController, IntroductionLinksController, WaysController],
  providers: [
    AnswerRequest,
    ClosingDays,
    Desk,
    DraftRequest,
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
  /** An organisation that goes takes its own words along; what the others wrote stays. */
  constructor(held: HeldRecords) {
    const side = (which: string): string =>
      `introduction_id in (select id from introduction where ${which}_organisation_id = $1)`;
    held.ofOrganisation(
      { table: 'introduction_words', where: side('sender'), order: 7 },
      {
        table: 'introduction_message',
        where: `(side = 'sender' and ${side('sender')}) or (side = 'recipient' and ${side('recipient')})`,
        order: 7,
      },
      { table: 'organisation_closing', where: 'organisation_id = $1', order: 7 },
    );
  }
}
