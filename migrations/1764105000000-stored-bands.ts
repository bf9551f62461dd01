import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The band of each fit beside it: limits depend on how much is known of an organisation, which a list does not hold.
 * Lists of before have none and are ranked anew; until then they are answered live.
 */
export class StoredBands1764105000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `ALTER TABLE "organisation_match_list" ADD "bands" smallint array NOT NULL DEFAULT '{}'`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE "organisation_match_list" DROP COLUMN "bands"`);
  }
}
