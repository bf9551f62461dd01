import { Module } from '@nestjs/common';

import { AccountsModule, HeldRecords, PeopleModule } from '../../accounts/index.js';
import { ClaimModule } from '../claim/claim.module.js';
import { OrganisationsModule } from '../organisations.module.js';
import { AnswerInterview } from './answer-interview.js';
import { InterviewAnswersController } from './interview-answers.controller.js';
import { InterviewNames } from './interview-names.js';
import { InterviewStore } from './interview.store.js';
import { InterviewWriter } from './interview-writer.js';
import { InterviewsController } from './interviews.controller.js';
import { Interviews } from './interviews.js';

/** Talks of officers with members, and what members say of them. */
@Module({
  imports: [AccountsModule, ClaimModule, OrganisationsModule, PeopleModule],
  controllers: [InterviewsController, InterviewAnswersController],
  providers: [AnswerInterview, InterviewNames, Interviews, InterviewStore, InterviewWriter],
})
export class InterviewModule {
  constructor(held: HeldRecords) {
    held.ofOrganisation({ table: 'interview', where: 'organisation_id = $1', order: 3 });
    held.ofMember({ table: 'interview' });
    held.ofPerson({
      table: 'interview',
      where: 'author in (select id from user_account where email = $1)',
      order: 8,
      emptied: { key: 'id', columns: ['author'] },
      shown: { as: 'interviews', columns: 'id, organisation_id, started_at, told_at' },
    });
    // the same terms stand in docs/privacy/retention.md; lines that were written stay, as evidence
    held.keptFor({
      interviewLinks: `update interview set token_hash = null, link_ends_at = null
        where link_ends_at < now() - interval '1 day'`,
      interviews: `delete from interview where coalesce(answered_at, told_at, started_at) < now() - interval '24 months'`,
    });
  }
}
