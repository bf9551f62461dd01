import { bulkInsert } from '../platform/database/bulk-insert.js';
import type { Unit } from '../platform/database/unit-of-work.js';
import { newId } from '../platform/ids/uuid.js';
import type { SharedEvidence, SharedMember } from './shared-member.js';

/** Writes what sisters may see, in the scope of the service. */
export class SharedMemberStore {
  /** The masks of these organisations, made where there was none. */
  async masks(unit: Unit, organisations: readonly string[]): Promise<Map<string, string>> {
    await unit.manager.query(
      `insert into mask (id, organisation_id) select * from unnest($1::uuid[], $2::uuid[]) on conflict do nothing`,
      [organisations.map(() => newId()), organisations],
    );
    return this.standing(unit, organisations);
  }

  /** Those that have one, by organisation. */
  async standing(unit: Unit, organisations: readonly string[]): Promise<Map<string, string>> {
    const rows = await unit.manager.query<{ id: string; organisation: string }[]>(
      'select id, organisation_id as organisation from mask where organisation_id = any ($1::uuid[])',
      [organisations],
    );
    return new Map(rows.map(({ id, organisation }) => [organisation, id]));
  }

  /** Who is behind a mask; null where nobody is. */
  async behind(unit: Unit, id: string): Promise<string | null> {
    const [row] = await unit.manager.query<{ organisation: string }[]>(
      'select organisation_id as organisation from mask where id = $1',
      [id],
    );
    return row?.organisation ?? null;
  }

  /** Who is behind these, each with the cluster that shows it. */
  async behindAll(
    unit: Unit,
    ids: readonly string[],
  ): Promise<{ readonly organisation: string; readonly cluster: string }[]> {
    return unit.manager.query(
      `select k.organisation_id as organisation, min(s.cluster_id::text) as cluster
       from mask k join shared_member s on s.id = k.id where k.id = any ($1::uuid[]) group by 1`,
      [ids],
    );
  }

  /** Masks that nobody may see just now, wherever a file still speaks of them. */
  async withdrawn(unit: Unit): Promise<string[]> {
    const rows = await unit.manager.query<{ id: string }[]>(
      'select k.id from mask k where not exists (select from shared_member s where s.id = k.id)',
    );
    return rows.map(({ id }) => id);
  }

  /** All that one cluster shows takes the place of what it showed. */
  async replace(
    unit: Unit,
    clusterId: string,
    members: readonly SharedMember[],
    evidence: readonly SharedEvidence[],
  ): Promise<void> {
    await unit.manager.query('delete from shared_member where cluster_id = $1', [clusterId]);
    await bulkInsert(
      unit,
      { table: 'shared_member', columns: memberColumns },
      members.map((member) => ({
        id: member.id,
        cluster_id: clusterId,
        level: member.level,
        country: member.country,
        region: member.region,
        type: member.type,
        sme: member.sme,
        size_band: member.sizeBand,
        roles: member.roles,
        name: member.name,
        url: member.url,
        invented: member.invented,
      })),
    );
    await bulkInsert(
      unit,
      { table: 'shared_evidence', columns: evidenceColumns },
      evidence.map((item) => ({
        id: item.id,
        member_id: item.memberId,
        cluster_id: clusterId,
        kind: item.kind,
        text: item.text,
        language: item.language,
        year: item.year,
        state: item.state,
        competence_kind: item.competenceKind,
        trl_from: item.trlFrom,
        trl_to: item.trlTo,
      })),
    );
  }

  /** From what the cluster's shared members were last made; null: never. */
  async madeFrom(unit: Unit, clusterId: string): Promise<string | null> {
    const [row] = await unit.manager.query<{ fingerprint: string }[]>(
      'select fingerprint from sharing_state where cluster_id = $1',
      [clusterId],
    );
    return row?.fingerprint ?? null;
  }

  async made(unit: Unit, clusterId: string, fingerprint: string): Promise<void> {
    await unit.manager.query(
      `insert into sharing_state (cluster_id, fingerprint) values ($1, $2)
       on conflict (cluster_id) do update set fingerprint = excluded.fingerprint, published_at = now()`,
      [clusterId, fingerprint],
    );
  }
}

const memberColumns = [
  'id',
  'cluster_id',
  'level',
  'country',
  'region',
  'type',
  'sme',
  'size_band',
  'roles',
  'name',
  'url',
  'invented',
];

const evidenceColumns = [
  'id',
  'member_id',
  'cluster_id',
  'kind',
  'text',
  'language',
  'year',
  'state',
  'competence_kind',
  'trl_from',
  'trl_to',
];
