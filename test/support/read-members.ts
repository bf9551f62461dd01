import { readColumnMap } from '../../src/ingest/members/column-map.js';
import type { MemberRow, RowFinding } from '../../src/ingest/members/member-row.js';
import { placesOf } from '../../src/ingest/members/places-of-taxonomy.js';
import { type MemberFile, readMemberFile } from '../../src/ingest/members/read-member-file.js';
import { loadTaxonomy } from '../../src/taxonomy/index.js';

const places = placesOf(loadTaxonomy());

/** Reads a member file with the taxonomy that ships; `map` is the text of a column map. */
export async function readMembers(content: string | Uint8Array, map?: string): Promise<MemberFile> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return readMemberFile(
    { bytes, file: 'soci.csv' },
    { places: () => places, map: map === undefined ? undefined : readColumnMap(map, 'map.yaml') },
  );
}

/** The members that were read, in order. */
export function members(file: MemberFile): MemberRow[] {
  return file.rows.flatMap((row) => (row.ok ? row.member : []));
}

/** Why rows were refused, each with its line. */
export function problems(file: MemberFile): (RowFinding & { line: number })[] {
  return file.rows.flatMap((row) =>
    row.ok ? [] : row.problems.map((problem) => ({ ...problem, line: row.line })),
  );
}

/** The codes of what was odd about the rows that were read. */
export function notes(file: MemberFile): string[] {
  return file.rows.flatMap((row) => (row.ok ? row.notes.map(({ problem }) => problem) : []));
}

/** One member from a header and a row; fails where the row is refused. */
export async function readMember(header: string, row: string): Promise<MemberRow> {
  const file = await readMembers(`${header}\n${row}\n`);
  const [member] = members(file);
  if (member === undefined) throw new Error(JSON.stringify(problems(file)));
  return member;
}
