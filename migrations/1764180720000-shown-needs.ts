import type { MigrationInterface, QueryRunner } from 'typeorm';

const board = `((cluster_id = any ((select current_clusters())::uuid[])
    and (select current_scope_role()) in ('officer', 'manager')) or (select current_scope_role()) = 'system')`;
const shown = `(state = 'approved' and id in (select need_id from need_share))`;

/** One policy says who reads a need, so that its absence shows. */
export class ShownNeeds1764180720000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('drop policy shared on consortium_need');
    await runner.query(`alter policy readable on consortium_need using (${board} or ${shown})`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter policy readable on consortium_need using (${board})`);
    await runner.query(`create policy shared on consortium_need for select to tessera_app using (${shown})`);
  }
}
