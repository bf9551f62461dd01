import type { MigrationInterface, QueryRunner } from 'typeorm';

const system = `(select current_scope_role()) = 'system'`;
const serves = `(select current_scope_role()) in ('operator', 'system')`;

/** Removals that can be taken back for some days, what they took out, and what daily retention did. */
export class Removals1764121000000 implements MigrationInterface {
  readonly name = 'Removals1764121000000';

  async up(runner: QueryRunner): Promise<void> {
    const run = (sql: string): Promise<unknown> => runner.query(sql);
    await run(`CREATE TABLE "removal" (
      "id" uuid NOT NULL,
      "kind" text NOT NULL,
      "subject" text NOT NULL,
      "token_hash" bytea NOT NULL,
      "sealed" bytea,
      "marks" bytea array NOT NULL,
      "tell_mark" bytea,
      "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
      "undo_until" TIMESTAMP WITH TIME ZONE NOT NULL,
      "undone_at" TIMESTAMP WITH TIME ZONE,
      CONSTRAINT "removal_kind" CHECK (kind in ('person', 'organisation')),
      CONSTRAINT "removal_token" UNIQUE ("token_hash"),
      CONSTRAINT "removal_pkey" PRIMARY KEY ("id"))`);
    await run(`CREATE TABLE "retention_run" (
      "day" date NOT NULL,
      "counts" jsonb NOT NULL,
      "at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
      CONSTRAINT "retention_run_pkey" PRIMARY KEY ("day"))`);
    for (const table of ['removal', 'retention_run']) {
      await run(`alter table ${table} enable row level security`);
      await run(`alter table ${table} force row level security`);
      await run(`grant select, insert, update, delete on ${table} to tessera_app`);
    }
    await run(
      `create policy service_rows on removal to tessera_app using (${system}) with check (${system})`,
    );
    await run(`create policy readable on retention_run for select to tessera_app using (${serves})`);
    await run(`create policy inserted on retention_run for insert to tessera_app with check (${system})`);
    await run(
      `create policy changed on retention_run for update to tessera_app using (${system}) with check (${system})`,
    );
    // what was taken back is no erasure any more
    await run('grant delete on erasure to tessera_app');
    // whoever is erased leaves their judgement, not their name
    await run(`create policy nobody_s on suggestion_feedback for update to tessera_app
      using (${system}) with check (${system} and actor like 'erased:%')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop policy nobody_s on suggestion_feedback');
    await runner.query('revoke delete on erasure from tessera_app');
    await runner.query('drop table retention_run');
    await runner.query('drop table removal');
  }
}
