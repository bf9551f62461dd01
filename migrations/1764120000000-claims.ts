import type { MigrationInterface, QueryRunner } from 'typeorm';

const made = ['organisation_preference', 'exclusion', 'disowned_project'];

const system = `(select current_scope_role()) = 'system'`;
const serves = `(select current_scope_role()) in ('operator', 'system')`;
const ownOrganisation = `organisation_id = (select current_organisation())`;
/** Staff of clusters in which the organisation is. */
const ourMembers = `((select current_scope_role()) = 'officer' and organisation_id in (select organisation_id from membership))`;

/** What organisations say themselves: what is right about them, what they want, and with whom they are never matched. */
export class Claims1764120000000 implements MigrationInterface {
  readonly name = 'Claims1764120000000';

  async up(runner: QueryRunner): Promise<void> {
    const run = (sql: string): Promise<unknown> => runner.query(sql);
    for (const statement of tables) await run(statement);
    for (const table of made) {
      await run(`alter table ${table} enable row level security`);
      await run(`alter table ${table} force row level security`);
      await run(`grant select, insert, update, delete on ${table} to tessera_app`);
    }
    for (const table of ['organisation_preference', 'disowned_project']) {
      await readable(runner, table, `${serves} or ${ownOrganisation} or ${ourMembers}`);
      await writable(runner, table, system);
    }
    // in reach of both sides, so that each leaves the other out before it ranks; no route serves it to the other one
    const sides = ['organisation_id', 'other_id'].map(
      (side) => `${side} = (select current_organisation()) or ((select current_scope_role()) = 'officer'
        and ${side} in (select m.organisation_id from membership m))`,
    );
    await readable(runner, 'exclusion', [system, ...sides].join(' or '));
    await writable(runner, 'exclusion', system);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of made) await runner.query(`drop table ${table}`);
    await runner.query(`delete from evidence where state = 'rejected'`);
    await runner.query(`alter table evidence drop column basis, drop column decided_at`);
    await runner.query(`alter table organisation_record drop column denied`);
  }
}

async function readable(runner: QueryRunner, table: string, condition: string): Promise<void> {
  await runner.query(`create policy readable on ${table} for select to tessera_app using (${condition})`);
}

async function writable(runner: QueryRunner, table: string, condition: string): Promise<void> {
  const policy = (rest: string): Promise<unknown> => runner.query(`create policy ${rest}`);
  await policy(`inserted on ${table} for insert to tessera_app with check (${condition})`);
  await policy(
    `changed on ${table} for update to tessera_app using (${condition}) with check (${condition})`,
  );
  await policy(`removed on ${table} for delete to tessera_app using (${condition})`);
}

const tables = [
  `ALTER TABLE "evidence" ADD "basis" text`,
  `ALTER TABLE "evidence" ADD "decided_at" TIMESTAMP WITH TIME ZONE`,
  `ALTER TABLE "organisation_record" ADD "denied" text array NOT NULL DEFAULT '{}'`,
  `CREATE TABLE "organisation_preference" (
      "organisation_id" uuid NOT NULL,
      "roles" text array NOT NULL DEFAULT '{}',
      "changed_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
      CONSTRAINT "organisation_preference_pkey" PRIMARY KEY ("organisation_id"),
      CONSTRAINT "organisation_preference_of" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE
    )`,
  `CREATE TABLE "exclusion" (
      "organisation_id" uuid NOT NULL,
      "other_id" uuid NOT NULL,
      "kind" text NOT NULL,
      "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
      CONSTRAINT "exclusion_kind" CHECK (kind in ('never-match', 'hide-from')),
      CONSTRAINT "exclusion_pkey" PRIMARY KEY ("organisation_id", "other_id"),
      CONSTRAINT "exclusion_of" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE,
      CONSTRAINT "exclusion_other" FOREIGN KEY ("other_id") REFERENCES "organisation"("id") ON DELETE CASCADE
    )`,
  `CREATE INDEX "exclusion_by_other" ON "exclusion" ("other_id")`,
  `CREATE TABLE "disowned_project" (
      "organisation_id" uuid NOT NULL,
      "project_id" uuid NOT NULL,
      "at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
      CONSTRAINT "disowned_project_pkey" PRIMARY KEY ("organisation_id", "project_id"),
      CONSTRAINT "disowned_project_of" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE,
      CONSTRAINT "disowned_project_which" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE
    )`,
];
