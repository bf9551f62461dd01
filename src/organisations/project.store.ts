import { bulkInsert } from '../platform/database/bulk-insert.js';
import type { Unit } from '../platform/database/unit-of-work.js';
import type { ParticipationRole } from './evidence.js';

/** A funded project as a source states it. */
export interface StatedProject {
  readonly id: string;
  readonly framework: string;
  readonly grantId: string;
  readonly acronym: string;
  readonly title: string;
  readonly objective: string | null;
  readonly keywords: readonly string[];
  readonly status: string | null;
  readonly startDate: string | null;
  readonly endDate: string | null;
  readonly topic: string | null;
  readonly fundingScheme: string | null;
  readonly legalBasis: string | null;
  readonly totalCostEur: number | null;
  readonly maxContributionEur: number | null;
  readonly invented: boolean;
  readonly observedOn: string;
}

export interface Participation {
  readonly projectId: string;
  readonly organisationId: string;
  readonly role: ParticipationRole;
  readonly position: number | null;
  readonly contributionEur: number | null;
  readonly ended: boolean;
}

type Rows<Row> = Iterable<Row> | AsyncIterable<Row>;

/** Writes projects of open data, who took part and what they are about; the same again changes nothing. */
export abstract class ProjectStore {
  /** @returns how many were written: new, or changed (their version rises) */
  abstract saveProjects(unit: Unit, projects: Rows<StatedProject>): Promise<number>;
  abstract saveParticipations(unit: Unit, participations: Rows<Participation>): Promise<number>;
  abstract saveConcepts(
    unit: Unit,
    concepts: Rows<{ readonly projectId: string; readonly code: string }>,
  ): Promise<number>;
  /** Removes a framework's projects, with all that hangs on them. */
  abstract removeFramework(unit: Unit, framework: string): Promise<void>;
}

const projectContent = [
  'acronym',
  'title',
  'objective',
  'keywords',
  'status',
  'start_date',
  'end_date',
  'topic',
  'funding_scheme',
  'legal_basis',
  'total_cost_eur',
  'max_contribution_eur',
];

export class PostgresProjectStore extends ProjectStore {
  saveProjects(unit: Unit, projects: Rows<StatedProject>): Promise<number> {
    const rows = mapped(projects, (project) => ({
      id: project.id,
      framework: project.framework,
      grant_id: project.grantId,
      acronym: project.acronym,
      title: project.title,
      objective: project.objective,
      keywords: project.keywords,
      status: project.status,
      start_date: project.startDate,
      end_date: project.endDate,
      topic: project.topic,
      funding_scheme: project.fundingScheme,
      legal_basis: project.legalBasis,
      total_cost_eur: project.totalCostEur,
      max_contribution_eur: project.maxContributionEur,
      invented: project.invented,
      observed_on: project.observedOn,
      version: 1,
    }));
    const columns = ['id', 'framework', 'grant_id', ...projectContent, 'invented', 'observed_on', 'version'];
    return bulkInsert(unit, 'project', columns, rows, {
      conflict: `on conflict (framework, grant_id) do update set
        ${[...projectContent, 'observed_on'].map((name) => `${name} = excluded.${name}`).join(', ')},
        version = project.version + 1
        where (${projectContent.map((name) => `project.${name}`).join(', ')})
          is distinct from (${projectContent.map((name) => `excluded.${name}`).join(', ')})`,
    });
  }

  saveParticipations(unit: Unit, participations: Rows<Participation>): Promise<number> {
    const rows = mapped(participations, (participation) => ({
      project_id: participation.projectId,
      organisation_id: participation.organisationId,
      role: participation.role,
      position: participation.position,
      contribution_eur: participation.contributionEur,
      ended: participation.ended,
    }));
    const content = ['position', 'contribution_eur', 'ended'];
    return bulkInsert(unit, 'participation', ['project_id', 'organisation_id', 'role', ...content], rows, {
      conflict: `on conflict (project_id, organisation_id, role) do update set
        ${content.map((name) => `${name} = excluded.${name}`).join(', ')}
        where (${content.map((name) => `participation.${name}`).join(', ')})
          is distinct from (${content.map((name) => `excluded.${name}`).join(', ')})`,
    });
  }

  saveConcepts(
    unit: Unit,
    concepts: Rows<{ readonly projectId: string; readonly code: string }>,
  ): Promise<number> {
    const rows = mapped(concepts, ({ projectId, code }) => ({ project_id: projectId, code }));
    return bulkInsert(unit, 'project_concept', ['project_id', 'code'], rows, {
      conflict: 'on conflict do nothing',
    });
  }

  async removeFramework(unit: Unit, framework: string): Promise<void> {
    await unit.manager.query('delete from project where framework = $1', [framework]);
  }
}

async function* mapped<Row, Result>(rows: Rows<Row>, map: (row: Row) => Result): AsyncGenerator<Result> {
  for await (const row of rows) yield map(row);
}
