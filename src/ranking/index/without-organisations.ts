import { nutsWidth } from './metadata-arrays.js';
import { readSegmentFile, writeSegmentFile } from './segment-file.js';
import type { SegmentArrays } from './segment-format.js';
import { StringTable, stringTableData } from './string-table.js';

/** A segment file without certain organisations. */
export interface Rewritten {
  readonly bytes: Uint8Array;
  /** of the organisations asked for, those that were in it */
  readonly organisations: number;
  /** documents that nobody else held, which went with them */
  readonly documents: number;
}

/**
 * Takes organisations out of a finished segment, with every document that they alone hold and every word that only these
 * documents show. What is left scores as before, but that a word of theirs is rarer now: in a cluster's segment, whose
 * statistics are the open one's, nothing else changes.
 *
 * @returns null where none of them is in it
 * @throws {RankingError} `ranking.segment-unreadable`
 */
export function withoutOrganisations(bytes: Uint8Array, ids: ReadonlySet<string>): Rewritten | null {
  const { header, arrays } = readSegmentFile(bytes, true);
  const table = organisationTable(arrays);
  const organisations = kept(header.organisations, (local) => !ids.has(table.at(local)));
  if (organisations.count === header.organisations) return null;
  const documents = kept(
    header.documents,
    (local) => !heldByNobodyLeft(arrays, local, organisations.numbers),
  );
  const postings = {
    starts: arrays.postingStarts,
    values: arrays.postingDocuments,
    bytes: arrays.postingImpacts,
  };
  const terms = kept(header.terms, (term) => anyLeft(postings, term, documents.numbers));
  const { arrays: _directory, ...facts } = header;
  const left = rewritten(arrays, {
    organisations,
    documents,
    terms,
    dimensions: header.vectors?.dimensions ?? 1,
  });
  return {
    bytes: writeSegmentFile(
      {
        ...facts,
        documents: documents.count,
        organisations: organisations.count,
        terms: terms.count,
      },
      left,
    ),
    organisations: header.organisations - organisations.count,
    documents: header.documents - documents.count,
  };
}

/** Old number → new number, -1 for what goes. */
interface Kept {
  readonly numbers: Int32Array;
  readonly count: number;
}

function kept(length: number, stays: (number: number) => boolean): Kept {
  const numbers = new Int32Array(length).fill(-1);
  let count = 0;
  for (let number = 0; number < length; number += 1) if (stays(number)) numbers[number] = count++;
  return { numbers, count };
}

/** A document without holders at all is nobody's, and stays. */
function heldByNobodyLeft(arrays: SegmentArrays, document: number, organisations: Int32Array): boolean {
  const from = arrays.holderStarts[document]!;
  const to = arrays.holderStarts[document + 1]!;
  for (let at = from; at < to; at += 1)
    if (organisations[arrays.holderOrganisations[at]!]! >= 0) return false;
  return to > from;
}

interface Rows {
  readonly starts: Uint32Array;
  readonly values: Uint32Array;
  readonly bytes: Uint8Array;
}

function anyLeft({ starts, values }: Rows, row: number, numbers: Int32Array): boolean {
  for (let at = starts[row]!; at < starts[row + 1]!; at += 1) if (numbers[values[at]!]! >= 0) return true;
  return false;
}

interface Left {
  readonly organisations: Kept;
  readonly documents: Kept;
  readonly terms: Kept;
  /** of the vectors; 1 where there are none */
  readonly dimensions: number;
}

/** Every array anew: a new array in the format must be told here what becomes of it. */
function rewritten(
  arrays: SegmentArrays,
  { organisations, documents, terms, dimensions }: Left,
): SegmentArrays {
  const postings = rowsOf(
    { starts: arrays.postingStarts, values: arrays.postingDocuments, bytes: arrays.postingImpacts },
    terms,
    documents,
  );
  const forward = rowsOf(
    { starts: arrays.forwardStarts, values: arrays.forwardTerms, bytes: arrays.forwardImpacts },
    documents,
    terms,
  );
  const holders = rowsOf(
    { starts: arrays.holderStarts, values: arrays.holderOrganisations, bytes: arrays.holderRoles },
    documents,
    organisations,
  );
  const held = rowsOf(
    { starts: arrays.heldStarts, values: arrays.heldDocuments, bytes: arrays.heldRoles },
    organisations,
    documents,
  );
  const termTable = strings(arrays.termBytes, arrays.termStarts, terms);
  const documentTable = strings(arrays.documentBytes, arrays.documentIdStarts, documents);
  const idTable = strings(arrays.organisationBytes, arrays.organisationIdStarts, organisations);
  const keyTable = strings(arrays.keyBytes, arrays.keyStarts, organisations);
  return {
    termBytes: termTable.bytes,
    termStarts: termTable.starts,
    termHashes: termTable.hashes,
    termPlaces: termTable.places,
    postingStarts: postings.starts,
    postingDocuments: postings.values,
    postingImpacts: postings.bytes,
    forwardStarts: forward.starts,
    forwardTerms: forward.values,
    forwardImpacts: forward.bytes,
    documentBytes: documentTable.bytes,
    documentIdStarts: documentTable.starts,
    documentHashes: documentTable.hashes,
    documentPlaces: documentTable.places,
    documentVersions: arrays.documentVersions.filter(stays(documents)),
    documentTypes: arrays.documentTypes.filter(stays(documents)),
    documentStates: arrays.documentStates.filter(stays(documents)),
    documentDays: arrays.documentDays.filter(stays(documents)),
    documentTopics: arrays.documentTopics.filter(stays(documents)),
    documentTrlFrom: arrays.documentTrlFrom.filter(stays(documents)),
    documentTrlTo: arrays.documentTrlTo.filter(stays(documents)),
    documentVectors: arrays.documentVectors.filter(
      (_, at) => documents.numbers[Math.floor(at / dimensions)]! >= 0,
    ),
    topicBytes: arrays.topicBytes,
    topicStarts: arrays.topicStarts,
    topicHashes: arrays.topicHashes,
    topicPlaces: arrays.topicPlaces,
    organisationBytes: idTable.bytes,
    organisationIdStarts: idTable.starts,
    organisationHashes: idTable.hashes,
    organisationPlaces: idTable.places,
    keyBytes: keyTable.bytes,
    keyStarts: keyTable.starts,
    organisationCountries: arrays.organisationCountries.filter(stays(organisations)),
    organisationNuts: arrays.organisationNuts.filter(
      (_, at) => organisations.numbers[Math.floor(at / nutsWidth)]! >= 0,
    ),
    organisationTypes: arrays.organisationTypes.filter(stays(organisations)),
    organisationSme: arrays.organisationSme.filter(stays(organisations)),
    organisationListed: arrays.organisationListed.filter(stays(organisations)),
    holderStarts: holders.starts,
    holderOrganisations: holders.values,
    holderRoles: holders.bytes,
    heldStarts: held.starts,
    heldDocuments: held.values,
    heldRoles: held.bytes,
  };
}

const stays =
  ({ numbers }: Kept) =>
  (_: number, at: number): boolean =>
    numbers[at]! >= 0;

/** The rows that stay, each with the values that stay, by their new numbers. */
function rowsOf({ starts, values, bytes }: Rows, rows: Kept, columns: Kept): Rows {
  const newStarts = new Uint32Array(rows.count + 1);
  const newValues = new Uint32Array(values.length);
  const newBytes = new Uint8Array(values.length);
  let used = 0;
  rows.numbers.forEach((number, row) => {
    if (number < 0) return;
    for (let at = starts[row]!; at < starts[row + 1]!; at += 1) {
      const column = columns.numbers[values[at]!]!;
      if (column < 0) continue;
      newValues[used] = column;
      newBytes[used] = bytes[at]!;
      used += 1;
    }
    newStarts[number + 1] = used;
  });
  return { starts: newStarts, values: newValues.slice(0, used), bytes: newBytes.slice(0, used) };
}

function strings(
  bytes: Uint8Array,
  starts: Uint32Array,
  { numbers }: Kept,
): ReturnType<typeof stringTableData> {
  const table = new StringTable({ bytes, starts, hashes: new Uint32Array(), places: new Uint32Array() });
  const left: string[] = [];
  numbers.forEach((number, place) => {
    if (number >= 0) left.push(table.at(place));
  });
  return stringTableData(left);
}

const organisationTable = (arrays: SegmentArrays): StringTable =>
  new StringTable({
    bytes: arrays.organisationBytes,
    starts: arrays.organisationIdStarts,
    hashes: arrays.organisationHashes,
    places: arrays.organisationPlaces,
  });
