import type { Unit } from '../platform/database/unit-of-work.js';
import { isLive } from './live-membership.js';
import type { EvidenceState, ParticipationRole } from './evidence.js';

/** A text that ranking reads, with those it speaks for. */
export interface CorpusText {
  readonly id: string;
  readonly version: number;
  readonly kind: 'profile' | 'competence' | 'project' | 'result';
  readonly title: string;
  readonly keywords: readonly string[];
  readonly text: string;
  readonly language: 'en' | 'it' | null;
  /** ISO date: of a project, its start */
  readonly date: string | null;
  readonly state: EvidenceState;
  readonly concepts: readonly string[];
  readonly topic: string | null;
  readonly trlFrom: number | null;
  readonly trlTo: number | null;
  readonly holders: readonly Holder[];
}

export interface Holder {
  readonly organisation: string;
  readonly role: ParticipationRole | null;
  readonly contributionEur: number | null;
}

export interface CorpusMember {
  readonly id: string;
  readonly pic: string | null;
  readonly name: string;
  readonly country: string | null;
  readonly nuts: string | null;
  readonly type: string | null;
  readonly sme: boolean | null;
  readonly invented: boolean;
}

const pageSize = 2_000;

/**
 * All that one audience may be ranked by: open data (`clusterId` null), or what one cluster knows of its members.
 * Read page by page in the caller's transaction; use a `snapshot` view, so that all pages agree.
 */
export class CorpusReadModel {
  /** Changes whenever something that the audience is ranked by changed. */
  async fingerprint(unit: Unit, clusterId: string | null): Promise<string> {
    const [row] = await unit.manager.query<{ fingerprint: string }[]>(
      `select md5(concat_ws('|',
         (select count(*) || ':' || coalesce(sum(hashtextextended(id::text || version, 0)), 0) from evidence
           where cluster_id is not distinct from $1::uuid),
         (select count(*) || ':' || coalesce(sum(hashtextextended(id::text || version, 0)), 0)
           from organisation_record where cluster_id is not distinct from $1::uuid),
         case when $1::uuid is null then (select count(*) || ':' ||
           coalesce(sum(hashtextextended(id::text || version, 0)), 0) from project) end,
         case when $1::uuid is null then (select count(*)::text from participation) end,
         (select count(*) || ':' || coalesce(sum(hashtextextended(id::text || version, 0)), 0) from membership
           where cluster_id = $1::uuid))) as fingerprint`,
      [clusterId],
    );
    return row?.fingerprint ?? '';
  }

  /** The same over all audiences in scope at once: changes with anything that any of them is ranked by. */
  async fingerprintInScope(unit: Unit): Promise<string> {
    const versions = (table: string): string =>
      `(select count(*) || ':' || coalesce(sum(hashtextextended(id::text || version, 0)), 0) from ${table})`;
    const [row] = await unit.manager.query<{ fingerprint: string }[]>(
      `select md5(concat_ws('|', ${['evidence', 'organisation_record', 'project', 'membership'].map(versions).join(', ')},
         (select count(*)::text from participation))) as fingerprint`,
    );
    return row?.fingerprint ?? '';
  }

  /** One row per organisation of the audience, in order of id. */
  async *organisations(unit: Unit, clusterId: string | null): AsyncGenerator<CorpusMember> {
    yield* pages(async (after) =>
      unit.manager.query<CorpusMember[]>(
        `select distinct on (o.id) o.id, o.pic, r.legal_name as name, r.country, r.nuts, r.type, r.sme, o.invented
         from organisation o join organisation_record r on r.organisation_id = o.id
         where r.cluster_id is not distinct from $1::uuid and o.id > $2::uuid
           and ($1::uuid is null or exists (select 1 from membership m
             where m.organisation_id = o.id and m.cluster_id = $1 and ${isLive('m')}))
         order by o.id, r.observed_on desc, r.id limit $3`,
        [clusterId, after, pageSize],
      ),
    );
  }

  /** Profiles, competences and results of organisations; projects too, where the audience is open. */
  async *texts(unit: Unit, clusterId: string | null): AsyncGenerator<CorpusText> {
    if (clusterId === null) yield* pages((after) => this.#projects(unit, after));
    yield* pages((after) => this.#ownTexts(unit, clusterId, after));
  }

  #projects(unit: Unit, after: string): Promise<CorpusText[]> {
    return unit.manager.query<CorpusText[]>(
      `select p.id, p.version, 'project' as kind, p.title, p.keywords,
         coalesce(p.objective, '') as text, 'en' as language, p.start_date::text as date, 'open' as state,
         coalesce((select array_agg(c.code order by c.code) from project_concept c where c.project_id = p.id), '{}')
           as concepts,
         p.topic, null::int as "trlFrom", null::int as "trlTo",
         coalesce((select json_agg(json_build_object('organisation', pp.organisation_id, 'role', pp.role,
             'contributionEur', pp.contribution_eur) order by pp.position, pp.organisation_id, pp.role)
           from participation pp where pp.project_id = p.id), '[]') as holders
       from project p where p.id > $1::uuid order by p.id limit $2`,
      [after, pageSize],
    );
  }

  #ownTexts(unit: Unit, clusterId: string | null, after: string): Promise<CorpusText[]> {
    return unit.manager.query<CorpusText[]>(
      `select e.id, e.version, e.kind, coalesce(e.title, '') as title, '{}'::text[] as keywords, e.text, e.language,
         e.date::text as date, e.state, '{}'::text[] as concepts, null as topic,
         e.trl_from as "trlFrom", e.trl_to as "trlTo",
         json_build_array(json_build_object('organisation', e.organisation_id, 'role', null,
           'contributionEur', null)) as holders
       from evidence e
       where e.cluster_id is not distinct from $1::uuid and e.organisation_id is not null and e.id > $2::uuid
         and e.state <> 'rejected' and e.competence_kind is distinct from 'need'
         and ($1::uuid is null or exists (select 1 from membership m
           where m.organisation_id = e.organisation_id and m.cluster_id = $1 and ${isLive('m')}))
       order by e.id limit $3`,
      [clusterId, after, pageSize],
    );
  }
}

async function* pages<Row extends { readonly id: string }>(
  read: (after: string) => Promise<Row[]>,
): AsyncGenerator<Row> {
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const rows = await read(after);
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < pageSize) return;
    after = last.id;
  }
}
