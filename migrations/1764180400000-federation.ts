import type { MigrationInterface, QueryRunner } from 'typeorm';

const made = [
  'sharing_state',
  'shared_evidence',
  'shared_member',
  'mask',
  'federation_agreement',
  'sharing_choice',
  'sharing_rule',
];

const system = `(select current_scope_role()) = 'system'`;
const serves = `(select current_scope_role()) in ('operator', 'system')`;
const worksHere = `(select current_scope_role()) in ('member', 'manager', 'officer', 'operator', 'system')`;
const ours = `cluster_id = any ((select current_clusters())::uuid[])`;
const ownOrganisation = `organisation_id = (select current_organisation())`;
const ourMembers = `((select current_scope_role()) in ('officer', 'manager')
  and organisation_id in (select organisation_id from membership))`;
/** Of clusters with which one of ours has an agreement in force today: ended or over, they are out of reach at once. */
const ofSisters = `(${worksHere} and cluster_id = any ((select sister_clusters())::uuid[]))`;

/** What leaves a cluster, for whom and from when to when, and the members that sisters see behind a mask. */
export class Federation1764180400000 implements MigrationInterface {
  readonly name = 'Federation1764180400000';

  async up(runner: QueryRunner): Promise<void> {
    const run = (sql: string): Promise<unknown> => runner.query(sql);
    for (const statement of tables) await run(statement);
    for (const table of made) {
      await run(`alter table ${table} enable row level security`);
      await run(`alter table ${table} force row level security`);
      await run(`grant select, insert, update, delete on ${table} to tessera_app`);
    }
    for (const statement of functions) await run(statement);

    const policies: Readonly<Record<string, { readonly read: string; readonly write: string }>> = {
      sharing_rule: { read: `${worksHere} and ${ours}`, write: `${system} and ${ours}` },
      sharing_choice: { read: `${serves} or ${ownOrganisation} or ${ourMembers}`, write: system },
      federation_agreement: {
        read: `${worksHere} and array[cluster_id, other_id] && (select my_clusters())::uuid[]`,
        write: `${system} and array[cluster_id, other_id] && (select current_clusters())::uuid[]`,
      },
      mask: { read: system, write: system },
      shared_member: { read: `(${worksHere} and ${ours}) or ${ofSisters}`, write: `${system} and ${ours}` },
      shared_evidence: { read: `(${worksHere} and ${ours}) or ${ofSisters}`, write: `${system} and ${ours}` },
      sharing_state: { read: `${system} and ${ours}`, write: `${system} and ${ours}` },
    };
    for (const [table, { read, write }] of Object.entries(policies)) {
      await run(`create policy readable on ${table} for select to tessera_app using (${read})`);
      await run(`create policy inserted on ${table} for insert to tessera_app with check (${write})`);
      await run(
        `create policy changed on ${table} for update to tessera_app using (${write}) with check (${write})`,
      );
      await run(`create policy removed on ${table} for delete to tessera_app using (${write})`);
    }
    await run(`alter policy readable on snapshot_segment using (${segments} or (starts_with(audience, 'shared-')
      and ${ofSisters}))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter policy readable on snapshot_segment using (${segments})`);
    await runner.query(`delete from snapshot_segment where starts_with(audience, 'shared-')`);
    for (const table of made) await runner.query(`drop table ${table}`);
    await runner.query('drop function sister_clusters()');
    await runner.query('drop function my_clusters()');
  }
}

/** As it was: open data, and a cluster's own. */
const segments = `(cluster_id is null and (select current_scope_role()) <> '') or ${ours}`;

const tables = [
  `CREATE TABLE "sharing_rule" ("id" uuid NOT NULL, "cluster_id" uuid NOT NULL, "organisation_id" uuid, "level" text NOT NULL, "withheld" text array NOT NULL DEFAULT '{}', "changed_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "sharing_rule_level" CHECK (level in ('nothing', 'counts', 'masked', 'full')), CONSTRAINT "sharing_rule_pkey" PRIMARY KEY ("id"))`,
  `CREATE INDEX "sharing_rule_of_organisation" ON "sharing_rule" ("organisation_id")`,
  `CREATE UNIQUE INDEX "sharing_rule_of_all" ON "sharing_rule" ("cluster_id") WHERE organisation_id is null`,
  `CREATE UNIQUE INDEX "sharing_rule_once" ON "sharing_rule" ("cluster_id", "organisation_id")`,
  `CREATE TABLE "sharing_choice" ("organisation_id" uuid NOT NULL, "level" text NOT NULL, "withheld" text array NOT NULL DEFAULT '{}', "changed_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "sharing_choice_level" CHECK (level in ('nothing', 'counts', 'masked', 'full')), CONSTRAINT "sharing_choice_pkey" PRIMARY KEY ("organisation_id"))`,
  `CREATE TABLE "federation_agreement" ("id" uuid NOT NULL, "cluster_id" uuid NOT NULL, "other_id" uuid NOT NULL, "kind" text NOT NULL, "from_on" date NOT NULL, "until_on" date, "proposed_by" uuid NOT NULL, "proposed_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "accepted_at" TIMESTAMP WITH TIME ZONE, "ended_at" TIMESTAMP WITH TIME ZONE, "ended_by" uuid, CONSTRAINT "federation_agreement_kind" CHECK (kind in ('sisters', 'parent')), CONSTRAINT "federation_agreement_two" CHECK (cluster_id <> other_id), CONSTRAINT "federation_agreement_days" CHECK (until_on is null or until_on >= from_on), CONSTRAINT "federation_agreement_pkey" PRIMARY KEY ("id"))`,
  `CREATE INDEX "federation_agreement_of_other" ON "federation_agreement" ("other_id")`,
  `CREATE UNIQUE INDEX "federation_agreement_once" ON "federation_agreement" ("cluster_id", "other_id", "kind") WHERE ended_at is null`,
  `CREATE TABLE "mask" ("id" uuid NOT NULL, "organisation_id" uuid NOT NULL, CONSTRAINT "mask_once" UNIQUE ("organisation_id"), CONSTRAINT "mask_pkey" PRIMARY KEY ("id"))`,
  `CREATE TABLE "shared_member" ("id" uuid NOT NULL, "cluster_id" uuid NOT NULL, "level" text NOT NULL, "country" text, "region" text, "type" text, "sme" boolean, "size_band" text, "roles" text array NOT NULL DEFAULT '{}', "name" text, "url" text, "invented" boolean NOT NULL DEFAULT false, CONSTRAINT "shared_member_level" CHECK (level in ('masked', 'full')), CONSTRAINT "shared_member_pkey" PRIMARY KEY ("id", "cluster_id"))`,
  `CREATE INDEX "shared_member_of_cluster" ON "shared_member" ("cluster_id")`,
  `CREATE TABLE "shared_evidence" ("id" uuid NOT NULL, "member_id" uuid NOT NULL, "cluster_id" uuid NOT NULL, "kind" text NOT NULL, "text" text NOT NULL, "language" text, "year" smallint, "state" text NOT NULL, "competence_kind" text, "trl_from" smallint, "trl_to" smallint, CONSTRAINT "shared_evidence_pkey" PRIMARY KEY ("id"))`,
  `CREATE INDEX "shared_evidence_of_cluster" ON "shared_evidence" ("cluster_id")`,
  `CREATE INDEX "shared_evidence_of_member" ON "shared_evidence" ("member_id", "cluster_id")`,
  `CREATE TABLE "sharing_state" ("cluster_id" uuid NOT NULL, "fingerprint" text NOT NULL, "published_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "sharing_state_pkey" PRIMARY KEY ("cluster_id"))`,
  `ALTER TABLE "sharing_rule" ADD CONSTRAINT "sharing_rule_cluster" FOREIGN KEY ("cluster_id") REFERENCES "cluster"("id") ON DELETE CASCADE`,
  `ALTER TABLE "sharing_rule" ADD CONSTRAINT "sharing_rule_organisation" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE`,
  `ALTER TABLE "sharing_choice" ADD CONSTRAINT "sharing_choice_of" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE`,
  `ALTER TABLE "federation_agreement" ADD CONSTRAINT "federation_agreement_cluster" FOREIGN KEY ("cluster_id") REFERENCES "cluster"("id") ON DELETE CASCADE`,
  `ALTER TABLE "federation_agreement" ADD CONSTRAINT "federation_agreement_other" FOREIGN KEY ("other_id") REFERENCES "cluster"("id") ON DELETE CASCADE`,
  `ALTER TABLE "mask" ADD CONSTRAINT "mask_of" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE`,
  `ALTER TABLE "shared_member" ADD CONSTRAINT "shared_member_mask" FOREIGN KEY ("id") REFERENCES "mask"("id") ON DELETE CASCADE`,
  `ALTER TABLE "shared_member" ADD CONSTRAINT "shared_member_cluster" FOREIGN KEY ("cluster_id") REFERENCES "cluster"("id") ON DELETE CASCADE`,
  `ALTER TABLE "shared_evidence" ADD CONSTRAINT "shared_evidence_member" FOREIGN KEY ("member_id", "cluster_id") REFERENCES "shared_member"("id","cluster_id") ON DELETE CASCADE`,
  `ALTER TABLE "sharing_state" ADD CONSTRAINT "sharing_state_cluster" FOREIGN KEY ("cluster_id") REFERENCES "cluster"("id") ON DELETE CASCADE`,
];

/** Both run with the rights and in the scope of whoever asks. */
const functions = [
  // the clusters of staff, or those in which somebody's organisation is
  `create function my_clusters() returns uuid[] language sql stable parallel safe as $$
     select current_clusters() || coalesce((select array_agg(m.cluster_id) from membership m
       where m.organisation_id = current_organisation() and (m.until is null or m.until >= current_date)), '{}') $$`,
  // those that agreed with one of mine to be sisters; for people of members, their own clusters as well
  `create function sister_clusters() returns uuid[] language sql stable parallel safe as $$
     select coalesce((select array_agg(case when a.cluster_id = any (mine.ids) then a.other_id else a.cluster_id end)
         from federation_agreement a
         where a.kind = 'sisters' and a.accepted_at is not null and a.ended_at is null
           and a.from_on <= current_date and (a.until_on is null or a.until_on >= current_date)
           and (a.cluster_id = any (mine.ids) or a.other_id = any (mine.ids))), '{}')
       || case when current_scope_role() = 'member' then mine.ids else '{}' end
     from (select my_clusters() as ids) as mine $$`,
];
