import type { OpportunityRecord } from '../../opportunities/index.js';
import { readClusters, type DemoCluster } from './demo-cluster.js';
import { readOrganisations, type DemoOrganisation } from './demo-organisation.js';
import { readProjects, type DemoProject } from './demo-project.js';
import { badDemoFile } from './demo-set.errors.js';
import { readTopics } from './demo-topic.js';
import { readDemoFile, type DemoFile } from './demo-value.js';

/** The files of `data/demo/`, as read from the disk. */
export interface DemoFiles {
  readonly clusters: DemoFile;
  readonly organisations: readonly DemoFile[];
  readonly projects: DemoFile;
  readonly topics: DemoFile;
}

/**
 * What a first start shows: nine real clusters and some forty real topics, with invented members, organisations
 * abroad and past projects. Whatever one part names exists in the other.
 */
export interface DemoSet {
  readonly clusters: readonly DemoCluster[];
  readonly organisations: readonly DemoOrganisation[];
  readonly projects: readonly DemoProject[];
  readonly topics: readonly OpportunityRecord[];
}

/**
 * Reads the demonstration set. Strict: an unknown key, a value out of place, a key used twice or a name that leads
 * nowhere stops it.
 *
 * @throws {AppError} `demo.bad-file`, naming file, line and key
 */
export function parseDemoSet(files: DemoFiles): DemoSet {
  const set: DemoSet = {
    clusters: readClusters(readDemoFile(files.clusters)),
    organisations: files.organisations.flatMap((file) => readOrganisations(readDemoFile(file))),
    projects: readProjects(readDemoFile(files.projects)),
    topics: readTopics(readDemoFile(files.topics)),
  };
  checkOnce(files, set);
  checkNames(files, set);
  return set;
}

function checkOnce(files: DemoFiles, set: DemoSet): void {
  const pics = [...set.clusters, ...set.organisations].flatMap(({ pic }) => pic ?? []);
  once(
    [files.clusters],
    'slug',
    set.clusters.map(({ slug }) => slug),
  );
  once(
    files.organisations,
    'id',
    set.organisations.map(({ id }) => id),
  );
  once(
    files.organisations,
    'legalName',
    set.organisations.map(({ legalName }) => legalName),
  );
  once(files.organisations, 'pic', pics);
  once(
    [files.projects],
    'grantId',
    set.projects.map(({ grantId }) => grantId),
  );
  once(
    [files.projects],
    'acronym',
    set.projects.map(({ acronym }) => acronym),
  );
  once(
    [files.topics],
    'identifier',
    set.topics.map(({ identifier }) => identifier),
  );
  for (const { acronym, participants } of set.projects)
    once(
      [files.projects],
      `${acronym}: organisation`,
      participants.map(({ organisation }) => organisation),
    );
}

function checkNames(files: DemoFiles, set: DemoSet): void {
  const clusters = new Set(set.clusters.map(({ slug }) => slug));
  for (const { id, memberships } of set.organisations)
    for (const { cluster } of memberships)
      if (!clusters.has(cluster)) throw unknown(files.organisations, id, 'cluster', cluster);

  const organisations = new Set(set.organisations.map(({ id }) => id));
  for (const { acronym, participants } of set.projects)
    for (const { organisation } of participants)
      if (!organisations.has(organisation))
        throw unknown([files.projects], acronym, 'organisation', organisation);
}

/** Keys are compared without letter case: that is how the database will compare them. */
function once(files: readonly DemoFile[], key: string, values: readonly string[]): void {
  const seen = new Set<string>();
  for (const value of values) {
    if (seen.has(value.toLowerCase())) {
      const { name, line } = lastPlace(files, value);
      throw badDemoFile(name, line, key, `'${value}' stands twice`);
    }
    seen.add(value.toLowerCase());
  }
}

function unknown(files: readonly DemoFile[], owner: string, key: string, value: string): Error {
  const { name, line } = lastPlace(files, value);
  return badDemoFile(name, line, key, `${owner} names '${value}', which is not in the set`);
}

/** The last line of these files that holds a value: where the second of two stands. */
function lastPlace(files: readonly DemoFile[], value: string): { name: string; line: number } {
  const places = files.flatMap(({ name, text }) =>
    text.split('\n').flatMap((line, at) => (line.includes(value) ? [{ name, line: at + 1 }] : [])),
  );
  return places.at(-1) ?? { name: files.map(({ name }) => name).join(', '), line: 1 };
}
