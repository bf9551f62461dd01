import type { Unit } from '../../platform/database/unit-of-work.js';
import type { CompetenceKind } from '../evidence.js';
import { factLines, type ProfileLine, type StatedFacts } from './profile-line.js';

/** Whose draft, as which cluster holds it. */
export interface ClaimedProfile {
  readonly organisation: string;
  readonly cluster: string;
}

interface TextRow {
  readonly id: string;
  readonly kind: string;
  readonly text: string;
  readonly source: string;
  readonly date: string | null;
  readonly state: string;
  readonly competenceKind: CompetenceKind | null;
  readonly trlFrom: number | null;
  readonly trlTo: number | null;
  readonly basis: string | null;
}

/** Most lines of a kind that one person is asked to read. */
const mostLines = 60;

/** All that one cluster and open data say of an organisation, line by line. Needs a scope that reaches the cluster. */
export class ProfileLinesReadModel {
  async lines(unit: Unit, of: ClaimedProfile): Promise<ProfileLine[]> {
    const records = await this.#records(unit, of);
    return [...factLines(records), ...(await this.#texts(unit, of)), ...(await this.#projects(unit, of))];
  }

  #records(unit: Unit, { organisation, cluster }: ClaimedProfile): Promise<StatedFacts[]> {
    return unit.manager.query<StatedFacts[]>(
      `select r.source, r.observed_on::text as "observedOn", r.legal_name as "legalName",
         r.short_name as "shortName", r.country, r.city, r.nuts, r.type, r.sme, r.employees, r.url, r.site,
         r.languages, r.denied, coalesce(string_to_array(r.extra ->> 'ecosystems', '; '), '{}') as ecosystems
       from organisation_record r
       where r.organisation_id = $1 and (r.cluster_id is null or r.cluster_id = $2)
       order by array_position(array['self', 'members', 'cordis', 'demo'], r.source), r.observed_on desc, r.id`,
      [organisation, cluster],
    );
  }

  async #texts(unit: Unit, { organisation, cluster }: ClaimedProfile): Promise<ProfileLine[]> {
    const rows = await unit.manager.query<TextRow[]>(
      `select e.id, e.kind, e.text, e.source, e.date::text as date, e.state, e.competence_kind as "competenceKind",
         e.trl_from as "trlFrom", e.trl_to as "trlTo", e.basis
       from evidence e
       where e.organisation_id = $1 and e.kind in ('profile', 'competence') and e.state <> 'rejected'
         and e.cluster_id = $2
       order by e.kind = 'profile' desc, e.state = 'confirmed' desc, e.date desc nulls last, e.id limit $3`,
      [organisation, cluster, mostLines],
    );
    return rows.map(({ id, kind, text, source, date, state, competenceKind, trlFrom, trlTo, basis }) => ({
      ref: `evidence:${id}`,
      group: kind === 'profile' ? 'profile' : 'competences',
      field: null,
      text,
      source,
      date,
      confirmed: state === 'confirmed',
      competence: kind === 'competence' ? { kind: competenceKind, trlFrom, trlTo, basis } : null,
    }));
  }

  async #projects(unit: Unit, { organisation }: ClaimedProfile): Promise<ProfileLine[]> {
    const rows = await unit.manager.query<
      { id: string; text: string; source: string; date: string | null }[]
    >(
      `select p.id, concat_ws(': ', p.acronym, p.title) as text, p.start_date::text as date,
         case when p.framework = 'DEMO' then 'demo' else 'cordis' end as source
       from project p where p.id in (select project_id from participation where organisation_id = $1)
         and not exists (select from disowned_project d where d.project_id = p.id and d.organisation_id = $1)
       order by p.start_date desc nulls last, p.id limit $2`,
      [organisation, mostLines],
    );
    return rows.map(({ id, text, source, date }) => ({
      ref: `project:${id}`,
      group: 'projects',
      field: null,
      text,
      source,
      date,
      confirmed: false,
      competence: null,
    }));
  }
}
