import { Module } from '@nestjs/common';

import { AccountsModule, HeldRecords, PeopleModule } from '../accounts/index.js';
import { ConsortiaModule } from '../consortia/index.js';
import { MatchingModule } from '../matching/index.js';
import { OrganisationsModule } from '../organisations/index.js';
import { KeptIdeasController } from './http/kept-ideas.controller.js';
import { SameIdeasController } from './http/same-ideas.controller.js';
import { KeepIdeas } from './keep-ideas.js';
import { AnswerQuestions } from './same/answer-questions.js';
import { AskAuthors } from './same/ask-authors.js';
import { FindSameIdeas } from './same/find-same-ideas.js';
import { QuestionWriter } from './same/question-writer.js';
import { ReadableIdeas } from './same/readable-ideas.js';

@Module({
  imports: [AccountsModule, ConsortiaModule, MatchingModule, OrganisationsModule, PeopleModule],
  controllers: [KeptIdeasController, SameIdeasController],
  providers: [AnswerQuestions, AskAuthors, FindSameIdeas, KeepIdeas, QuestionWriter, ReadableIdeas],
})
export class IdeasModule {
  constructor(held: HeldRecords) {
    const account = '(select id from user_account where email = $1)';
    const stands = 'exists (select from kept_idea i where i.id = r.idea_id)';
    held.ofOrganisation(
      { table: 'kept_idea', where: 'organisation_id = $1', order: 7 },
      {
        table: 'shared_idea',
        where: 'idea_id in (select id from kept_idea where organisation_id = $1)',
        order: 8,
        only: stands,
      },
      {
        table: 'idea_ask',
        where: 'idea_id in (select id from kept_idea where organisation_id = $1)',
        order: 8,
        only: stands,
      },
    );
    held.ofPerson(
      {
        table: 'kept_idea',
        where: `user_id in ${account}`,
        order: 7,
        shown: { as: 'keptIdeas', columns: 'id, title, text, audience, kept_at, changed_at' },
      },
      {
        table: 'shared_idea',
        where: `idea_id in (select id from kept_idea where user_id in ${account})`,
        order: 8,
        only: stands,
      },
      {
        table: 'idea_ask',
        where: `idea_id in (select id from kept_idea where user_id in ${account})`,
        order: 8,
        only: stands,
        shown: { as: 'ideaQuestions', columns: 'idea_id, shared, state, asked_at, answered_at' },
      },
    );
    // the same terms stand in docs/privacy/retention.md
    held.keptFor({
      keptIdeas: `delete from kept_idea where changed_at < now() - interval '24 months'`,
      sameIdeas: `delete from same_idea where asked_at < now() - interval '24 months'`,
    });
  }
}
