import type { Unit } from '../platform/database/unit-of-work.js';
import type { SharedEvidence, SharedMember } from './shared-member.js';

const memberColumns = `s.id, s.cluster_id as "clusterId", s.level, s.country, s.region, s.type, s.sme,
  s.size_band as "sizeBand", s.roles, s.name, s.url, s.invented`;

const evidenceColumns = `e.id, e.member_id as "memberId", e.kind, e.text, e.language, e.year, e.state,
  e.competence_kind as "competenceKind", e.trl_from as "trlFrom", e.trl_to as "trlTo"`;

/** Members of sister clusters, as far as the asker's scope reaches: row-level security knows the agreements. */
export class SharedMembersReadModel {
  /** By id; of one that is in several clusters of the asker's sisters, what the first shows. */
  async cards(unit: Unit, ids: readonly string[]): Promise<Map<string, SharedMember>> {
    const rows = await unit.manager.query<SharedMember[]>(
      `select distinct on (s.id) ${memberColumns} from shared_member s where s.id = any ($1::uuid[])
       order by s.id, s.cluster_id`,
      [ids],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  async texts(unit: Unit, ids: readonly string[]): Promise<SharedEvidence[]> {
    return unit.manager.query<SharedEvidence[]>(
      `select ${evidenceColumns} from shared_evidence e where e.id = any ($1::uuid[])`,
      [ids],
    );
  }

  /** What one cluster shows of one. */
  async ofMember(unit: Unit, id: string, clusterId: string): Promise<SharedEvidence[]> {
    return unit.manager.query<SharedEvidence[]>(
      `select ${evidenceColumns} from shared_evidence e where e.member_id = $1 and e.cluster_id = $2
       order by e.kind, e.id`,
      [id, clusterId],
    );
  }

  /** All that one cluster shows, in order of id. */
  async ofCluster(
    unit: Unit,
    clusterId: string,
  ): Promise<{ readonly members: SharedMember[]; readonly evidence: SharedEvidence[] }> {
    return {
      members: await unit.manager.query<SharedMember[]>(
        `select ${memberColumns} from shared_member s where s.cluster_id = $1 order by s.id`,
        [clusterId],
      ),
      evidence: await unit.manager.query<SharedEvidence[]>(
        `select ${evidenceColumns} from shared_evidence e where e.cluster_id = $1 order by e.id`,
        [clusterId],
      ),
    };
  }

  /** Changes with anything that one cluster shows. */
  async fingerprint(unit: Unit, clusterId: string): Promise<string> {
    const [row] = await unit.manager.query<{ fingerprint: string }[]>(
      `select md5(concat_ws('|',
         (select string_agg(s::text, '|' order by s.id) from shared_member s where s.cluster_id = $1),
         (select string_agg(e.id::text, '|' order by e.id) from shared_evidence e where e.cluster_id = $1)))
         as fingerprint`,
      [clusterId],
    );
    return row?.fingerprint ?? '';
  }
}
