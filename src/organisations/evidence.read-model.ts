import type { Unit } from '../platform/database/unit-of-work.js';
import type { EvidenceKind, EvidenceState } from './evidence.js';

/** A piece of evidence as shown beside a suggestion: enough to quote it and to find it again. */
export interface EvidenceText {
  readonly id: string;
  readonly kind: EvidenceKind;
  readonly title: string | null;
  readonly text: string;
  readonly language: 'en' | 'it' | null;
  readonly date: string | null;
  readonly state: EvidenceState;
  readonly source: string;
  /** grant agreement number, of a project */
  readonly grantId: string | null;
  /** of a project */
  readonly acronym: string | null;
  /** of a competence: `offer`, `equipment`, `test-site`, `data`, `end-user-site` */
  readonly competenceKind: string | null;
}

/** Texts by id, whether of an organisation's own evidence or of a project; what the scope may not read is absent. */
export class EvidenceReadModel {
  async texts(unit: Unit, ids: readonly string[]): Promise<Map<string, EvidenceText>> {
    const rows = await unit.manager.query<EvidenceText[]>(
      `select e.id, e.kind, e.title, e.text, e.language, e.date::text as date, e.state, e.source,
         null as "grantId", null as acronym, e.competence_kind as "competenceKind"
       from evidence e where e.id = any ($1::uuid[])
       union all
       select p.id, 'project', p.title, concat_ws(E'\\n\\n', p.title, p.objective), 'en', p.start_date::text, 'open',
         case when p.framework = 'DEMO' then 'demo' else 'cordis' end, p.grant_id, p.acronym,
         null
       from project p where p.id = any ($1::uuid[])`,
      [ids],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** All own evidence of one organisation that the scope may read, newest first. */
  async ofOrganisation(unit: Unit, organisationId: string): Promise<EvidenceText[]> {
    return unit.manager.query<EvidenceText[]>(
      `select e.id, e.kind, e.title, e.text, e.language, e.date::text as date, e.state, e.source,
         null as "grantId", null as acronym, e.competence_kind as "competenceKind"
       from evidence e where e.organisation_id = $1 and e.state <> 'rejected'
       order by e.kind = 'profile' desc, e.date desc nulls last, e.id`,
      [organisationId],
    );
  }
}
