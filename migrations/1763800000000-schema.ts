import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The tables of the first version. */

export class Schema1763800000000 implements MigrationInterface {
  name = 'Schema1763800000000';

  public async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
            CREATE TABLE "audit_entry" (
                "id" uuid NOT NULL,
                "at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
                "actor" text NOT NULL,
                "role" text NOT NULL,
                "action" text NOT NULL,
                "subject" jsonb NOT NULL DEFAULT '{}',
                CONSTRAINT "PK_58a130a4b9da189f46ba2a01801" PRIMARY KEY ("id")
            )
        `);
    await queryRunner.query(`
            CREATE INDEX "IDX_9d18bd4a32fc0cd8ff82b12037" ON "audit_entry" ("at")
        `);
    await queryRunner.query(`
            CREATE TABLE "cluster" (
                "id" uuid NOT NULL,
                "slug" text NOT NULL,
                "name_en" text NOT NULL,
                "name_it" text NOT NULL,
                "ecosystems" text array NOT NULL DEFAULT '{}',
                "technology_areas" text array NOT NULL DEFAULT '{}',
                "networks" text array,
                "pilots" text array NOT NULL DEFAULT '{}',
                "member_count" integer,
                "member_count_source" text,
                "city" text,
                "nuts" text,
                "url" text,
                "organisation_id" uuid,
                CONSTRAINT "UQ_ecc3749e61d41c8fc143f491b93" UNIQUE ("slug"),
                CONSTRAINT "PK_b09d39b9491ce5cb1e8407761fd" PRIMARY KEY ("id")
            )
        `);
    await queryRunner.query(`
            CREATE TABLE "import_row" (
                "id" uuid NOT NULL,
                "run_id" uuid NOT NULL,
                "cluster_id" uuid,
                "line" integer NOT NULL,
                "verdict" text NOT NULL,
                "organisation_id" uuid,
                "parsed" jsonb,
                "changes" jsonb NOT NULL DEFAULT '{}',
                "problems" jsonb NOT NULL DEFAULT '[]',
                "before" jsonb,
                CONSTRAINT "PK_236774b99868ee0146edf2aa481" PRIMARY KEY ("id")
            )
        `);
    await queryRunner.query(`
            CREATE INDEX "import_row_of_run" ON "import_row" ("run_id", "line")
        `);
    await queryRunner.query(`
            CREATE TABLE "import_run" (
                "id" uuid NOT NULL,
                "cluster_id" uuid,
                "source" text NOT NULL,
                "file_name" text NOT NULL,
                "sha256" text,
                "state" text NOT NULL,
                "counts" jsonb NOT NULL DEFAULT '{}',
                "notes" jsonb NOT NULL DEFAULT '[]',
                "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
                "applied_at" TIMESTAMP WITH TIME ZONE,
                "undone_at" TIMESTAMP WITH TIME ZONE,
                "version" integer NOT NULL DEFAULT '1',
                CONSTRAINT "PK_efe3e6d8cb9f51ca4e9cd1cf5d3" PRIMARY KEY ("id")
            )
        `);
    await queryRunner.query(`
            CREATE INDEX "import_run_of_cluster" ON "import_run" ("cluster_id", "created_at")
        `);
    await queryRunner.query(`
            CREATE TABLE "current_score_run" (
                "only" boolean NOT NULL DEFAULT true,
                "run_id" uuid NOT NULL,
                "moved_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
                CONSTRAINT "PK_34971b67d663537bdf3709b94b9" PRIMARY KEY ("only")
            )
        `);
    await queryRunner.query(`
            CREATE TABLE "match_list" (
                "run_id" uuid NOT NULL,
                "opportunity_id" uuid NOT NULL,
                "audience" text NOT NULL,
                "cluster_id" uuid,
                "organisation_ids" uuid array NOT NULL,
                "scores" real array NOT NULL,
                "fits" real array NOT NULL,
                "track_records" real array NOT NULL,
                CONSTRAINT "PK_03895c825a079f8b1196e60416b" PRIMARY KEY ("run_id", "opportunity_id", "audience")
            )
        `);
    await queryRunner.query(`
            CREATE INDEX "match_list_of_cluster" ON "match_list" ("cluster_id")
        `);
    await queryRunner.query(`
            CREATE INDEX "match_list_of_opportunity" ON "match_list" ("opportunity_id", "run_id")
        `);
    await queryRunner.query(`
            CREATE TABLE "organisation_match_list" (
                "run_id" uuid NOT NULL,
                "organisation_id" uuid NOT NULL,
                "audience" text NOT NULL,
                "cluster_id" uuid,
                "opportunity_ids" uuid array NOT NULL,
                "scores" real array NOT NULL,
                "fits" real array NOT NULL,
                "track_records" real array NOT NULL,
                CONSTRAINT "PK_c384ca3911bbeba8986ffbfaa13" PRIMARY KEY ("run_id", "organisation_id", "audience")
            )
        `);
    await queryRunner.query(`
            CREATE INDEX "organisation_match_list_of_cluster" ON "organisation_match_list" ("cluster_id")
        `);
    await queryRunner.query(`
            CREATE INDEX "organisation_match_list_of" ON "organisation_match_list" ("organisation_id", "run_id")
        `);
    await queryRunner.query(`
            CREATE TABLE "score_run" (
                "id" uuid NOT NULL,
                "state" text NOT NULL,
                "model" text NOT NULL,
                "as_of" date NOT NULL,
                "segment_ids" uuid array NOT NULL,
                "opportunity_ids" uuid array NOT NULL,
                "opportunities" integer NOT NULL DEFAULT '0',
                "blocks" integer NOT NULL DEFAULT '0',
                "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
                "finished_at" TIMESTAMP WITH TIME ZONE,
                "problem" text,
                CONSTRAINT "PK_b0722b049968defc306f0cf7843" PRIMARY KEY ("id")
            )
        `);
    await queryRunner.query(`
            CREATE INDEX "score_run_created" ON "score_run" ("created_at")
        `);
    await queryRunner.query(`
            CREATE TABLE "snapshot_segment" (
                "id" uuid NOT NULL,
                "audience" text NOT NULL,
                "cluster_id" uuid,
                "fingerprint" text NOT NULL,
                "file_name" text NOT NULL,
                "sha256" text NOT NULL,
                "bytes" bigint NOT NULL,
                "documents" integer NOT NULL,
                "organisations" integer NOT NULL,
                "built_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
                CONSTRAINT "PK_6e78c4a5919a45060bae132a73b" PRIMARY KEY ("id")
            )
        `);
    await queryRunner.query(`
            CREATE INDEX "snapshot_segment_of_cluster" ON "snapshot_segment" ("cluster_id")
        `);
    await queryRunner.query(`
            CREATE INDEX "snapshot_segment_of_audience" ON "snapshot_segment" ("audience", "built_at")
        `);
    await queryRunner.query(`
            CREATE TABLE "opportunity_change" (
                "id" uuid NOT NULL,
                "opportunity_id" uuid NOT NULL,
                "field" text NOT NULL,
                "old_value" jsonb,
                "new_value" jsonb,
                "source" text NOT NULL,
                "seen_at" TIMESTAMP WITH TIME ZONE NOT NULL,
                CONSTRAINT "PK_fe44c4017829c3a4270160f6d02" PRIMARY KEY ("id")
            )
        `);
    await queryRunner.query(`
            CREATE INDEX "opportunity_change_of" ON "opportunity_change" ("opportunity_id", "seen_at")
        `);
    await queryRunner.query(`
            CREATE TABLE "opportunity_record" (
                "id" uuid NOT NULL,
                "opportunity_id" uuid NOT NULL,
                "source" text NOT NULL,
                "identifier_key" text NOT NULL,
                "record" jsonb NOT NULL,
                "content_hash" text NOT NULL,
                "observed_at" TIMESTAMP WITH TIME ZONE NOT NULL,
                "import_run_id" uuid,
                CONSTRAINT "PK_d0ccd4502a1db93ce1cb5cc1457" PRIMARY KEY ("id")
            )
        `);
    await queryRunner.query(`
            CREATE INDEX "opportunity_record_opportunity" ON "opportunity_record" ("opportunity_id")
        `);
    await queryRunner.query(`
            CREATE UNIQUE INDEX "opportunity_record_key" ON "opportunity_record" ("source", "identifier_key")
        `);
    await queryRunner.query(`
            CREATE TABLE "opportunity" (
                "id" uuid NOT NULL,
                "kind" text NOT NULL,
                "identifier" text NOT NULL,
                "identifier_key" text NOT NULL,
                "title" text NOT NULL,
                "programme" text,
                "part" text,
                "call_identifier" text,
                "call_title" text,
                "action_types" text array NOT NULL DEFAULT '{}',
                "stated_status" text,
                "opens_on" date,
                "deadlines" jsonb NOT NULL DEFAULT '[]',
                "last_deadline" TIMESTAMP WITH TIME ZONE,
                "budget" jsonb,
                "trl_from" smallint,
                "trl_to" smallint,
                "keywords" text array NOT NULL DEFAULT '{}',
                "sections" jsonb NOT NULL DEFAULT '[]',
                "flags" jsonb NOT NULL DEFAULT '{}',
                "url" text,
                "provenance" jsonb NOT NULL DEFAULT '{}',
                "invented" boolean NOT NULL DEFAULT false,
                "observed_at" TIMESTAMP WITH TIME ZONE NOT NULL,
                "version" integer NOT NULL DEFAULT '1',
                CONSTRAINT "PK_085fd6d6f4765325e6c16163568" PRIMARY KEY ("id")
            )
        `);
    await queryRunner.query(`
            CREATE UNIQUE INDEX "opportunity_identifier" ON "opportunity" ("identifier_key")
        `);
    await queryRunner.query(`
            CREATE TABLE "evidence" (
                "id" uuid NOT NULL,
                "organisation_id" uuid,
                "project_id" uuid,
                "cluster_id" uuid,
                "kind" text NOT NULL,
                "source" text NOT NULL,
                "title" text,
                "text" text NOT NULL,
                "language" text,
                "date" date,
                "state" text NOT NULL,
                "competence_kind" text,
                "trl_from" smallint,
                "trl_to" smallint,
                "import_run_id" uuid,
                "version" integer NOT NULL DEFAULT '1',
                CONSTRAINT "PK_b864cb5d49854f89917fc0b44b9" PRIMARY KEY ("id")
            )
        `);
    await queryRunner.query(`
            CREATE INDEX "evidence_of_project" ON "evidence" ("project_id")
        `);
    await queryRunner.query(`
            CREATE INDEX "evidence_of_cluster" ON "evidence" ("cluster_id")
        `);
    await queryRunner.query(`
            CREATE INDEX "evidence_of_organisation" ON "evidence" ("organisation_id")
        `);
    await queryRunner.query(`
            CREATE TABLE "membership" (
                "id" uuid NOT NULL,
                "cluster_id" uuid NOT NULL,
                "organisation_id" uuid NOT NULL,
                "category" text,
                "since" date,
                "until" date,
                "import_run_id" uuid,
                "version" integer NOT NULL DEFAULT '1',
                CONSTRAINT "PK_83c1afebef3059472e7c37e8de8" PRIMARY KEY ("id")
            )
        `);
    await queryRunner.query(`
            CREATE INDEX "membership_of_organisation" ON "membership" ("organisation_id")
        `);
    await queryRunner.query(`
            CREATE UNIQUE INDEX "membership_of_cluster" ON "membership" ("cluster_id", "organisation_id")
        `);
    await queryRunner.query(`
            CREATE TABLE "organisation_record" (
                "id" uuid NOT NULL,
                "organisation_id" uuid NOT NULL,
                "cluster_id" uuid,
                "source" text NOT NULL,
                "legal_name" text NOT NULL,
                "folded_name" text NOT NULL,
                "short_name" text,
                "country" text,
                "city" text,
                "nuts" text,
                "type" text,
                "sme" boolean,
                "employees" integer,
                "url" text,
                "site" text,
                "languages" text array NOT NULL DEFAULT '{}',
                "extra" jsonb NOT NULL DEFAULT '{}',
                "observed_on" date NOT NULL,
                "import_run_id" uuid,
                "version" integer NOT NULL DEFAULT '1',
                CONSTRAINT "PK_1eb960cbf63129cfb7c6fcdfb92" PRIMARY KEY ("id")
            )
        `);
    await queryRunner.query(`
            CREATE INDEX "organisation_record_folded_name" ON "organisation_record" ("folded_name")
        `);
    await queryRunner.query(`
            CREATE INDEX "organisation_record_cluster" ON "organisation_record" ("cluster_id")
        `);
    await queryRunner.query(`
            CREATE UNIQUE INDEX "organisation_record_source" ON "organisation_record" ("organisation_id", "source", "cluster_id")
        `);
    await queryRunner.query(`
            CREATE TABLE "organisation" (
                "id" uuid NOT NULL,
                "pic" text,
                "vat_number" text,
                "listed" boolean NOT NULL DEFAULT false,
                "invented" boolean NOT NULL DEFAULT false,
                "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
                CONSTRAINT "UQ_8c119d923b9cfa9eebaaf41969b" UNIQUE ("pic"),
                CONSTRAINT "PK_c725ae234ef1b74cce43d2d00c1" PRIMARY KEY ("id")
            )
        `);
    await queryRunner.query(`
            CREATE INDEX "organisation_vat_number" ON "organisation" ("vat_number")
        `);
    await queryRunner.query(`
            CREATE TABLE "participation" (
                "project_id" uuid NOT NULL,
                "organisation_id" uuid NOT NULL,
                "role" text NOT NULL,
                "position" integer,
                "contribution_eur" numeric,
                "ended" boolean NOT NULL DEFAULT false,
                CONSTRAINT "PK_d15b75afd894440a6831f79fbfd" PRIMARY KEY ("project_id", "organisation_id", "role")
            )
        `);
    await queryRunner.query(`
            CREATE INDEX "participation_of_organisation" ON "participation" ("organisation_id")
        `);
    await queryRunner.query(`
            CREATE TABLE "project_concept" (
                "project_id" uuid NOT NULL,
                "code" text NOT NULL,
                CONSTRAINT "PK_f5c77ee628dd915ebeffaac0b57" PRIMARY KEY ("project_id", "code")
            )
        `);
    await queryRunner.query(`
            CREATE INDEX "project_concept_code" ON "project_concept" ("code")
        `);
    await queryRunner.query(`
            CREATE TABLE "project" (
                "id" uuid NOT NULL,
                "framework" text NOT NULL,
                "grant_id" text NOT NULL,
                "acronym" text NOT NULL,
                "title" text NOT NULL,
                "objective" text,
                "keywords" text array NOT NULL DEFAULT '{}',
                "status" text,
                "start_date" date,
                "end_date" date,
                "topic" text,
                "funding_scheme" text,
                "legal_basis" text,
                "total_cost_eur" numeric,
                "max_contribution_eur" numeric,
                "invented" boolean NOT NULL DEFAULT false,
                "observed_on" date NOT NULL,
                "version" integer NOT NULL DEFAULT '1',
                CONSTRAINT "PK_4d68b1358bb5b766d3e78f32f57" PRIMARY KEY ("id")
            )
        `);
    await queryRunner.query(`
            CREATE UNIQUE INDEX "project_grant" ON "project" ("framework", "grant_id")
        `);
    await queryRunner.query(`
            CREATE TABLE "concept" (
                "code" text NOT NULL,
                "label" text NOT NULL,
                "path" text,
                CONSTRAINT "PK_3560f668521a4fc40ea22ef97ca" PRIMARY KEY ("code")
            )
        `);
    await queryRunner.query(`
            ALTER TABLE "import_row"
            ADD CONSTRAINT "FK_4c6a5b00e4097100164fe3001d8" FOREIGN KEY ("run_id") REFERENCES "import_run"("id") ON DELETE CASCADE ON UPDATE NO ACTION
        `);
    await queryRunner.query(`
            ALTER TABLE "import_row"
            ADD CONSTRAINT "FK_605243fe1aa83dd9fed0c1576b1" FOREIGN KEY ("cluster_id") REFERENCES "cluster"("id") ON DELETE CASCADE ON UPDATE NO ACTION
        `);
    await queryRunner.query(`
            ALTER TABLE "import_run"
            ADD CONSTRAINT "FK_e0e59c415393ad8b3f4052f24c5" FOREIGN KEY ("cluster_id") REFERENCES "cluster"("id") ON DELETE CASCADE ON UPDATE NO ACTION
        `);
    await queryRunner.query(`
            ALTER TABLE "current_score_run"
            ADD CONSTRAINT "FK_cb3ab042c6c7dced9b577064c34" FOREIGN KEY ("run_id") REFERENCES "score_run"("id") ON DELETE CASCADE ON UPDATE NO ACTION
        `);
    await queryRunner.query(`
            ALTER TABLE "match_list"
            ADD CONSTRAINT "FK_cda76e534645ccbe182bdd3732a" FOREIGN KEY ("run_id") REFERENCES "score_run"("id") ON DELETE CASCADE ON UPDATE NO ACTION
        `);
    await queryRunner.query(`
            ALTER TABLE "match_list"
            ADD CONSTRAINT "FK_a21a426fd7c18e62a95c8d27840" FOREIGN KEY ("opportunity_id") REFERENCES "opportunity"("id") ON DELETE CASCADE ON UPDATE NO ACTION
        `);
    await queryRunner.query(`
            ALTER TABLE "match_list"
            ADD CONSTRAINT "FK_26a42515109eff962f759af846b" FOREIGN KEY ("cluster_id") REFERENCES "cluster"("id") ON DELETE CASCADE ON UPDATE NO ACTION
        `);
    await queryRunner.query(`
            ALTER TABLE "organisation_match_list"
            ADD CONSTRAINT "FK_f7e3d6c128fbc905c68f577a2c5" FOREIGN KEY ("run_id") REFERENCES "score_run"("id") ON DELETE CASCADE ON UPDATE NO ACTION
        `);
    await queryRunner.query(`
            ALTER TABLE "organisation_match_list"
            ADD CONSTRAINT "FK_501cd1b2ff65801589cc7327fcb" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE NO ACTION
        `);
    await queryRunner.query(`
            ALTER TABLE "organisation_match_list"
            ADD CONSTRAINT "FK_f035a3832d66b10e08468e1984e" FOREIGN KEY ("cluster_id") REFERENCES "cluster"("id") ON DELETE CASCADE ON UPDATE NO ACTION
        `);
    await queryRunner.query(`
            ALTER TABLE "snapshot_segment"
            ADD CONSTRAINT "FK_1177faf0f64b0ce7d2967c00676" FOREIGN KEY ("cluster_id") REFERENCES "cluster"("id") ON DELETE CASCADE ON UPDATE NO ACTION
        `);
    await queryRunner.query(`
            ALTER TABLE "opportunity_change"
            ADD CONSTRAINT "FK_8c4623ae2c34c3ed8f3e22fd486" FOREIGN KEY ("opportunity_id") REFERENCES "opportunity"("id") ON DELETE CASCADE ON UPDATE NO ACTION
        `);
    await queryRunner.query(`
            ALTER TABLE "opportunity_record"
            ADD CONSTRAINT "FK_5d5a7ad905e65d68114a3088049" FOREIGN KEY ("opportunity_id") REFERENCES "opportunity"("id") ON DELETE CASCADE ON UPDATE NO ACTION
        `);
    await queryRunner.query(`
            ALTER TABLE "evidence"
            ADD CONSTRAINT "FK_77ccec326efa9443dd330c099c4" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE NO ACTION
        `);
    await queryRunner.query(`
            ALTER TABLE "evidence"
            ADD CONSTRAINT "FK_00b998b452b6531bb2e628a2bd0" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE NO ACTION
        `);
    await queryRunner.query(`
            ALTER TABLE "evidence"
            ADD CONSTRAINT "FK_9a7c00bb06da84c74f29086446d" FOREIGN KEY ("cluster_id") REFERENCES "cluster"("id") ON DELETE CASCADE ON UPDATE NO ACTION
        `);
    await queryRunner.query(`
            ALTER TABLE "membership"
            ADD CONSTRAINT "FK_a69003ad14e71345ea43560e6b8" FOREIGN KEY ("cluster_id") REFERENCES "cluster"("id") ON DELETE CASCADE ON UPDATE NO ACTION
        `);
    await queryRunner.query(`
            ALTER TABLE "membership"
            ADD CONSTRAINT "FK_be659e88cd5ed71eef6d4122aac" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE NO ACTION
        `);
    await queryRunner.query(`
            ALTER TABLE "organisation_record"
            ADD CONSTRAINT "FK_182c3c2495158c01f1633022baf" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE NO ACTION
        `);
    await queryRunner.query(`
            ALTER TABLE "organisation_record"
            ADD CONSTRAINT "FK_b8d1b7eff0cbefb33a3acd1b8c8" FOREIGN KEY ("cluster_id") REFERENCES "cluster"("id") ON DELETE CASCADE ON UPDATE NO ACTION
        `);
    await queryRunner.query(`
            ALTER TABLE "participation"
            ADD CONSTRAINT "FK_ec2f8211cf8bb4a721dc2f06765" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE NO ACTION
        `);
    await queryRunner.query(`
            ALTER TABLE "participation"
            ADD CONSTRAINT "FK_34f9a816cf2ebd90dea8c214a6e" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE NO ACTION
        `);
    await queryRunner.query(`
            ALTER TABLE "project_concept"
            ADD CONSTRAINT "FK_6e4611682d782a8a4cddc29d0ae" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE NO ACTION
        `);
  }

  public async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
            ALTER TABLE "project_concept" DROP CONSTRAINT "FK_6e4611682d782a8a4cddc29d0ae"
        `);
    await queryRunner.query(`
            ALTER TABLE "participation" DROP CONSTRAINT "FK_34f9a816cf2ebd90dea8c214a6e"
        `);
    await queryRunner.query(`
            ALTER TABLE "participation" DROP CONSTRAINT "FK_ec2f8211cf8bb4a721dc2f06765"
        `);
    await queryRunner.query(`
            ALTER TABLE "organisation_record" DROP CONSTRAINT "FK_b8d1b7eff0cbefb33a3acd1b8c8"
        `);
    await queryRunner.query(`
            ALTER TABLE "organisation_record" DROP CONSTRAINT "FK_182c3c2495158c01f1633022baf"
        `);
    await queryRunner.query(`
            ALTER TABLE "membership" DROP CONSTRAINT "FK_be659e88cd5ed71eef6d4122aac"
        `);
    await queryRunner.query(`
            ALTER TABLE "membership" DROP CONSTRAINT "FK_a69003ad14e71345ea43560e6b8"
        `);
    await queryRunner.query(`
            ALTER TABLE "evidence" DROP CONSTRAINT "FK_9a7c00bb06da84c74f29086446d"
        `);
    await queryRunner.query(`
            ALTER TABLE "evidence" DROP CONSTRAINT "FK_00b998b452b6531bb2e628a2bd0"
        `);
    await queryRunner.query(`
            ALTER TABLE "evidence" DROP CONSTRAINT "FK_77ccec326efa9443dd330c099c4"
        `);
    await queryRunner.query(`
            ALTER TABLE "opportunity_record" DROP CONSTRAINT "FK_5d5a7ad905e65d68114a3088049"
        `);
    await queryRunner.query(`
            ALTER TABLE "opportunity_change" DROP CONSTRAINT "FK_8c4623ae2c34c3ed8f3e22fd486"
        `);
    await queryRunner.query(`
            ALTER TABLE "snapshot_segment" DROP CONSTRAINT "FK_1177faf0f64b0ce7d2967c00676"
        `);
    await queryRunner.query(`
            ALTER TABLE "organisation_match_list" DROP CONSTRAINT "FK_f035a3832d66b10e08468e1984e"
        `);
    await queryRunner.query(`
            ALTER TABLE "organisation_match_list" DROP CONSTRAINT "FK_501cd1b2ff65801589cc7327fcb"
        `);
    await queryRunner.query(`
            ALTER TABLE "organisation_match_list" DROP CONSTRAINT "FK_f7e3d6c128fbc905c68f577a2c5"
        `);
    await queryRunner.query(`
            ALTER TABLE "match_list" DROP CONSTRAINT "FK_26a42515109eff962f759af846b"
        `);
    await queryRunner.query(`
            ALTER TABLE "match_list" DROP CONSTRAINT "FK_a21a426fd7c18e62a95c8d27840"
        `);
    await queryRunner.query(`
            ALTER TABLE "match_list" DROP CONSTRAINT "FK_cda76e534645ccbe182bdd3732a"
        `);
    await queryRunner.query(`
            ALTER TABLE "current_score_run" DROP CONSTRAINT "FK_cb3ab042c6c7dced9b577064c34"
        `);
    await queryRunner.query(`
            ALTER TABLE "import_run" DROP CONSTRAINT "FK_e0e59c415393ad8b3f4052f24c5"
        `);
    await queryRunner.query(`
            ALTER TABLE "import_row" DROP CONSTRAINT "FK_605243fe1aa83dd9fed0c1576b1"
        `);
    await queryRunner.query(`
            ALTER TABLE "import_row" DROP CONSTRAINT "FK_4c6a5b00e4097100164fe3001d8"
        `);
    await queryRunner.query(`
            DROP TABLE "concept"
        `);
    await queryRunner.query(`
            DROP INDEX "public"."project_grant"
        `);
    await queryRunner.query(`
            DROP TABLE "project"
        `);
    await queryRunner.query(`
            DROP INDEX "public"."project_concept_code"
        `);
    await queryRunner.query(`
            DROP TABLE "project_concept"
        `);
    await queryRunner.query(`
            DROP INDEX "public"."participation_of_organisation"
        `);
    await queryRunner.query(`
            DROP TABLE "participation"
        `);
    await queryRunner.query(`
            DROP INDEX "public"."organisation_vat_number"
        `);
    await queryRunner.query(`
            DROP TABLE "organisation"
        `);
    await queryRunner.query(`
            DROP INDEX "public"."organisation_record_source"
        `);
    await queryRunner.query(`
            DROP INDEX "public"."organisation_record_cluster"
        `);
    await queryRunner.query(`
            DROP INDEX "public"."organisation_record_folded_name"
        `);
    await queryRunner.query(`
            DROP TABLE "organisation_record"
        `);
    await queryRunner.query(`
            DROP INDEX "public"."membership_of_cluster"
        `);
    await queryRunner.query(`
            DROP INDEX "public"."membership_of_organisation"
        `);
    await queryRunner.query(`
            DROP TABLE "membership"
        `);
    await queryRunner.query(`
            DROP INDEX "public"."evidence_of_organisation"
        `);
    await queryRunner.query(`
            DROP INDEX "public"."evidence_of_cluster"
        `);
    await queryRunner.query(`
            DROP INDEX "public"."evidence_of_project"
        `);
    await queryRunner.query(`
            DROP TABLE "evidence"
        `);
    await queryRunner.query(`
            DROP INDEX "public"."opportunity_identifier"
        `);
    await queryRunner.query(`
            DROP TABLE "opportunity"
        `);
    await queryRunner.query(`
            DROP INDEX "public"."opportunity_record_key"
        `);
    await queryRunner.query(`
            DROP INDEX "public"."opportunity_record_opportunity"
        `);
    await queryRunner.query(`
            DROP TABLE "opportunity_record"
        `);
    await queryRunner.query(`
            DROP INDEX "public"."opportunity_change_of"
        `);
    await queryRunner.query(`
            DROP TABLE "opportunity_change"
        `);
    await queryRunner.query(`
            DROP INDEX "public"."snapshot_segment_of_audience"
        `);
    await queryRunner.query(`
            DROP INDEX "public"."snapshot_segment_of_cluster"
        `);
    await queryRunner.query(`
            DROP TABLE "snapshot_segment"
        `);
    await queryRunner.query(`
            DROP INDEX "public"."score_run_created"
        `);
    await queryRunner.query(`
            DROP TABLE "score_run"
        `);
    await queryRunner.query(`
            DROP INDEX "public"."organisation_match_list_of"
        `);
    await queryRunner.query(`
            DROP INDEX "public"."organisation_match_list_of_cluster"
        `);
    await queryRunner.query(`
            DROP TABLE "organisation_match_list"
        `);
    await queryRunner.query(`
            DROP INDEX "public"."match_list_of_opportunity"
        `);
    await queryRunner.query(`
            DROP INDEX "public"."match_list_of_cluster"
        `);
    await queryRunner.query(`
            DROP TABLE "match_list"
        `);
    await queryRunner.query(`
            DROP TABLE "current_score_run"
        `);
    await queryRunner.query(`
            DROP INDEX "public"."import_run_of_cluster"
        `);
    await queryRunner.query(`
            DROP TABLE "import_run"
        `);
    await queryRunner.query(`
            DROP INDEX "public"."import_row_of_run"
        `);
    await queryRunner.query(`
            DROP TABLE "import_row"
        `);
    await queryRunner.query(`
            DROP TABLE "cluster"
        `);
    await queryRunner.query(`
            DROP INDEX "public"."IDX_9d18bd4a32fc0cd8ff82b12037"
        `);
    await queryRunner.query(`
            DROP TABLE "audit_entry"
        `);
  }
}
