import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What ranking reads, as last seen and as last ranked: one row. Open, as runs are. */
export class ScoreInput1764000200000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
            CREATE TABLE "score_input" (
                "only" boolean NOT NULL DEFAULT true,
                "seen" text NOT NULL,
                "since" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
                "ranked" text,
                CONSTRAINT "score_input_pk" PRIMARY KEY ("only")
            )
        `);
    const inScope = `(select current_scope_role()) <> ''`;
    const serves = `(select current_scope_role()) in ('operator', 'system')`;
    for (const statement of [
      'alter table score_input enable row level security',
      'alter table score_input force row level security',
      `create policy readable on score_input for select to tessera_app using (${inScope})`,
      `create policy inserted on score_input for insert to tessera_app with check (${serves})`,
      `create policy changed on score_input for update to tessera_app using (${serves}) with check (${serves})`,
      `create policy removed on score_input for delete to tessera_app using (${serves})`,
    ])
      await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE "score_input"');
  }
}
