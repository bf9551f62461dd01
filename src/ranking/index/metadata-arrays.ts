import type { CorpusDocument, CorpusOrganisation } from '../corpus-document.js';
import { RankingError } from '../ranking-error.js';
import { dayOf, notStated } from './calendar.js';
import { activityCode, countryCode, roleCode, stateCode, typeCode } from './segment-format.js';
import type { SegmentArrays } from './segment-format.js';
import { stringTableData } from './string-table.js';

/** A document without its text. */
export interface StoredDocument extends Omit<CorpusDocument, 'title' | 'keywords' | 'body'> {
  readonly lengths: readonly [title: number, keywords: number, body: number];
  /** where its terms were put while reading */
  readonly row: number;
}

type Starting<Prefix extends string> = Extract<keyof SegmentArrays, `${Prefix}${string}`>;
type DocumentArrays = Pick<
  SegmentArrays,
  Exclude<Starting<'document'>, 'documentVectors'> | Starting<'topic'> | Starting<'holder'> | Starting<'held'>
>;
type OrganisationArrays = Pick<SegmentArrays, Starting<'organisation'> | Starting<'key'>>;

/** @param documents, organisations in the order of their numbers */
export function documentArrays(
  documents: readonly StoredDocument[],
  organisations: readonly CorpusOrganisation[],
): DocumentArrays {
  const ids = stringTableData(documents.map((document) => document.id));
  const topics = [...new Set(documents.flatMap((document) => topicKey(document.topic) ?? []))].sort();
  const topicNumbers = new Map(topics.map((topic, number) => [topic, number + 1]));
  const table = stringTableData(topics);
  return {
    documentBytes: ids.bytes,
    documentIdStarts: ids.starts,
    documentHashes: ids.hashes,
    documentPlaces: ids.places,
    documentVersions: Uint32Array.from(documents, (document) => document.version),
    documentTypes: Uint8Array.from(documents, (document) => typeCode(document.type)),
    documentStates: Uint8Array.from(documents, (document) => stateCode(document.state)),
    documentDays: Int32Array.from(documents, ({ date }) => (date === null ? notStated : dayOf(date))),
    documentTopics: Uint32Array.from(documents, ({ topic }) => topicNumbers.get(topicKey(topic) ?? '') ?? 0),
    documentTrlFrom: Uint8Array.from(documents, (document) => document.trlFrom ?? 0),
    documentTrlTo: Uint8Array.from(documents, (document) => document.trlTo ?? 0),
    topicBytes: table.bytes,
    topicStarts: table.starts,
    topicHashes: table.hashes,
    topicPlaces: table.places,
    ...holderArrays(documents, organisations),
  };
}

/** How topics are compared: without letter case; null where there is none. */
export function topicKey(topic: string | null): string | null {
  const key = topic?.trim().toLowerCase() ?? '';
  return key === '' ? null : key;
}

/** @throws {RankingError} `ranking.unknown-holder` */
function holderArrays(
  documents: readonly StoredDocument[],
  organisations: readonly CorpusOrganisation[],
): Pick<SegmentArrays, Starting<'holder'> | Starting<'held'>> {
  const ordinals = new Map(organisations.map((organisation, ordinal) => [organisation.id, ordinal]));
  const rows = documents.map((document) => holdersOf(document, ordinals));
  const held: { document: number; role: number }[][] = organisations.map(() => []);
  rows.forEach((row, document) => row.forEach(([ordinal, role]) => held[ordinal]?.push({ document, role })));
  return {
    holderStarts: startsOf(rows),
    holderOrganisations: Uint32Array.from(rows.flat(), ([ordinal]) => ordinal),
    holderRoles: Uint8Array.from(rows.flat(), ([, role]) => role),
    heldStarts: startsOf(held),
    heldDocuments: Uint32Array.from(held.flat(), ({ document }) => document),
    heldRoles: Uint8Array.from(held.flat(), ({ role }) => role),
  };
}

/** Ascending by organisation; of two roles of one organisation the first in `holderRoles` stays. */
function holdersOf(document: StoredDocument, ordinals: ReadonlyMap<string, number>): [number, number][] {
  const roles = new Map<number, number>();
  for (const { organisation, role } of document.holders) {
    const ordinal = ordinals.get(organisation);
    if (ordinal === undefined) throw unknownHolder(document.id, organisation);
    roles.set(ordinal, Math.min(roles.get(ordinal) ?? Number.POSITIVE_INFINITY, roleCode(role)));
  }
  return [...roles].sort(([a], [b]) => a - b);
}

function startsOf(rows: readonly (readonly unknown[])[]): Uint32Array {
  const starts = new Uint32Array(rows.length + 1);
  rows.forEach((row, at) => (starts[at + 1] = (starts[at] ?? 0) + row.length));
  return starts;
}

/** @param organisations in the order of their numbers */
export function organisationArrays(organisations: readonly CorpusOrganisation[]): OrganisationArrays {
  const ids = stringTableData(organisations.map((organisation) => organisation.id));
  const keys = stringTableData(organisations.map((organisation) => organisation.key));
  return {
    organisationBytes: ids.bytes,
    organisationIdStarts: ids.starts,
    organisationHashes: ids.hashes,
    organisationPlaces: ids.places,
    keyBytes: keys.bytes,
    keyStarts: keys.starts,
    organisationCountries: Uint16Array.from(organisations, ({ country }) => countryCode(country)),
    organisationNuts: nutsBytes(organisations),
    organisationTypes: Uint8Array.from(organisations, ({ type }) => activityCode(type)),
    organisationSme: Uint8Array.from(organisations, ({ sme }) => (sme === null ? 0 : Number(sme) + 1)),
    organisationListed: Uint8Array.from(organisations, ({ listed }) => Number(listed)),
  };
}

/** How many characters a NUTS code has at most. */
export const nutsWidth = 5;

function nutsBytes(organisations: readonly CorpusOrganisation[]): Uint8Array {
  const bytes = new Uint8Array(organisations.length * nutsWidth);
  organisations.forEach(({ nuts }, ordinal) => {
    const code = (nuts ?? '').toUpperCase().slice(0, nutsWidth);
    for (let at = 0; at < code.length; at += 1) bytes[ordinal * nutsWidth + at] = code.charCodeAt(at) & 0x7f;
  });
  return bytes;
}

const unknownHolder = (document: string, organisation: string): RankingError =>
  new RankingError(
    'ranking.unknown-holder',
    `document '${document.slice(0, 80)}' is held by '${organisation.slice(0, 80)}', which was not added; add it first`,
  );
