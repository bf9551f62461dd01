import type { MigrationInterface, QueryRunner } from 'typeorm';

const system = `(select current_scope_role()) = 'system'`;

/** The secret address of somebody's calendar. */
export class CalendarFeed1764180110000 implements MigrationInterface {
  readonly name = 'CalendarFeed1764180110000';

  async up(runner: QueryRunner): Promise<void> {
    const run = (sql: string): Promise<unknown> => runner.query(sql);
    await run(`CREATE TABLE "calendar_feed" (
      "user_id" uuid NOT NULL,
      "token_hash" bytea NOT NULL,
      "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
      CONSTRAINT "UQ_3a0b1d1c7619ea19ff1affaaf70" UNIQUE ("token_hash"),
      CONSTRAINT "PK_29b8f216ae4f5fdd5bcc8de8112" PRIMARY KEY ("user_id")
    )`);
    await run(`ALTER TABLE "calendar_feed" ADD CONSTRAINT "FK_29b8f216ae4f5fdd5bcc8de8112"
      FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE NO ACTION`);
    await run('alter table calendar_feed enable row level security');
    await run('alter table calendar_feed force row level security');
    await run(
      `create policy service_rows on calendar_feed to tessera_app using (${system}) with check (${system})`,
    );
    await run('grant select, insert, update, delete on calendar_feed to tessera_app');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table calendar_feed');
  }
}
