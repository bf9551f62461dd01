import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Boards of consortia with their needs, seats and history. Rows of a cluster: its officers write, its managers read, the
 * service itself reads. What was done is only added to.
 */
export class Consortia1764170000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of [...tables, ...indexes, ...foreignKeys]) await queryRunner.query(statement);
    for (const table of boardTables) {
      await queryRunner.query(`alter table ${table} enable row level security`);
      await queryRunner.query(`alter table ${table} force row level security`);
      await queryRunner.query(`create policy readable on ${table} for select to tessera_app
        using ((${ours} and (select current_scope_role()) in ('officer', 'manager'))
          or (select current_scope_role()) = 'system')`);
      await queryRunner.query(
        `create policy inserted on ${table} for insert to tessera_app with check (${officers})`,
      );
      if (table === 'consortium_change') continue;
      await queryRunner.query(
        `create policy changed on ${table} for update to tessera_app using (${officers}) with check (${officers})`,
      );
      await queryRunner.query(
        `create policy removed on ${table} for delete to tessera_app using (${officers})`,
      );
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of [...boardTables].reverse()) await queryRunner.query(`DROP TABLE "${table}"`);
  }
}

const boardTables = ['consortium', 'consortium_need', 'consortium_seat', 'consortium_change'] as const;

const ours = 'cluster_id = any ((select current_clusters())::uuid[])';
const officers = `${ours} and (select current_scope_role()) = 'officer'`;

const tables = [
  `CREATE TABLE "consortium" ("id" uuid NOT NULL, "cluster_id" uuid NOT NULL, "opportunity_id" uuid, "title" text NOT NULL, "idea" text, "state" text NOT NULL, "version" integer NOT NULL, "created_by" text NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "changed_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "consortium_in_cluster" UNIQUE ("id", "cluster_id"), CONSTRAINT "PK_4824052d8c31b96eb2205e803cb" PRIMARY KEY ("id"))`,
  `CREATE TABLE "consortium_change" ("id" uuid NOT NULL, "consortium_id" uuid NOT NULL, "cluster_id" uuid NOT NULL, "at" TIMESTAMP WITH TIME ZONE NOT NULL, "actor" text NOT NULL, "thing" text NOT NULL, "thing_id" uuid NOT NULL, "deed" text NOT NULL, "state_from" text, "state_to" text, CONSTRAINT "PK_f2cbb56f34444b77bfd7737de1b" PRIMARY KEY ("id"))`,
  `CREATE TABLE "consortium_need" ("id" uuid NOT NULL, "consortium_id" uuid NOT NULL, "cluster_id" uuid NOT NULL, "role" text NOT NULL, "text" text NOT NULL, "trl_from" integer, "trl_to" integer, "countries" text array NOT NULL, "cites" jsonb NOT NULL, "state" text NOT NULL, "approved_by" text, "approved_at" TIMESTAMP WITH TIME ZONE, "position" integer NOT NULL, "version" integer NOT NULL, CONSTRAINT "PK_c04913faaae243d16de9f6e40fb" PRIMARY KEY ("id"))`,
  `CREATE TABLE "consortium_seat" ("id" uuid NOT NULL, "consortium_id" uuid NOT NULL, "cluster_id" uuid NOT NULL, "participation" text NOT NULL, "organisation_id" uuid, "need_ids" uuid array NOT NULL, "state" text NOT NULL, "effort_months" double precision, "budget_share" double precision, "note" text, "position" integer NOT NULL, "version" integer NOT NULL, CONSTRAINT "consortium_seat_held" CHECK ((organisation_id is null) = (state = 'open')), CONSTRAINT "PK_59688f5f4e5b7d804463db15b0a" PRIMARY KEY ("id"))`,
];

const indexes = [
  `CREATE INDEX "consortium_change_of_cluster" ON "consortium_change" ("cluster_id")`,
  `CREATE INDEX "consortium_change_of" ON "consortium_change" ("consortium_id", "at")`,
  `CREATE INDEX "consortium_need_of_cluster" ON "consortium_need" ("cluster_id")`,
  `CREATE INDEX "consortium_need_of" ON "consortium_need" ("consortium_id", "position")`,
  `CREATE INDEX "consortium_seat_of_cluster" ON "consortium_seat" ("cluster_id")`,
  `CREATE INDEX "consortium_seat_of_organisation" ON "consortium_seat" ("organisation_id")`,
  `CREATE UNIQUE INDEX "consortium_seat_once" ON "consortium_seat" ("consortium_id", "organisation_id")`,
  `CREATE INDEX "consortium_seat_of" ON "consortium_seat" ("consortium_id", "position")`,
  `CREATE INDEX "consortium_of_opportunity" ON "consortium" ("opportunity_id")`,
  `CREATE INDEX "consortium_of_cluster" ON "consortium" ("cluster_id", "changed_at")`,
];

const foreignKeys = [
  `ALTER TABLE "consortium_change" ADD CONSTRAINT "FK_7a3d1f90d029f6bacfa98a1fb05" FOREIGN KEY ("consortium_id", "cluster_id") REFERENCES "consortium"("id","cluster_id") ON DELETE CASCADE ON UPDATE NO ACTION`,
  `ALTER TABLE "consortium_need" ADD CONSTRAINT "FK_b7ccbc475899030c0a8ba031925" FOREIGN KEY ("consortium_id", "cluster_id") REFERENCES "consortium"("id","cluster_id") ON DELETE CASCADE ON UPDATE NO ACTION`,
  `ALTER TABLE "consortium_seat" ADD CONSTRAINT "FK_3db76acc39839c72bd3d706e270" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
  `ALTER TABLE "consortium_seat" ADD CONSTRAINT "FK_3625c790aacfc3a18ba98373c36" FOREIGN KEY ("consortium_id", "cluster_id") REFERENCES "consortium"("id","cluster_id") ON DELETE CASCADE ON UPDATE NO ACTION`,
  `ALTER TABLE "consortium" ADD CONSTRAINT "FK_92a09feb06cfdeea5d7c5cd87db" FOREIGN KEY ("cluster_id") REFERENCES "cluster"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
  `ALTER TABLE "consortium" ADD CONSTRAINT "FK_afdb05eeabfd2b454c5a8fe7c05" FOREIGN KEY ("opportunity_id") REFERENCES "opportunity"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
];
