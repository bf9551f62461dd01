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

export interface ProjectConcept {
  readonly projectId: string;
  /** `/25/75/469` */
  readonly code: string;
}

/** What a project produced: evidence of all who took part in it. */
export interface ProjectResult {
  readonly id: string;
  readonly projectId: string;
  readonly source: string;
  readonly title: string;
  readonly text: string;
  readonly language: 'en' | 'it' | null;
  readonly importRunId: string | null;
}

type Rows<Row> = Iterable<Row> | AsyncIterable<Row>;

/** Writes projects of open data, who took part and what they are about; the same again changes nothing. */
export abstract class ProjectStore {
  /** @returns how many were written: new, or changed (their version rises) */
  abstract saveProjects(unit: Unit, projects: Rows<StatedProject>): Promise<number>;
  abstract saveParticipations(unit: Unit, participations: Rows<Participation>): Promise<number>;
  abstract saveConcepts(unit: Unit, concepts: Rows<ProjectConcept>): Promise<number>;
  /** Of these projects, takes away who is not among `participations` any more. */
  abstract retainParticipations(
    unit: Unit,
    projectIds: readonly string[],
    participations: readonly Participation[],
  ): Promise<number>;
  /** Of these projects, takes away the concepts that are not among `concepts` any more. */
  abstract retainConcepts(
    unit: Unit,
    projectIds: readonly string[],
    concepts: readonly ProjectConcept[],
  ): Promise<number>;
  abstract saveResults(unit: Unit, results: Rows<ProjectResult>): Promise<number>;
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
    return bulkInsert(
      unit,
      {
        table: 'project',
        columns,
        conflict: `on conflict (framework, grant_id) do update set
        ${[...projectContent, 'observed_on'].map((name) => `${name} = excluded.${name}`).join(', ')},
        version = project.version + 1
        where (${projectContent.map((name) => `project.${name}`).join(', ')})
          is distinct from (${projectContent.map((name) => `excluded.${name}`).join(', ')})`,
      },
      rows,
    );
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
    return bulkInsert(
      unit,
      {
        table: 'participation',
        columns: ['project_id', 'organisation_id', 'role', ...content],
        conflict: `on conflict (project_id, organisation_id, role) do update set
        ${content.map((name) => `${name} = excluded.${name}`).join(', ')}
        where (${content.map((name) => `participation.${name}`).join(', ')})
          is distinct from (${content.map((name) => `excluded.${name}`).join(', ')})`,
      },
      rows,
    );
  }

  saveConcepts(unit: Unit, concepts: Rows<ProjectConcept>): Promise<number> {
    const rows = mapped(concepts, ({ projectId, code }) => ({ project_id: projectId, code }));
    return bulkInsert(
      unit,
      { table: 'project_concept', columns: ['project_id', 'code'], conflict: 'on conflict do nothing' },
      rows,
    );
  }

  async retainParticipations(
    unit: Unit,
    projectIds: readonly string[],
    participations: readonly Participation[],
  ): Promise<number> {
    const [, removed] = await unit.manager.query<[unknown[], number]>(
      `delete from participation p where p.project_id = any ($1::uuid[]) and not exists (
         select 1 from unnest($2::uuid[], $3::uuid[], $4::text[]) as kept (project_id, organisation_id, role)
         where (kept.project_id, kept.organisation_id, kept.role) = (p.project_id, p.organisation_id, p.role))`,
      [
        projectIds,
        participations.map(({ projectId }) => projectId),
        participations.map(({ organisationId }) => organisationId),
        participations.map(({ role }) => role),
      ],
    );
    return removed;
  }

  async retainConcepts(
    unit: Unit,
    projectIds: readonly string[],
    concepts: readonly ProjectConcept[],
  ): Promise<number> {
    const [, removed] = await unit.manager.query<[unknown[], number]>(
      `delete from project_concept c where c.project_id = any ($1::uuid[]) and not exists (
         select 1 from unnest($2::uuid[], $3::text[]) as kept (project_id, code)
         where (kept.project_id, kept.code) = (c.project_id, c.code))`,
      [projectIds, concepts.map(({ projectId }) => projectId), concepts.map(({ code }) => code)],
    );
    return removed;
  }

  saveResults(unit: Unit, results: Rows<ProjectResult>): Promise<number> {
    const rows = mapped(results, (result) => ({
      id: result.id,
      project_id: result.projectId,
      kind: 'result',
      source: result.source,
      title: result.title,
      text: result.text,
      language: result.language,
      state: 'open',
      import_run_id: result.importRunId,
      version: 1,
    }));
    const content = ['project_id', 'title', 'text', 'language'];
    return bulkInsert(
      unit,
      {
        table: 'evidence',
        columns: ['id', 'kind', 'source', 'state', ...content, 'import_run_id', 'version'],
        conflict: `on conflict (id) do update set
        ${[...content, 'import_run_id'].map((name) => `${name} = excluded.${name}`).join(', ')},
        version = evidence.version + 1
        where (${content.map((name) => `evidence.${name}`).join(', ')})
          is distinct from (${content.map((name) => `excluded.${name}`).join(', ')})`,
      },
      rows,
    );
  }

  async removeFramework(unit: Unit, framework: string): Promise<void> {
    await unit.manager.query('delete from project where framework = $1', [framework]);
  }
}

async function* mapped<Row, Result>(rows: Rows<Row>, map: (row: Row) => Result): AsyncGenerator<Result> {
  for await (const row of rows) yield map(row);
}
