import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the queue port knows: intentions, units of long work, effects that happened, who is working. */
export class Work1763800200000 implements MigrationInterface {
  readonly name = 'Work1763800200000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...tables, ...indexes, ...policies, ...grants]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['outbox', 'work_unit', 'effect_done', 'worker_heartbeat']) {
      await runner.query(`drop table ${table}`);
    }
  }
}

const tables = [
  `create table outbox (
     id uuid not null,
     cluster_id uuid,
     topic text not null,
     payload jsonb not null,
     created_at timestamptz not null default now(),
     available_at timestamptz not null default now(),
     claimed_until timestamptz,
     dispatched_at timestamptz,
     attempts integer not null default 0,
     failures integer not null default 0,
     done_at timestamptz,
     parked_at timestamptz,
     error text,
     constraint outbox_pkey primary key (id),
     constraint outbox_payload_small check (octet_length(payload::text) <= 16384)
   )`,
  `create table work_unit (
     id uuid not null,
     run_id uuid not null,
     kind text not null,
     key text not null,
     cluster_id uuid,
     payload jsonb not null,
     state text not null default 'pending',
     created_at timestamptz not null default now(),
     available_at timestamptz not null default now(),
     claimed_until timestamptz,
     dispatched_at timestamptz,
     wakes integer not null default 0,
     lease_until timestamptz,
     leased_by uuid,
     fence bigint not null default 0,
     starts integer not null default 0,
     crashes integer not null default 0,
     failures integer not null default 0,
     isolated boolean not null default false,
     error text,
     started_at timestamptz,
     finished_at timestamptz,
     constraint work_unit_pkey primary key (id),
     constraint work_unit_run_kind_key unique (run_id, kind, key),
     constraint work_unit_state check (state in ('pending', 'leased', 'done', 'parked')),
     constraint work_unit_payload_small check (octet_length(payload::text) <= 16384)
   )`,
  `create table effect_done (
     key text not null,
     done_at timestamptz not null default now(),
     constraint effect_done_pkey primary key (key)
   )`,
  `create table worker_heartbeat (
     id uuid not null,
     host text not null,
     pid integer not null,
     roles text[] not null,
     queues text[] not null,
     started_at timestamptz not null default now(),
     beat_at timestamptz not null default now(),
     taking boolean not null,
     skew_ms integer,
     constraint worker_heartbeat_pkey primary key (id)
   )`,
];

const indexes = [
  `create index outbox_undispatched on outbox (available_at)
     where dispatched_at is null and done_at is null and parked_at is null`,
  `create index outbox_dispatched on outbox (dispatched_at)
     where dispatched_at is not null and done_at is null and parked_at is null`,
  `create index outbox_finished on outbox (done_at) where done_at is not null`,
  `create index work_unit_undispatched on work_unit (available_at)
     where state = 'pending' and dispatched_at is null`,
  `create index work_unit_dispatched on work_unit (dispatched_at)
     where state = 'pending' and dispatched_at is not null`,
  `create index work_unit_leased on work_unit (lease_until) where state = 'leased'`,
];

/**
 * The service itself and its operators see all work. Whoever acts for a cluster may add work for that cluster, and
 * see how far the runs of that cluster, and those over open data, have come.
 */
const policies = [
  ...['outbox', 'work_unit', 'effect_done', 'worker_heartbeat'].flatMap((table) => [
    `alter table ${table} enable row level security`,
    `alter table ${table} force row level security`,
    `create policy service_rows on ${table} to tessera_app
       using ((select current_scope_role()) in ('operator', 'system'))
       with check ((select current_scope_role()) in ('operator', 'system'))`,
  ]),
  ...['outbox', 'work_unit'].map(
    (table) => `create policy cluster_adds on ${table} for insert to tessera_app
       with check (cluster_id = any ((select current_clusters())::uuid[]))`,
  ),
  `create policy run_progress on work_unit for select to tessera_app
     using ((cluster_id is null and (select current_scope_role()) <> '')
            or cluster_id = any ((select current_clusters())::uuid[]))`,
];

const grants = [
  `grant select, insert, update, delete on outbox, work_unit, effect_done, worker_heartbeat to tessera_app`,
];
