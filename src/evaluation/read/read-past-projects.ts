import { readCordis } from '../../ingest/index.js';
import type { SourceRow } from '../../ingest/index.js';
import type { PastParticipant, PastProject } from './past-project.js';

/** An export, read: what can be used, and how many rows could not. */
export interface PastProjects {
  /** those with a start, in the order of the file */
  readonly projects: readonly PastProject[];
  readonly refusedRows: number;
  /** projects without a start: neither known before a cut nor after it */
  readonly undated: number;
}

/**
 * The projects of a CORDIS export: a folder or zip of its CSV files, plain or gzipped. `project` and `organization`
 * must be there; classes are read where they are.
 *
 * @throws {AppError} those of `readCordis`: `ingest.source-not-found`, `ingest.cordis-table-missing`, …
 */
export async function readPastProjects(path: string): Promise<PastProjects> {
  const source = await readCordis(path);
  const count = { refused: 0, undated: 0 };
  const participants = new Map<string, Map<string, PastParticipant>>();
  for await (const row of used(source.participations(), count)) {
    const inProject = getOrAdd(participants, row.grantId, () => new Map<string, PastParticipant>());
    if (inProject.has(row.pic)) continue;
    const { name, country, nuts, type, sme } = row;
    inProject.set(row.pic, {
      organisation: row.pic,
      role: row.role,
      facts: { name, country, nuts, type, sme },
    });
  }
  const concepts = new Map<string, string[]>();
  for await (const row of used(source.projectConcepts(), count)) {
    getOrAdd(concepts, row.grantId, () => []).push(row.concept.code);
  }
  const projects = new Map<string, PastProject>();
  for await (const row of used(source.projects(), count)) {
    if (row.startDate === null) count.undated += 1;
    else if (!projects.has(row.grantId)) {
      projects.set(row.grantId, {
        id: row.grantId,
        title: row.title,
        objective: row.objective ?? '',
        keywords: row.keywords,
        startDate: row.startDate,
        topic: row.topic ?? '',
        fundingScheme: row.fundingScheme ?? '',
        legalBasis: row.legalBasis ?? '',
        concepts: concepts.get(row.grantId) ?? [],
        participants: [...(participants.get(row.grantId)?.values() ?? [])],
      });
    }
  }
  return { projects: [...projects.values()], refusedRows: count.refused, undated: count.undated };
}

/** Titles and keywords of the calls that funded projects, by identifier in lower case; the first row of each. */
export async function readCallTitles(
  path: string,
): Promise<ReadonlyMap<string, { readonly title: string; readonly keywords: readonly string[] }>> {
  const titles = new Map<string, { title: string; keywords: readonly string[] }>();
  for await (const { value } of (await readCordis(path)).topicTitles()) {
    const key = value?.topic.toLowerCase() ?? '';
    if (value !== null && !titles.has(key)) titles.set(key, { title: value.title, keywords: value.keywords });
  }
  return titles;
}

async function* used<T>(rows: AsyncGenerator<SourceRow<T>>, count: { refused: number }): AsyncGenerator<T> {
  for await (const { value } of rows) {
    if (value === null) count.refused += 1;
    else yield value;
  }
}

function getOrAdd<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const held = map.get(key);
  if (held !== undefined) return held;
  const made = make();
  map.set(key, made);
  return made;
}
