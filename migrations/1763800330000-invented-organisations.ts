import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Every list asks which organisations are invented: a few among many, or none. */
export class InventedOrganisations1763800330000 implements MigrationInterface {
  readonly name = 'InventedOrganisations1763800330000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index organisation_invented on organisation (id) where invented');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index organisation_invented');
  }
}
