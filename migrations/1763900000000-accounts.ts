import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tables whose rows are open data or one cluster's, as made before. */
const openOrCluster = [
  'evidence',
  'import_row',
  'import_run',
  'match_list',
  'organisation_match_list',
  'organisation_record',
  'snapshot_segment',
];

/** Rows of one cluster alone, as made before. */
const clusterTables = ['membership', 'column_map'];

/** Rows that only the service itself reads and writes, while it checks who somebody is. */
const serviceOnly = ['user_secret', 'sign_in_link', 'known_device', 'throttle'];

const made = [...serviceOnly, 'user_session', 'role_grant', 'api_key', 'user_account'];

const system = `(select current_scope_role()) = 'system'`;
const serves = `(select current_scope_role()) in ('operator', 'system')`;
const ours = `cluster_id = any ((select current_clusters())::uuid[])`;
/** A manager reads what a cluster has, and changes nothing of it. */
const ourStaff = `(${ours} and (select current_scope_role()) in ('officer', 'operator', 'system'))`;
const self = `(select current_user_id())`;
const ownOrganisation = `organisation_id = (select current_organisation())`;

/** Accounts, roles and sign-in, each row in reach of those it is for; organisations' own people; reading managers. */
export class Accounts1763900000000 implements MigrationInterface {
  readonly name = 'Accounts1763900000000';

  async up(runner: QueryRunner): Promise<void> {
    const run = (sql: string): Promise<unknown> => runner.query(sql);
    await run(functions);
    for (const statement of tables) await run(statement);
    for (const table of made) {
      await run(`alter table ${table} enable row level security`);
      await run(`alter table ${table} force row level security`);
      await run(`grant select, insert, update, delete on ${table} to tessera_app`);
    }
    for (const table of serviceOnly)
      await run(
        `create policy service_rows on ${table} to tessera_app using (${system}) with check (${system})`,
      );

    await readable(runner, 'user_session', `${system} or user_id = ${self}`);
    await writable(runner, 'user_session', system, { removed: `${system} or user_id = ${self}` });

    const theirs = `${ownOrganisation} or organisation_id in (select organisation_id from membership)`;
    await readable(runner, 'role_grant', `${serves} or user_id = ${self} or ${ours} or ${theirs}`);
    await writable(runner, 'role_grant', serves);
    await readable(
      runner,
      'user_account',
      `${serves} or id = ${self} or id in (select user_id from role_grant)`,
    );
    await writable(runner, 'user_account', serves);
    await readable(runner, 'api_key', `${serves} or ${ours}`);
    await writable(runner, 'api_key', `${serves} or ${ourStaff}`);

    for (const table of openOrCluster) await changeWriting(runner, table);
    for (const table of clusterTables) {
      await run(`drop policy cluster_rows on ${table}`);
      await readable(runner, table, ours);
      await writable(runner, table, ourStaff);
    }
    for (const table of ['membership', 'evidence', 'organisation_record'])
      await run(`create policy own_rows on ${table} for select to tessera_app using (${ownOrganisation})`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['membership', 'evidence', 'organisation_record'])
      await runner.query(`drop policy own_rows on ${table}`);
    for (const table of clusterTables) {
      for (const policy of ['readable', 'inserted', 'changed', 'removed'])
        await runner.query(`drop policy ${policy} on ${table}`);
      await runner.query(
        `create policy cluster_rows on ${table} to tessera_app using (${ours}) with check (${ours})`,
      );
    }
    for (const table of openOrCluster) await changeWriting(runner, table, ours);
    for (const table of made) await runner.query(`drop table ${table}`);
    await runner.query(`
      create or replace function current_scope_role() returns text language sql stable parallel safe
        as $$ select coalesce(current_setting('app.role', true), '') $$;
      create or replace function current_clusters() returns uuid[] language sql stable parallel safe
        as $$ select coalesce(nullif(current_setting('app.clusters', true), ''), '{}')::uuid[] $$;
      drop function current_user_id();
      drop function current_organisation();`);
  }
}

async function readable(runner: QueryRunner, table: string, condition: string): Promise<void> {
  await runner.query(`create policy readable on ${table} for select to tessera_app using (${condition})`);
}

async function writable(
  runner: QueryRunner,
  table: string,
  condition: string,
  { removed = condition }: { readonly removed?: string } = {},
): Promise<void> {
  const policy = (name: string, rest: string): Promise<unknown> =>
    runner.query(`create policy ${name} on ${table} for ${rest}`);
  await policy('inserted', `insert to tessera_app with check (${condition})`);
  await policy('changed', `update to tessera_app using (${condition}) with check (${condition})`);
  await policy('removed', `delete to tessera_app using (${removed})`);
}

async function changeWriting(runner: QueryRunner, table: string, own = ourStaff): Promise<void> {
  const condition = `(cluster_id is null and ${serves}) or ${own}`;
  await runner.query(`alter policy inserted on ${table} with check (${condition})`);
  await runner.query(`alter policy changed on ${table} using (${condition}) with check (${condition})`);
  await runner.query(`alter policy removed on ${table} using (${condition})`);
}

/** Nobody is in no scope at all: whoever has not signed in sees no row. */
const functions = `
  create or replace function current_scope_role() returns text language sql stable parallel safe
    as $$ select coalesce(nullif(current_setting('app.role', true), 'anonymous'), '') $$;
  create or replace function current_clusters() returns uuid[] language sql stable parallel safe
    as $$ select case when current_scope_role() = '' then '{}'::uuid[]
            else coalesce(nullif(current_setting('app.clusters', true), ''), '{}')::uuid[] end $$;
  create function current_user_id() returns uuid language sql stable parallel safe
    as $$ select case when current_scope_role() <> '' and current_setting('app.user', true) ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
            then current_setting('app.user', true)::uuid end $$;
  create function current_organisation() returns uuid language sql stable parallel safe
    as $$ select case when current_scope_role() <> ''
            then nullif(current_setting('app.organisation', true), '')::uuid end $$;`;

const tables = [
  `CREATE TABLE "api_key" (
      "id" uuid NOT NULL,
      "cluster_id" uuid NOT NULL,
      "name" text NOT NULL,
      "token_hash" bytea NOT NULL,
      "scopes" text array NOT NULL,
      "created_by" uuid,
      "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
      "ends_at" TIMESTAMP WITH TIME ZONE NOT NULL,
      "revoked_at" TIMESTAMP WITH TIME ZONE,
      "used_at" TIMESTAMP WITH TIME ZONE,
      CONSTRAINT "UQ_7d28e2674770b92f03a8fcb3380" UNIQUE ("token_hash"),
      CONSTRAINT "PK_b1bd840641b8acbaad89c3d8d11" PRIMARY KEY ("id")
    )`,
  `CREATE INDEX "api_key_of_cluster" ON "api_key" ("cluster_id")`,
  `CREATE TABLE "known_device" (
      "id" uuid NOT NULL,
      "user_id" uuid NOT NULL,
      "token_hash" bytea NOT NULL,
      "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
      "seen_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
      CONSTRAINT "UQ_756f3160aee14f3ad3b326b7a81" UNIQUE ("token_hash"),
      CONSTRAINT "PK_171dbcb4a77c6a7266851eaed2d" PRIMARY KEY ("id")
    )`,
  `CREATE INDEX "known_device_of_user" ON "known_device" ("user_id")`,
  `CREATE TABLE "sign_in_link" (
      "id" uuid NOT NULL,
      "user_id" uuid NOT NULL,
      "token_hash" bytea NOT NULL,
      "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
      "ends_at" TIMESTAMP WITH TIME ZONE NOT NULL,
      "used_at" TIMESTAMP WITH TIME ZONE,
      CONSTRAINT "UQ_70e02809dd11038da50c4d38f85" UNIQUE ("token_hash"),
      CONSTRAINT "PK_2e37c859be8a656fef206f62b27" PRIMARY KEY ("id")
    )`,
  `CREATE INDEX "sign_in_link_of_user" ON "sign_in_link" ("user_id")`,
  `CREATE TABLE "user_session" (
      "id" uuid NOT NULL,
      "user_id" uuid NOT NULL,
      "token_hash" bytea NOT NULL,
      "factors" smallint NOT NULL,
      "via" text NOT NULL,
      "device" text,
      "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
      "seen_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
      "ends_at" TIMESTAMP WITH TIME ZONE NOT NULL,
      "idle_seconds" integer NOT NULL,
      CONSTRAINT "UQ_9ccf6d901cef4067214284f327e" UNIQUE ("token_hash"),
      CONSTRAINT "PK_adf3b49590842ac3cf54cac451a" PRIMARY KEY ("id")
    )`,
  `CREATE INDEX "user_session_of_user" ON "user_session" ("user_id")`,
  `CREATE TABLE "throttle" (
      "key" text NOT NULL,
      "hits" integer NOT NULL,
      "ends_at" TIMESTAMP WITH TIME ZONE NOT NULL,
      CONSTRAINT "PK_37c6a0c495b370c855a99f75b1c" PRIMARY KEY ("key")
    )`,
  `CREATE TABLE "role_grant" (
      "id" uuid NOT NULL,
      "user_id" uuid NOT NULL,
      "role" text NOT NULL,
      "cluster_id" uuid,
      "organisation_id" uuid,
      "mandate_pilot" text,
      "mandate_part" text,
      "since" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
      "until" TIMESTAMP WITH TIME ZONE,
      CONSTRAINT "role_grant_place" CHECK (case when role in ('officer', 'manager') then cluster_id is not null and organisation_id is null
  when role in ('member', 'editor', 'committer', 'association-reader') then organisation_id is not null and cluster_id is null
  when role in ('operator', 'regional-reader') then cluster_id is null and organisation_id is null
  else false end),
      CONSTRAINT "PK_b9e50aafa723c536731c38529fb" PRIMARY KEY ("id")
    )`,
  `CREATE INDEX "role_grant_of_organisation" ON "role_grant" ("organisation_id")`,
  `CREATE INDEX "role_grant_of_cluster" ON "role_grant" ("cluster_id")`,
  `CREATE INDEX "role_grant_of_user" ON "role_grant" ("user_id")`,
  `CREATE TABLE "user_account" (
      "id" uuid NOT NULL,
      "email" text NOT NULL,
      "name" text NOT NULL,
      "language" text NOT NULL DEFAULT 'it',
      "demo" boolean NOT NULL DEFAULT false,
      "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
      "disabled_at" TIMESTAMP WITH TIME ZONE,
      CONSTRAINT "UQ_56a0e4bcec2b5411beafa47ffa5" UNIQUE ("email"),
      CONSTRAINT "user_account_language" CHECK (language in ('en', 'it')),
      CONSTRAINT "user_account_email_folded" CHECK (email = lower(email)),
      CONSTRAINT "PK_6acfec7285fdf9f463462de3e9f" PRIMARY KEY ("id")
    )`,
  `CREATE TABLE "user_secret" (
      "user_id" uuid NOT NULL,
      "password_hash" text,
      "password_set_at" TIMESTAMP WITH TIME ZONE,
      "totp_key" bytea,
      "totp_since" TIMESTAMP WITH TIME ZONE,
      "totp_step" bigint,
      CONSTRAINT "PK_b17d0aebfe1b9f5e0b0a9f5320c" PRIMARY KEY ("user_id")
    )`,
  `ALTER TABLE "api_key"
      ADD CONSTRAINT "FK_d2ec735b5fea665b8c855dd122b" FOREIGN KEY ("cluster_id") REFERENCES "cluster"("id") ON DELETE CASCADE`,
  `ALTER TABLE "known_device"
      ADD CONSTRAINT "FK_8723eca0f2f2bbb7abd88df8f76" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE`,
  `ALTER TABLE "sign_in_link"
      ADD CONSTRAINT "FK_c34b5cb2daa44c0a7bfeaee965e" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE`,
  `ALTER TABLE "user_session"
      ADD CONSTRAINT "FK_13275383dcdf095ee29f2b3455a" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE`,
  `ALTER TABLE "role_grant"
      ADD CONSTRAINT "FK_cbca8b01eca20fa033ef14946b2" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE`,
  `ALTER TABLE "role_grant"
      ADD CONSTRAINT "FK_ca815308c1a8371acb5d7fd0393" FOREIGN KEY ("cluster_id") REFERENCES "cluster"("id") ON DELETE CASCADE`,
  `ALTER TABLE "role_grant"
      ADD CONSTRAINT "FK_32da50c60e4e89311514ba70a7a" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE`,
  `ALTER TABLE "user_secret"
      ADD CONSTRAINT "FK_b17d0aebfe1b9f5e0b0a9f5320c" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE`,
];
