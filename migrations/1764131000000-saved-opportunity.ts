import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What people keep an eye on, and the words that opportunities are found by.
 *
 * A saved row belongs to the side it was saved for, as feedback does; the service itself may read all, to tell people
 * of what changed.
 */
export class SavedOpportunity1764131000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    const run = (sql: string): Promise<unknown> => queryRunner.query(sql);
    await run(`CREATE TABLE "saved_opportunity" (
      "side_id" uuid NOT NULL, "actor" text NOT NULL, "opportunity_id" uuid NOT NULL, "cluster_id" uuid,
      "organisation_id" uuid, "saved_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
      CONSTRAINT "saved_opportunity_one_side" CHECK ((cluster_id is null) <> (organisation_id is null)),
      CONSTRAINT "saved_opportunity_pk" PRIMARY KEY ("side_id", "actor", "opportunity_id"))`);
    await run(`CREATE INDEX "saved_opportunity_of" ON "saved_opportunity" ("opportunity_id")`);
    await run(`CREATE INDEX "saved_opportunity_of_cluster" ON "saved_opportunity" ("cluster_id")`);
    await run(`CREATE INDEX "saved_opportunity_of_organisation" ON "saved_opportunity" ("organisation_id")`);
    for (const table of ['opportunity', 'cluster', 'organisation'])
      await run(`ALTER TABLE "saved_opportunity" ADD CONSTRAINT "saved_opportunity_${table}"
        FOREIGN KEY ("${table}_id") REFERENCES "${table}"("id") ON DELETE CASCADE ON UPDATE NO ACTION`);
    const ours = `(cluster_id = any ((select current_clusters())::uuid[])
        and (select current_scope_role()) = 'officer')
      or organisation_id = (select current_organisation())`;
    await run('alter table saved_opportunity enable row level security');
    await run('alter table saved_opportunity force row level security');
    await run(
      `create policy own_side on saved_opportunity to tessera_app using (${ours}) with check (${ours})`,
    );
    await run(`create policy told_of on saved_opportunity for select to tessera_app
      using ((select current_scope_role()) = 'system')`);
    await run(`grant select, insert, update, delete on saved_opportunity to tessera_app`);
    await run(words);
    await run(`alter table opportunity add words tsvector`);
    await run(keptUp);
    // forced row-level security holds for the owner too, who would update no row and report success
    await run('alter table opportunity no force row level security');
    await run('update opportunity set words = opportunity_words(title, identifier, keywords, sections)');
    await run('alter table opportunity force row level security');
    await run('create index opportunity_by_words on opportunity using gin (words)');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop trigger words_kept_up on opportunity');
    await queryRunner.query('drop function keep_up_words');
    await queryRunner.query('alter table opportunity drop column words');
    await queryRunner.query('drop function opportunity_words');
    await queryRunner.query('DROP TABLE "saved_opportunity"');
  }
}

/** Every text is read in both languages: sources mix them. */
const words = `create function opportunity_words(title text, identifier text, keywords text[], sections jsonb)
  returns tsvector language sql stable parallel safe as $$
    select setweight(to_tsvector('english', title) || to_tsvector('italian', title)
        || to_tsvector('simple', identifier), 'A')
      || setweight(to_tsvector('english', array_to_string(keywords, ' '))
        || to_tsvector('italian', array_to_string(keywords, ' ')), 'B')
      || setweight(jsonb_to_tsvector('english', jsonb_path_query_array(sections, '$[*].text'), '["string"]')
        || jsonb_to_tsvector('italian', jsonb_path_query_array(sections, '$[*].text'), '["string"]'), 'D') $$`;

/** A trigger rather than a generated column, which the tool that compares entities with the schema cannot read. */
const keptUp = `create function keep_up_words() returns trigger language plpgsql as $$
    begin
      if tg_op = 'INSERT' or (new.title, new.identifier, new.keywords, new.sections)
          is distinct from (old.title, old.identifier, old.keywords, old.sections) then
        new.words := opportunity_words(new.title, new.identifier, new.keywords, new.sections);
      end if;
      return new;
    end $$;
  create trigger words_kept_up before insert or update on opportunity
    for each row execute function keep_up_words()`;
