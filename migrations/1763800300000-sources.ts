import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How old each source of open data is. Open data: readable in any scope, written by the operator and the service. */
export class Sources1763800300000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
            CREATE TABLE "source" (
                "name" text NOT NULL,
                "data_at" TIMESTAMP WITH TIME ZONE,
                "last_good_at" TIMESTAMP WITH TIME ZONE,
                "last_attempt_at" TIMESTAMP WITH TIME ZONE,
                "last_result" text,
                "problem" text,
                "failures" integer NOT NULL DEFAULT '0',
                "counts" jsonb NOT NULL DEFAULT '{}',
                "import_run_id" uuid,
                "validator" jsonb,
                "complete_at" TIMESTAMP WITH TIME ZONE,
                "complete_before_at" TIMESTAMP WITH TIME ZONE,
                "claim" uuid,
                "claimed_until" TIMESTAMP WITH TIME ZONE,
                CONSTRAINT "source_claim" CHECK ((claim is null) = (claimed_until is null)),
                CONSTRAINT "source_pk" PRIMARY KEY ("name")
            )
        `);
    const inScope = `(select current_scope_role()) <> ''`;
    const serves = `(select current_scope_role()) in ('operator', 'system')`;
    for (const statement of [
      'alter table source enable row level security',
      'alter table source force row level security',
      `create policy readable on source for select to tessera_app using (${inScope})`,
      `create policy inserted on source for insert to tessera_app with check (${serves})`,
      `create policy changed on source for update to tessera_app using (${serves}) with check (${serves})`,
      `create policy removed on source for delete to tessera_app using (${serves})`,
    ])
      await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE "source"');
  }
}
