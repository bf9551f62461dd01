import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What people say of suggestions. A row belongs to the side it was said for: staff of the cluster, or the people of the
 * organisation. The service itself may read all, to add them up.
 */
export class SuggestionFeedback1763900100000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    const run = (sql: string): Promise<unknown> => queryRunner.query(sql);
    await run(`CREATE TABLE "suggestion_feedback" (
      "side_id" uuid NOT NULL, "actor" text NOT NULL, "opportunity_id" uuid NOT NULL, "organisation_id" uuid NOT NULL,
      "cluster_id" uuid, "by_organisation_id" uuid, "verdict" text NOT NULL, "reason" text, "note" text,
      "given_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
      CONSTRAINT "suggestion_feedback_one_side" CHECK ((cluster_id is null) <> (by_organisation_id is null)),
      CONSTRAINT "PK_suggestion_feedback" PRIMARY KEY ("side_id", "actor", "opportunity_id", "organisation_id"))`);
    await run(`CREATE INDEX "suggestion_feedback_of_cluster" ON "suggestion_feedback" ("cluster_id")`);
    await run(`CREATE INDEX "suggestion_feedback_given" ON "suggestion_feedback" ("given_at")`);
    await run(
      `CREATE INDEX "suggestion_feedback_of_organisation" ON "suggestion_feedback" ("organisation_id", "actor")`,
    );
    for (const [name, column, table] of foreignKeys)
      await run(`ALTER TABLE "suggestion_feedback" ADD CONSTRAINT "${name}" FOREIGN KEY ("${column}")
        REFERENCES "${table}"("id") ON DELETE CASCADE ON UPDATE NO ACTION`);

    const ours = `(cluster_id = any ((select current_clusters())::uuid[])
        and (select current_scope_role()) = 'officer')
      or by_organisation_id = (select current_organisation())`;
    await run('alter table suggestion_feedback enable row level security');
    await run('alter table suggestion_feedback force row level security');
    await run(
      `create policy own_side on suggestion_feedback to tessera_app using (${ours}) with check (${ours})`,
    );
    await run(`create policy added_up on suggestion_feedback for select to tessera_app
      using ((select current_scope_role()) = 'system')`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE "suggestion_feedback"');
  }
}

const foreignKeys = [
  ['FK_d7bfd8bb4e09ad4df7c84ab09fb', 'opportunity_id', 'opportunity'],
  ['FK_3565d60d8cd7f88ab4eb2a04d27', 'organisation_id', 'organisation'],
  ['FK_e4e0844f7bcac255797930f04cc', 'cluster_id', 'cluster'],
  ['FK_f61e04c0688c3ab1f82e9479041', 'by_organisation_id', 'organisation'],
] as const;
