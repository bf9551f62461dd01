import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rows that only the service itself reads and writes, while it checks who somebody is. */
const made = ['linked_identity', 'passkey', 'recovery_code', 'sign_in_attempt', 'taken_over'];

const system = `(select current_scope_role()) = 'system'`;

/** Passkeys, recovery codes and identities elsewhere; when a factor was shown; and that the service was taken over. */
export class Credentials1764110000000 implements MigrationInterface {
  readonly name = 'Credentials1764110000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of tables) await runner.query(statement);
    for (const table of made) {
      await runner.query(`alter table ${table} enable row level security`);
      await runner.query(`alter table ${table} force row level security`);
      await runner.query(`grant select, insert, update, delete on ${table} to tessera_app`);
      await runner.query(
        `create policy service_rows on ${table} to tessera_app using (${system}) with check (${system})`,
      );
    }
    await runner.query('revoke update, delete on taken_over from tessera_app');
    // the owner sees no row under forced row-level security: without it, whoever took over would be forgotten here
    await runner.query('alter table user_account no force row level security');
    await runner.query(
      'insert into taken_over (id) select 1 where exists (select from user_account where not demo)',
    );
    await runner.query('alter table user_account force row level security');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table user_session drop column proved_at');
    for (const table of made) await runner.query(`drop table ${table}`);
  }
}

const tables = [
  `CREATE TABLE "passkey" (
      "id" uuid NOT NULL,
      "user_id" uuid NOT NULL,
      "credential_id" bytea NOT NULL,
      "public_key" bytea NOT NULL,
      "counter" bigint NOT NULL,
      "transports" text array NOT NULL DEFAULT '{}',
      "name" text NOT NULL,
      "synced" boolean NOT NULL,
      "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
      "used_at" TIMESTAMP WITH TIME ZONE,
      CONSTRAINT "UQ_192d857208b2315375852a6e373" UNIQUE ("credential_id"),
      CONSTRAINT "PK_783e2060d8025abd6a6ca45d2c7" PRIMARY KEY ("id")
    )`,
  `CREATE INDEX "passkey_of_user" ON "passkey" ("user_id")`,
  `CREATE TABLE "linked_identity" (
      "id" uuid NOT NULL,
      "user_id" uuid NOT NULL,
      "provider" text NOT NULL,
      "issuer" text NOT NULL,
      "subject" text NOT NULL,
      "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
      "used_at" TIMESTAMP WITH TIME ZONE,
      CONSTRAINT "linked_identity_once" UNIQUE ("issuer", "subject"),
      CONSTRAINT "PK_203b51fdae6d00fd0a59c635d78" PRIMARY KEY ("id")
    )`,
  `CREATE INDEX "linked_identity_of_user" ON "linked_identity" ("user_id")`,
  `CREATE TABLE "recovery_code" (
      "id" uuid NOT NULL,
      "user_id" uuid NOT NULL,
      "code_hash" bytea NOT NULL,
      "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
      "used_at" TIMESTAMP WITH TIME ZONE,
      CONSTRAINT "PK_b7f1e23329e93a80e25fd281922" PRIMARY KEY ("id")
    )`,
  `CREATE INDEX "recovery_code_of_user" ON "recovery_code" ("user_id")`,
  `CREATE TABLE "sign_in_attempt" (
      "id" uuid NOT NULL,
      "user_id" uuid,
      "purpose" text NOT NULL,
      "token_hash" bytea NOT NULL,
      "held" jsonb NOT NULL DEFAULT '{}',
      "ends_at" TIMESTAMP WITH TIME ZONE NOT NULL,
      CONSTRAINT "UQ_98ef5089131b5fae6c7622fddfd" UNIQUE ("token_hash"),
      CONSTRAINT "PK_7708f8d7d88593210f3d359f81d" PRIMARY KEY ("id")
    )`,
  `CREATE INDEX "sign_in_attempt_of_user" ON "sign_in_attempt" ("user_id")`,
  `CREATE TABLE "taken_over" (
      "id" smallint NOT NULL,
      "at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
      CONSTRAINT "taken_over_once" CHECK (id = 1),
      CONSTRAINT "PK_4f9f896ba70b49863978c2111c3" PRIMARY KEY ("id")
    )`,
  `ALTER TABLE "user_session" ADD "proved_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now()`,
  ...[
    ['passkey', 'FK_2cdd8c9fe25bcdab1c4ea3057be'],
    ['linked_identity', 'FK_67d7754158e5dbaef91160da394'],
    ['recovery_code', 'FK_f5c95d9ca2047afa670093e2028'],
    ['sign_in_attempt', 'FK_5b0b59ec74cb49e3434041fa403'],
  ].map(
    ([table, name]) => `ALTER TABLE "${table}" ADD CONSTRAINT "${name}"
      FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE`,
  ),
];
