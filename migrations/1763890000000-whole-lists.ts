import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What lets a stored list stand for a live one: how many scored in all, and which calls the run knew. */
export class WholeLists1763890000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE "match_list" ADD "total" integer NOT NULL DEFAULT '0'`);
    await queryRunner.query(`ALTER TABLE "match_list" ADD "also_open" integer NOT NULL DEFAULT '0'`);
    await queryRunner.query(`ALTER TABLE "organisation_match_list" ADD "total" integer NOT NULL DEFAULT '0'`);
    await queryRunner.query(`ALTER TABLE "score_run" ADD "calls_fingerprint" text NOT NULL DEFAULT ''`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE "score_run" DROP COLUMN "calls_fingerprint"`);
    await queryRunner.query(`ALTER TABLE "organisation_match_list" DROP COLUMN "total"`);
    await queryRunner.query(`ALTER TABLE "match_list" DROP COLUMN "also_open"`);
    await queryRunner.query(`ALTER TABLE "match_list" DROP COLUMN "total"`);
  }
}
