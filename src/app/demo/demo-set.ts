import type { OpportunityRecord } from '../../opportunities/index.js';
import { readYaml, type YamlValue } from '../../platform/yaml/yaml-value.js';
import { readClusters, type DemoCluster } from './demo-cluster.js';
import { DemoNames } from './demo-names.js';
import { readOrganisations, type DemoOrganisation } from './demo-organisation.js';
import { readProjects, type DemoProject } from './demo-project.js';
import { badDemoFile } from './demo-set.errors.js';
import { readTopics } from './demo-topic.js';

/** One file of the set: its name, for complaints, and its text. */
export interface DemoFile {
  readonly name: string;
  readonly text: string;
}

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
  const names = new DemoNames();
  return {
    // in this order: organisations name clusters, projects name organisations
    clusters: readClusters(read(files.clusters), names),
    organisations: files.organisations.flatMap((file) => readOrganisations(read(file), names)),
    projects: readProjects(read(files.projects), names),
    topics: readTopics(read(files.topics), names),
  };
}

const read = ({ name, text }: DemoFile): YamlValue => readYaml(name, text, badDemoFile);
