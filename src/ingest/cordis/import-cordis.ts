import { basename } from 'node:path';

import { Injectable } from '@nestjs/common';

import {
  type OrganisationId,
  OrganisationReadModel,
  OrganisationStore,
  type Participation,
  type ProjectResult,
  ProjectStore,
  type StatedProject,
} from '../../organisations/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { systemScope } from '../../platform/database/scope.js';
import { type Unit, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { newId, stableId } from '../../platform/ids/uuid.js';
import type { Validator } from '../../sources/index.js';
import { chunks, counted, type ImportOptions, type ImportOutcome } from '../import-outcome.js';
import type { RowPlace, SourceProblem } from '../reading/source-problem.js';
import { ImportProblems } from '../import-problems.js';
import { OpenDataRuns } from '../open-data-runs.js';
import { withAncestors } from './concept-tree.js';
import type { ConceptRow } from './cordis-rows.js';
import { LearnedConceptStore } from './learned-concept.store.js';
import { type CordisOrganisation, joinFacts, type ProjectDates } from './organisation-facts.js';
import { Participations } from './participations.js';
import { type CordisSource, readCordis } from './read-cordis.js';
import { cordis, isEvidence, toProject, toRecord, toResult } from './cordis-to-store.js';

/** What one import carries from table to table. */
interface Job {
  readonly unit: Unit;
  readonly runId: string;
  readonly today: string;
  readonly source: CordisSource;
  readonly problems: ImportProblems;
  readonly onProgress: ImportOptions['onProgress'];
  /** by grant number */
  readonly projects: Map<string, ProjectDates & { readonly id: string }>;
  /** the newest day on which CORDIS changed a project */
  updatedOn: string | null;
}

/** What is known of an export that was fetched from where it is published. */
export interface Fetched {
  readonly fileName: string;
  /** null: the server did not say */
  readonly publishedAt: Date | null;
  readonly validator: Validator;
}

const timeoutMs = 300_000;
/** Organisations or projects in one statement. */
const chunkSize = 1_000;

/**
 * Takes a CORDIS export in: projects, organisations, participations, EuroSciVoc classes and results, in one
 * transaction. The same files again change nothing.
 *
 * An organisation is the one with its PIC, or a new one; either is listed from then on. A project's participants and
 * classes become what the export says; projects that are not in it stay as they are.
 */
@Injectable()
export class ImportCordis {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly runs: OpenDataRuns,
    private readonly registry: OrganisationReadModel,
    private readonly organisations: OrganisationStore,
    private readonly projects: ProjectStore,
    private readonly concepts: LearnedConceptStore,
  ) {}

  /**
   * @param path folder or zip
   * @param fetched left out: a file that somebody hands in
   * @throws {AppError} what `readCordis` throws; `ingest.rows-refused` in strict mode; nothing is changed then
   */
  async run(path: string, options: ImportOptions = {}, fetched?: Fetched): Promise<ImportOutcome> {
    const source = await readCordis(path);
    const today = this.clock.now().toISOString().slice(0, 10);
    const problems = new ImportProblems();
    const runId = newId();
    return this.unitOfWork.run(
      systemScope(),
      async (unit) => {
        const { onProgress } = options;
        const job: Job = {
          unit,
          runId,
          today,
          source,
          problems,
          onProgress,
          projects: new Map(),
          updatedOn: null,
        };
        const counts = await this.#apply(job);
        if (options.strict === true) problems.refuseAny();
        const outcome = {
          counts: { ...counts, refused: problems.refused, noted: problems.noted },
          notes: [`read: ${source.read.join(', ')}`, `not read: ${source.ignored.join(', ') || 'none'}`],
        };
        await this.runs.applied(unit, {
          id: runId,
          source: cordis,
          fileName: fetched?.fileName ?? basename(path),
          sha256: fetched?.validator.sha256 ?? null,
          ...outcome,
          rows: problems.rows(),
          dataAt: fetched?.publishedAt ?? dayOf(job.updatedOn),
          validator: fetched?.validator ?? null,
        });
        return { runId, ...outcome, problems: problems.kept };
      },
      { statementTimeoutMs: timeoutMs },
    );
  }

  async #apply(job: Job): Promise<Record<string, number>> {
    const projectsWritten = await this.projects.saveProjects(job.unit, this.#projects(job));
    const { participations, organisations } = await this.#readParticipations(job);
    const ids = await this.#saveOrganisations(job, organisations);
    const participationsWritten = await this.#saveParticipations(job, participations, ids);
    const concepts = await this.#saveConcepts(job);
    const results = await this.projects.saveResults(job.unit, this.#results(job));
    return {
      projects: job.projects.size,
      projectsWritten,
      organisations: organisations.size,
      organisationsNew: organisations.size - ids.known,
      participations: participations.count,
      participationsWritten,
      ...concepts,
      resultsWritten: results,
    };
  }

  async *#projects(job: Job): AsyncGenerator<StatedProject> {
    for await (const row of counted(job.source.projects(), 'projects', job.onProgress)) {
      const project = job.problems.take(row);
      if (project === null) continue;
      if (job.projects.has(project.grantId)) {
        leaveOut(job, row.place, { column: 'id', value: project.grantId, problem: 'duplicate' });
        continue;
      }
      const stated = toProject(project, project.updatedOn ?? job.today);
      const { id, startDate, observedOn } = stated;
      job.updatedOn = later(job.updatedOn, project.updatedOn);
      job.projects.set(project.grantId, { id, startDate: startDate ?? '', observedOn });
      yield stated;
    }
  }

  async #readParticipations(job: Job) {
    const participations = new Participations();
    const organisations = new Map<string, CordisOrganisation>();
    for await (const row of counted(job.source.participations(), 'participations', job.onProgress)) {
      const participation = job.problems.take(row);
      if (participation === null) continue;
      const project = job.projects.get(participation.grantId);
      if (project === undefined) {
        leaveOut(job, row.place, {
          column: 'projectID',
          value: participation.grantId,
          problem: 'unknown-project',
        });
        continue;
      }
      participations.add(participation);
      organisations.set(
        participation.pic,
        joinFacts(organisations.get(participation.pic), participation, project),
      );
    }
    return { participations, organisations };
  }

  async #saveOrganisations(job: Job, organisations: ReadonlyMap<string, CordisOrganisation>) {
    const { unit, runId } = job;
    const standing = await this.registry.idsByPic(unit, [...organisations.keys()]);
    const ids = new Map<string, OrganisationId>();
    for (const some of chunks([...organisations.values()], chunkSize)) {
      for (const { pic } of some) {
        ids.set(pic, standing.get(pic) ?? (stableId('organisation', 'pic', pic) as OrganisationId));
      }
      const idOf = (organisation: CordisOrganisation): OrganisationId => known(ids, organisation.pic);
      await this.organisations.register(
        unit,
        some.map((one) => ({
          id: idOf(one),
          pic: one.pic,
          vatNumber: one.vatNumber,
          listed: true,
          invented: false,
        })),
      );
      await this.organisations.saveRecords(
        unit,
        some.map((one) => toRecord(idOf(one), one, runId)),
      );
    }
    return { byPic: ids, known: standing.size };
  }

  async #saveParticipations(
    job: Job,
    participations: Participations,
    ids: { readonly byPic: ReadonlyMap<string, OrganisationId> },
  ) {
    let written = 0;
    for (const some of chunks([...job.projects], chunkSize)) {
      const rows: Participation[] = some.flatMap(([grantId, { id: projectId }]) =>
        participations.of(grantId).map(({ pic, ...participation }) => ({
          projectId,
          organisationId: known(ids.byPic, pic),
          ...participation,
        })),
      );
      const projectIds = some.map(([, { id }]) => id);
      written += await this.projects.retainParticipations(job.unit, projectIds, rows);
      written += await this.projects.saveParticipations(job.unit, rows);
      job.onProgress?.({ step: 'participations written', rows: written });
    }
    return written;
  }

  async #saveConcepts(job: Job): Promise<Record<string, number>> {
    const concepts = new Map<string, ConceptRow>();
    const codes = new Map<string, Set<string>>();
    for await (const row of counted(job.source.projectConcepts(), 'concepts', job.onProgress)) {
      const found = job.problems.take(row);
      if (found === null) continue;
      const project = job.projects.get(found.grantId);
      if (project === undefined) {
        leaveOut(job, row.place, { column: 'projectID', value: found.grantId, problem: 'unknown-project' });
        continue;
      }
      for (const concept of withAncestors(found.concept))
        if (concept.label !== '') concepts.set(concept.code, concept);
      codes.set(project.id, (codes.get(project.id) ?? new Set()).add(found.concept.code));
    }
    // A file that is not there says nothing about what projects are about.
    if (codes.size === 0) return { concepts: 0, projectConceptsWritten: 0 };
    await this.concepts.save(job.unit, [...concepts.values()]);
    let written = 0;
    for (const some of chunks(
      [...job.projects.values()].map(({ id }) => id),
      chunkSize,
    )) {
      const rows = some.flatMap((projectId) =>
        [...(codes.get(projectId) ?? [])].map((code) => ({ projectId, code })),
      );
      written += await this.projects.retainConcepts(job.unit, some, rows);
      written += await this.projects.saveConcepts(job.unit, rows);
    }
    return { concepts: concepts.size, projectConceptsWritten: written };
  }

  async *#results(job: Job): AsyncGenerator<ProjectResult> {
    const seen = new Set<string>();
    for await (const row of counted(job.source.results(), 'results', job.onProgress)) {
      const result = job.problems.take(row);
      const project = result === null ? undefined : job.projects.get(result.grantId);
      if (result === null || project === undefined || !isEvidence(result) || seen.has(result.resultId))
        continue;
      seen.add(result.resultId);
      yield toResult(result, project.id, job.runId);
    }
  }
}

const later = (a: string | null, b: string | null): string | null => (a === null || (b ?? '') > a ? b : a);
const dayOf = (date: string | null): Date | null => (date === null ? null : new Date(`${date}T00:00:00Z`));

/** A row that another row or table of the export rules out. */
function leaveOut(
  job: Job,
  place: RowPlace,
  fault: Pick<SourceProblem, 'column' | 'value' | 'problem'>,
): void {
  const why =
    fault.problem === 'duplicate' ? 'the project stands twice' : 'there is no such project in the export';
  job.problems.add({ severity: 'refused', ...place, ...fault, message: `${why}; row left out` });
}

function known<T>(ids: ReadonlyMap<string, T>, key: string): T {
  const id = ids.get(key);
  if (id === undefined) throw new RangeError(`no id was given for ${key}`);
  return id;
}
