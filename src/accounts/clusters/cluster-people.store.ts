import type { Unit } from '../../platform/database/unit-of-work.js';
import type { UserId } from '../users/user.js';

export const mandateParts = ['representative', 'co-ordinator'] as const;
export type MandatePart = (typeof mandateParts)[number];

/** That somebody speaks for the cluster in a pilot. */
export interface Mandate {
  /** identifier of the pilot */
  readonly pilot: string;
  readonly part: MandatePart;
}

/** Somebody's part in a cluster. */
export interface ClusterPerson {
  /** of the role, not of the person */
  readonly id: string;
  readonly user: UserId;
  readonly name: string;
  readonly email: string;
  readonly role: 'officer' | 'manager';
  readonly since: Date;
  readonly mandate: Mandate | null;
  readonly demo: boolean;
}

/** Who is staff of a cluster. */
export class ClusterPeopleStore {
  /** Nobody else changes the staff of this cluster before the transaction ends. */
  async hold(unit: Unit, clusterId: string): Promise<void> {
    await unit.manager.query('select pg_advisory_xact_lock(hashtextextended($1, 6))', [clusterId]);
  }

  /** In order of name. Whoever waited for `hold` began before the role was ended: now is not when it began. */
  async list(unit: Unit, clusterId: string): Promise<ClusterPerson[]> {
    return unit.manager.query<ClusterPerson[]>(
      `select g.id, u.id as user, u.name, u.email, g.role, g.since, u.demo,
         case when g.mandate_pilot is not null
           then json_build_object('pilot', g.mandate_pilot, 'part', g.mandate_part) end as mandate
       from role_grant g join user_account u on u.id = g.user_id
       where g.cluster_id = $1 and g.role in ('officer', 'manager') and (g.until is null or g.until > clock_timestamp())
         and u.disabled_at is null
       order by lower(u.name), g.role, g.id`,
      [clusterId],
    );
  }

  async end(unit: Unit, clusterId: string, id: string): Promise<void> {
    await unit.manager.query('update role_grant set until = now() where id = $1 and cluster_id = $2', [
      id,
      clusterId,
    ]);
  }

  async setRole(unit: Unit, clusterId: string, id: string, role: 'officer' | 'manager'): Promise<void> {
    await unit.manager.query('update role_grant set role = $3 where id = $1 and cluster_id = $2', [
      id,
      clusterId,
      role,
    ]);
  }

  async setMandate(unit: Unit, clusterId: string, id: string, mandate: Mandate | null): Promise<void> {
    await unit.manager.query(
      'update role_grant set mandate_pilot = $3, mandate_part = $4 where id = $1 and cluster_id = $2',
      [id, clusterId, mandate?.pilot ?? null, mandate?.part ?? null],
    );
  }
}
