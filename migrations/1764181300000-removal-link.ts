import type { MigrationInterface, QueryRunner } from 'typeorm';

const system = `(select current_scope_role()) = 'system'`;

/** Links in mails to people without an account, by which they have themselves removed. */
export class RemovalLink1764181300000 implements MigrationInterface {
  readonly name = 'RemovalLink1764181300000';

  async up(runner: QueryRunner): Promise<void> {
    const run = (sql: string): Promise<unknown> => runner.query(sql);
    await run(`CREATE TABLE "removal_link" (
      "token_hash" bytea NOT NULL,
      "sealed" bytea NOT NULL,
      "ends_at" TIMESTAMP WITH TIME ZONE NOT NULL,
      CONSTRAINT "removal_link_pkey" PRIMARY KEY ("token_hash"))`);
    await run('alter table removal_link enable row level security');
    await run('alter table removal_link force row level security');
    await run('grant select, insert, update, delete on removal_link to tessera_app');
    await run(
      `create policy service_rows on removal_link to tessera_app using (${system}) with check (${system})`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table removal_link');
  }
}
