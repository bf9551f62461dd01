import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The column maps that clusters keep for the kinds of files they import: rows of one cluster alone. */
export class ColumnMaps1763800340000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
            CREATE TABLE "column_map" (
                "id" uuid NOT NULL,
                "cluster_id" uuid NOT NULL,
                "source" text NOT NULL,
                "map" jsonb NOT NULL,
                "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
                "version" integer NOT NULL DEFAULT '1',
                CONSTRAINT "PK_5b71cb37513cc705748c921b8e7" PRIMARY KEY ("id")
            )
        `);
    await queryRunner.query(`
            CREATE UNIQUE INDEX "column_map_of_source" ON "column_map" ("cluster_id", "source")
        `);
    await queryRunner.query(`
            ALTER TABLE "column_map"
            ADD CONSTRAINT "FK_69c2b449d6aa4bc6aae6e4c04c6" FOREIGN KEY ("cluster_id") REFERENCES "cluster"("id") ON DELETE CASCADE ON UPDATE NO ACTION
        `);
    await queryRunner.query(`
      alter table column_map enable row level security;
      alter table column_map force row level security;
      create policy cluster_rows on column_map to tessera_app
        using (cluster_id = any ((select current_clusters())::uuid[]))
        with check (cluster_id = any ((select current_clusters())::uuid[]));`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE "column_map"`);
  }
}
