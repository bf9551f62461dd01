import type { MigrationInterface, QueryRunner } from 'typeorm';

const system = `(select current_scope_role()) = 'system'`;

/** What people were told of what they saved, and one reminder of an invitation. */
export class SavedAlerts1764180100000 implements MigrationInterface {
  readonly name = 'SavedAlerts1764180100000';

  async up(runner: QueryRunner): Promise<void> {
    const run = (sql: string): Promise<unknown> => runner.query(sql);
    await run(`CREATE TABLE "saved_alert" (
      "id" uuid NOT NULL,
      "user_id" uuid NOT NULL,
      "opportunity_id" uuid NOT NULL,
      "event" text NOT NULL,
      "letter" uuid NOT NULL,
      "at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
      CONSTRAINT "PK_6bf7a1d77dda98ed754433397a3" PRIMARY KEY ("id")
    )`);
    await run(`CREATE INDEX "saved_alert_of_letter" ON "saved_alert" ("letter")`);
    await run(
      `CREATE UNIQUE INDEX "saved_alert_once" ON "saved_alert" ("user_id", "opportunity_id", "event")`,
    );
    await run(`ALTER TABLE "saved_alert" ADD CONSTRAINT "FK_448824cf3fbc0709900cfdd570d"
      FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE NO ACTION`);
    await run(`ALTER TABLE "saved_alert" ADD CONSTRAINT "FK_b036ab266a83bedca74f0133fbf"
      FOREIGN KEY ("opportunity_id") REFERENCES "opportunity"("id") ON DELETE CASCADE ON UPDATE NO ACTION`);
    await run('alter table saved_alert enable row level security');
    await run('alter table saved_alert force row level security');
    await run(
      `create policy service_rows on saved_alert to tessera_app using (${system}) with check (${system})`,
    );
    await run('grant select, insert, update, delete on saved_alert to tessera_app');
    await run('ALTER TABLE "invitation" ADD "reminder_hash" bytea');
    await run(
      'ALTER TABLE "invitation" ADD CONSTRAINT "UQ_8b7465764140d74cc330866f28c" UNIQUE ("reminder_hash")',
    );
    await run('ALTER TABLE "invitation" ADD "reminded_at" TIMESTAMP WITH TIME ZONE');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "invitation" DROP COLUMN "reminded_at", DROP COLUMN "reminder_hash"');
    await runner.query('drop table saved_alert');
  }
}
