import { Module } from '@nestjs/common';

import { AccountsModule, HeldRecords, PeopleModule } from '../accounts/index.js';
import { OrganisationsModule } from '../organisations/index.js';
import { KeptIdeasController } from './http/kept-ideas.controller.js';
import { KeepIdeas } from './keep-ideas.js';

@Module({
  imports: [AccountsModule, OrganisationsModule, PeopleModule],
  controllers: [KeptIdeasController],
  providers: [KeepIdeas],
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
    );
    // the same term stands in docs/privacy/retention.md
    held.keptFor({ keptIdeas: `delete from kept_idea where changed_at < now() - interval '24 months'` });
  }
}
