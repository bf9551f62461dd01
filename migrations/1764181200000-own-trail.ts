import type { MigrationInterface, QueryRunner } from 'typeorm';

const own = '(select current_organisation())';

/** What concerns an organisation is read by its own people too, and so is what was done with all members at once. */
export class OwnTrail1764181200000 implements MigrationInterface {
  readonly name = 'OwnTrail1764181200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index audit_entry_of_organisation on audit_entry (organisation_id, at)');
    await runner.query(`create policy own_rows on audit_entry for select to tessera_app
      using (organisation_id = ${own} or (subject ->> 'about' = 'members' and exists (
        select from membership m where m.organisation_id = ${own} and m.cluster_id = audit_entry.cluster_id
          and (m.since is null or m.since <= audit_entry.at::date)
          and (m.until is null or m.until >= audit_entry.at::date))))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop policy own_rows on audit_entry');
    await runner.query('drop index audit_entry_of_organisation');
  }
}
