import type { Unit } from '../../platform/database/unit-of-work.js';

export const exclusionKinds = ['never-match', 'hide-from'] as const;
export type ExclusionKind = (typeof exclusionKinds)[number];

/** Whom an organisation does not want to meet. */
export interface Exclusion {
  readonly organisation: string;
  readonly name: string;
  readonly kind: ExclusionKind;
  readonly since: Date;
}

/** Most that one organisation may name. */
export const mostExclusions = 200;

/** Who is kept apart from whom. What one side said is told to that side alone. */
export class ExclusionStore {
  /** Ids of those whom these organisations do not want to meet, and of those who do not want to meet them. */
  async keptApart(unit: Unit, organisations: readonly string[]): Promise<string[]> {
    const rows = await unit.manager.query<{ id: string }[]>(
      `select other_id as id from exclusion where organisation_id = any ($1::uuid[])
       union select organisation_id from exclusion where other_id = any ($1::uuid[])`,
      [organisations],
    );
    return rows.map(({ id }) => id);
  }

  /** Which of these are kept apart from which, whoever said so: for the service alone, which tells nobody. */
  async pairsAmong(unit: Unit, organisations: readonly string[]): Promise<(readonly [string, string])[]> {
    const rows = await unit.manager.query<{ one: string; other: string }[]>(
      `select distinct least(organisation_id, other_id) as one, greatest(organisation_id, other_id) as other
       from exclusion where organisation_id = any ($1::uuid[]) and other_id = any ($1::uuid[]) order by 1, 2`,
      [organisations],
    );
    return rows.map(({ one, other }) => [one, other]);
  }

  /** Whom one organisation itself named. */
  async of(unit: Unit, organisation: string): Promise<Exclusion[]> {
    return unit.manager.query<Exclusion[]>(
      `select x.other_id as organisation, x.kind, x.created_at as since,
         coalesce((select r.legal_name from organisation_record r where r.organisation_id = x.other_id
           order by r.cluster_id nulls last, r.observed_on desc, r.id limit 1), '') as name
       from exclusion x where x.organisation_id = $1 order by name, x.other_id`,
      [organisation],
    );
  }

  async add(unit: Unit, organisation: string, other: string, kind: ExclusionKind): Promise<void> {
    await unit.manager.query(
      `insert into exclusion (organisation_id, other_id, kind) values ($1, $2, $3)
       on conflict (organisation_id, other_id) do update set kind = excluded.kind, interview_id = null`,
      [organisation, other, kind],
    );
  }

  /** Names it where nobody did yet. @param interview in which the organisation said so */
  async addFrom(unit: Unit, organisation: string, other: string, interview: string): Promise<void> {
    await unit.manager.query(
      `insert into exclusion (organisation_id, other_id, kind, interview_id) values ($1, $2, 'never-match', $3)
       on conflict (organisation_id, other_id) do nothing`,
      [organisation, other, interview],
    );
  }

  /** Takes back what that interview named; what the organisation says of its own accord stays. */
  async removeFrom(unit: Unit, organisation: string, other: string, interview: string): Promise<void> {
    await unit.manager.query(
      'delete from exclusion where organisation_id = $1 and other_id = $2 and interview_id = $3',
      [organisation, other, interview],
    );
  }

  async remove(unit: Unit, organisation: string, other: string): Promise<void> {
    await unit.manager.query('delete from exclusion where organisation_id = $1 and other_id = $2', [
      organisation,
      other,
    ]);
  }

  async count(unit: Unit, organisation: string): Promise<number> {
    const [row] = await unit.manager.query<{ count: number }[]>(
      'select count(*)::int as count from exclusion where organisation_id = $1',
      [organisation],
    );
    return row?.count ?? 0;
  }
}
