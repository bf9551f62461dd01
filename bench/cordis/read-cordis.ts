import { createReadStream, existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { createGunzip } from 'node:zlib';
import { parse } from 'csv-parse';
import type {
  ActivityType,
  CorpusDocument,
  CorpusOrganisation,
  Holder,
  HolderRole,
} from '../../src/ranking/index.js';

/** One project of the open data with its participants, the first row of each (protocol, rule 1). */
export interface CordisProject {
  readonly id: string;
  readonly title: string;
  readonly objective: string;
  readonly keywords: readonly string[];
  readonly startDate: string;
  readonly topic: string;
  readonly fundingScheme: string;
  readonly legalBasis: string;
  readonly concepts: readonly string[];
  readonly participants: readonly CordisParticipant[];
}

export interface CordisParticipant {
  readonly organisation: string;
  readonly role: HolderRole;
}

export interface CordisFacts extends CorpusOrganisation {
  readonly name: string;
}

export interface Cordis {
  readonly projects: readonly CordisProject[];
  readonly organisations: ReadonlyMap<string, CordisFacts>;
}

/** Where the open data lie; null where they are absent. */
export function sharedData(folder: string): string | null {
  const root = process.env.TESSERA_SHARED ?? '../shared';
  const path = resolve(root, 'data', folder);
  return existsSync(path) ? path : null;
}

type Row = Readonly<Record<string, string>>;

async function* rows(path: string): AsyncGenerator<Row> {
  const parser = createReadStream(path)
    .pipe(createGunzip())
    .pipe(parse({ columns: true, bom: true }));
  for await (const row of parser) yield row as Row;
}

/** The CSV files of the public folder, read whole. */
export async function readCordis(folder: string): Promise<Cordis> {
  const organisations = new Map<string, CordisFacts>();
  const participants = new Map<string, Map<string, CordisParticipant>>();
  for await (const row of rows(`${folder}/organization.csv.gz`)) {
    const id = field(row, 'organisationID');
    if (!organisations.has(id)) organisations.set(id, toFacts(id, row));
    const inProject = getOrAdd(
      participants,
      field(row, 'projectID'),
      () => new Map<string, CordisParticipant>(),
    );
    if (!inProject.has(id)) inProject.set(id, { organisation: id, role: field(row, 'role') as HolderRole });
  }
  const concepts = new Map<string, string[]>();
  for await (const row of rows(`${folder}/euroSciVoc.csv.gz`)) {
    getOrAdd(concepts, field(row, 'projectID'), () => []).push(field(row, 'euroSciVocCode'));
  }
  const projects: CordisProject[] = [];
  for await (const row of rows(`${folder}/project.csv.gz`)) {
    const id = field(row, 'id');
    projects.push({
      id,
      title: field(row, 'title'),
      objective: field(row, 'objective'),
      keywords: splitKeywords(field(row, 'keywords')),
      startDate: field(row, 'startDate'),
      topic: field(row, 'topic'),
      fundingScheme: field(row, 'fundingScheme'),
      legalBasis: field(row, 'legalBasis'),
      concepts: concepts.get(id) ?? [],
      participants: [...(participants.get(id)?.values() ?? [])],
    });
  }
  return { projects, organisations };
}

function toFacts(id: string, row: Row): CordisFacts {
  const nuts = field(row, 'nutsCode');
  const type = field(row, 'activityType');
  const sme = field(row, 'SME');
  return {
    id,
    key: id,
    name: field(row, 'name'),
    country: field(row, 'country') || null,
    nuts: nuts === '' ? null : nuts,
    type: type === '' ? null : (type as ActivityType),
    sme: sme === '' ? null : sme === 'true',
    listed: true,
  };
}

/** Titles and keywords of topics, by identifier in lower case; the first row of each. */
export async function readTopics(
  folder: string,
): Promise<Map<string, { title: string; keywords: string[] }>> {
  const topics = new Map<string, { title: string; keywords: string[] }>();
  for await (const row of rows(`${folder}/topic.csv.gz`)) {
    const topic = field(row, 'topic').toLowerCase();
    if (topics.has(topic)) continue;
    topics.set(topic, {
      title: field(row, 'title'),
      keywords: field(row, 'keywords').split('|').filter(Boolean),
    });
  }
  return topics;
}

/** A project as the evidence its participants share. */
export function toDocument(project: CordisProject): CorpusDocument {
  return {
    id: project.id,
    version: 1,
    type: 'project',
    title: project.title,
    keywords: project.keywords,
    body: project.objective,
    language: 'en',
    date: project.startDate,
    state: 'open',
    concepts: project.concepts,
    topic: project.topic,
    holders: project.participants.map(({ organisation, role }): Holder => ({
      organisation,
      role,
      share: null,
    })),
  };
}

const splitKeywords = (text: string): string[] => text.split(/[,;]/).flatMap((word) => word.trim() || []);

const field = (row: Row, name: string): string => {
  const value = row[name];
  if (value === undefined) throw new TypeError(`column '${name}' is missing`);
  return value;
};

function getOrAdd<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const held = map.get(key);
  if (held !== undefined) return held;
  const made = make();
  map.set(key, made);
  return made;
}
