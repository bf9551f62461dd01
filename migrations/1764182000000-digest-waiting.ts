import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What waits for a reader beside calls, as their digest said it. */
export class DigestWaiting1764182000000 implements MigrationInterface {
  readonly name = 'DigestWaiting1764182000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE "digest" ADD "waiting" jsonb NOT NULL DEFAULT '{"needs": [], "requests": 0}'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "digest" DROP COLUMN "waiting"`);
  }
}
