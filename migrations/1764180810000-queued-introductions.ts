import type { MigrationInterface, QueryRunner } from 'typeorm';

const policy = (unsent: string): string => `(select current_scope_role()) = 'system'
  or (select current_scope_role()) = 'member' and (sender_organisation_id = (select current_organisation())
    or (sent_at is not null and recipient_organisation_id = (select current_organisation())))
  or (select current_scope_role()) in ('officer', 'manager') and clusters && (select current_clusters())
    and (sent_at is not null or sender_organisation_id is null${unsent})`;

/** Officers see what waits for its turn: they may let it through. */
export class QueuedIntroductions1764180810000 implements MigrationInterface {
  readonly name = 'QueuedIntroductions1764180810000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `alter policy readable on introduction using (${policy(' or queued_for is not null')})`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter policy readable on introduction using (${policy('')})`);
  }
}
