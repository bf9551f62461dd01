import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When organisations were taken out of a segment because they were erased. */
export class RewrittenSegments1764000100000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE "snapshot_segment" ADD "rewritten_at" TIMESTAMP WITH TIME ZONE`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE "snapshot_segment" DROP COLUMN "rewritten_at"`);
  }
}
