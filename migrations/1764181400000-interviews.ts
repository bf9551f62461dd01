import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Talks of officers with members: rows of the cluster's officers; the service keeps them and answers by the link. */
export class Interviews1764181400000 implements MigrationInterface {
  readonly name = 'Interviews1764181400000';

  async up(runner: QueryRunner): Promise<void> {
    const run = (sql: string): Promise<unknown> => runner.query(sql);
    await run(`CREATE TABLE "interview" (
      "id" uuid NOT NULL,
      "cluster_id" uuid NOT NULL,
      "organisation_id" uuid NOT NULL,
      "step" text,
      "roles" text array NOT NULL DEFAULT '{}',
      "lines" uuid array NOT NULL DEFAULT '{}',
      "exclusions" uuid array NOT NULL DEFAULT '{}',
      "author" uuid,
      "started_at" TIMESTAMP WITH TIME ZONE NOT NULL,
      "told_at" TIMESTAMP WITH TIME ZONE,
      "answered_at" TIMESTAMP WITH TIME ZONE,
      "token_hash" bytea,
      "link_ends_at" TIMESTAMP WITH TIME ZONE,
      CONSTRAINT "UQ_f09c9c2d21efafb5f8fdfa3dd06" UNIQUE ("token_hash"),
      CONSTRAINT "interview_step" CHECK (length(step) <= 40),
      CONSTRAINT "interview_pk" PRIMARY KEY ("id"),
      CONSTRAINT "interview_of_its_cluster" FOREIGN KEY ("cluster_id") REFERENCES "cluster"("id") ON DELETE CASCADE,
      CONSTRAINT "interview_with" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE)`);
    await run(`CREATE INDEX "interview_of_member" ON "interview" ("cluster_id", "organisation_id")`);
    await run(
      `create unique index interview_under_way on interview (cluster_id, organisation_id) where told_at is null`,
    );
    await run(`ALTER TABLE "exclusion" ADD "interview_id" uuid`);
    const system = `(select current_scope_role()) = 'system'`;
    const ours = `(select current_scope_role()) = 'officer' and cluster_id = any ((select current_clusters())::uuid[])`;
    await run(`alter table interview enable row level security;
      alter table interview force row level security;
      create policy readable on interview for select to tessera_app using (${system} or (${ours}));
      create policy inserted on interview for insert to tessera_app with check (${system});
      create policy changed on interview for update to tessera_app using (${system}) with check (${system});
      create policy removed on interview for delete to tessera_app using (${system})`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table exclusion drop column interview_id');
    await runner.query('drop table interview');
  }
}
