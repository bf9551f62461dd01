import type { MigrationInterface, QueryRunner } from 'typeorm';

const serves = `(select current_scope_role()) in ('operator', 'system')`;
const staff = `(select current_scope_role()) in ('officer', 'manager')`;

/**
 * The audit trail as a chain: when an entry is committed, the database itself adds a link that holds a hash over the
 * entry and over the link before. The login of the service can add entries, and change neither them nor the links.
 */
export class AuditChain1763900200000 implements MigrationInterface {
  readonly name = 'AuditChain1763900200000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...tables, ...functions, ...rights]) await runner.query(statement);
    await runner.query(
      `select link_audit_entry(entry) from (select * from audit_entry order by at, id) as entry`,
    );
    await runner.query(
      `create constraint trigger audit_entry_linked after insert on audit_entry
         deferrable initially deferred for each row execute function link_new_audit_entry()`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of [
      'drop trigger audit_entry_linked on audit_entry',
      'drop function link_new_audit_entry()',
      'drop function link_audit_entry(audit_entry)',
      'drop function audit_entry_text(audit_entry)',
      'drop table audit_link',
      'drop policy owner_reads on audit_entry',
      'drop policy concerned on audit_entry',
      'drop index audit_entry_of_cluster',
      'alter table audit_entry drop column cluster_id, drop column organisation_id',
    ])
      await runner.query(statement);
  }
}

const tables = [
  'alter table audit_entry add cluster_id uuid, add organisation_id uuid',
  'create index audit_entry_of_cluster on audit_entry (cluster_id, at)',
  `create table audit_link (
     seq bigint not null,
     entry_id uuid not null,
     previous bytea not null,
     hash bytea not null,
     constraint audit_link_pkey primary key (seq),
     constraint audit_link_entry unique (entry_id)
   )`,
];

/** Written by the owner: the one function that runs with more rights than its caller, over no data but the trail. */
const functions = [
  `create function audit_entry_text(entry audit_entry) returns text language sql stable
     as $$ select jsonb_build_array(entry.id, (extract(epoch from entry.at) * 1000000)::bigint, entry.actor, entry.role,
       entry.action, entry.subject, entry.cluster_id, entry.organisation_id)::text $$`,
  // one at a time, until commit: a link knows the one before
  `create function link_audit_entry(entry audit_entry) returns void language plpgsql
     security definer set search_path = public, pg_temp as $$
     declare last audit_link;
     begin
       perform pg_advisory_xact_lock(hashtextextended('audit_link', 0));
       select * into last from audit_link order by seq desc limit 1;
       insert into audit_link (seq, entry_id, previous, hash) values (
         coalesce(last.seq, 0) + 1, entry.id, coalesce(last.hash, ''::bytea),
         sha256(coalesce(last.hash, ''::bytea) || convert_to(audit_entry_text(entry), 'UTF8')));
     end $$`,
  `create function link_new_audit_entry() returns trigger language plpgsql
     security definer set search_path = public, pg_temp as $$
     begin
       perform link_audit_entry(new);
       return null;
     end $$`,
  'revoke execute on function link_audit_entry(audit_entry) from public',
  'revoke execute on function link_new_audit_entry() from public',
];

const rights = [
  'alter table audit_link enable row level security',
  'alter table audit_link force row level security',
  'revoke insert, update, delete, truncate on audit_link from tessera_app',
  'grant select on audit_link to tessera_app',
  `create policy readable on audit_link for select to tessera_app using (${serves})`,
  'create policy owner_links on audit_link to current_user using (true) with check (true)',
  'create policy owner_reads on audit_entry for select to current_user using (true)',
  `create policy concerned on audit_entry for select to tessera_app
     using (${staff} and cluster_id = any ((select current_clusters())::uuid[]))`,
];
