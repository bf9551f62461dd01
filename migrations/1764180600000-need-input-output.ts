import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A need says what its partner starts from and what it hands on. */
export class NeedInputOutput1764180600000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE "consortium_need" ADD "input" text');
    await queryRunner.query('ALTER TABLE "consortium_need" ADD "output" text');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE "consortium_need" DROP COLUMN "output"');
    await queryRunner.query('ALTER TABLE "consortium_need" DROP COLUMN "input"');
  }
}
