import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One row that names this installation, made here and never changed: what several of them share is kept apart by it. */
export class Installation1763800320000 implements MigrationInterface {
  readonly name = 'Installation1763800320000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table installation (
        id uuid not null,
        begun_at timestamptz not null default now(),
        constraint installation_pkey primary key (id)
      );
      insert into installation (id) values (gen_random_uuid());
      alter table installation enable row level security;
      alter table installation force row level security;
      create policy readable on installation for select to tessera_app
        using ((select current_scope_role()) <> '');
      revoke insert, update, delete on installation from tessera_app;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table installation');
  }
}
