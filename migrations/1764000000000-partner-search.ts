import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who looks for partners for a call: counts and organisations. Open data, as the calls themselves. */
export class PartnerSearch1764000000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
            CREATE TABLE "partner_search" (
                "opportunity_id" uuid NOT NULL,
                "announcements" integer NOT NULL,
                "pics" text array NOT NULL,
                "seen_at" TIMESTAMP WITH TIME ZONE NOT NULL,
                CONSTRAINT "partner_search_pk" PRIMARY KEY ("opportunity_id")
            )
        `);
    await queryRunner.query(`
            ALTER TABLE "partner_search"
            ADD CONSTRAINT "partner_search_of_opportunity" FOREIGN KEY ("opportunity_id")
            REFERENCES "opportunity"("id") ON DELETE CASCADE ON UPDATE NO ACTION
        `);
    const inScope = `(select current_scope_role()) <> ''`;
    const serves = `(select current_scope_role()) in ('operator', 'system')`;
    for (const statement of [
      'alter table partner_search enable row level security',
      'alter table partner_search force row level security',
      `create policy readable on partner_search for select to tessera_app using (${inScope})`,
      `create policy inserted on partner_search for insert to tessera_app with check (${serves})`,
      `create policy changed on partner_search for update to tessera_app using (${serves}) with check (${serves})`,
      `create policy removed on partner_search for delete to tessera_app using (${serves})`,
    ])
      await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE "partner_search"');
  }
}
