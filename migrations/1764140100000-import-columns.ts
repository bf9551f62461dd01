import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How the columns of an imported file were read, so that people can see it and adjust it. */
export class ImportColumns1764140100000 implements MigrationInterface {
  readonly name = 'ImportColumns1764140100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "import_run" ADD "columns" jsonb');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "import_run" DROP COLUMN "columns"');
  }
}
