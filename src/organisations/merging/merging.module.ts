import { Module } from '@nestjs/common';

import { AccountsModule, HeldRecords, PeopleModule } from '../../accounts/index.js';
import { OrganisationsModule } from '../organisations.module.js';
import { DecideMerges } from './decide-merges.js';
import { MergesController } from './merges.controller.js';

/** Entries of a cluster that are one organisation. */
@Module({
  imports: [AccountsModule, OrganisationsModule, PeopleModule],
  controllers: [MergesController],
  providers: [DecideMerges],
})
export class MergingModule {
  constructor(held: HeldRecords) {
    held.ofMember({ table: 'member_note' });
    held.ofOrganisation({ table: 'organisation_merge', where: 'kept_id = $1 or other_id = $1', order: 4 });
    // the same term stands in docs/privacy/retention.md: what was moved is needed as long as it can be taken back
    held.keptFor({
      mergeDecisions: `delete from organisation_merge where undone_at < now() - interval '12 months'`,
    });
  }
}
