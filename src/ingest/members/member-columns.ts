import type { HeaderRule } from '../tabular/table.js';
import { fileRefused, quoted } from '../tabular/tabular.errors.js';
import type { ColumnMap } from './column-map.js';
import { headingKey, headingKeys } from './heading.js';
import { doubtfulHeadings, isPersonalHeading, memberHeadings } from './member-headings.js';
import { type MemberField, memberFields } from './member-row.js';

/** What is done with one column of the file. */
export interface MemberColumn {
  readonly index: number;
  /** as the file names it; `column 7` where it names nothing */
  readonly heading: string;
  /** `read` as a field, `kept` as it is because we do not know it, `left out` because it is about persons */
  readonly treatment: 'read' | 'kept' | 'left out';
  readonly field: MemberField | null;
}

export interface MemberColumns {
  readonly columns: readonly MemberColumn[];
  readonly language: 'it' | 'en';
}

/** Fields that several columns may feed, one after the other. */
const joined: ReadonlySet<MemberField> = new Set([
  'description',
  'competences',
  'languages',
  'ecosystems',
  'ateco',
]);

/** Fields whose headings may sound like a person's: who it is, and the numbers companies and persons both have. */
const mayNamePersons: ReadonlySet<MemberField> = new Set(['legalName', 'vatNumber', 'taxCode']);

/** What the values of a column say about it. */
export interface ColumnLook {
  /** of a heading that needs a second look: whether at least half of its values are what it says */
  readonly isPlausible: (field: MemberField, index: number) => boolean;
  /** of a column that we do not know: whether it is about persons */
  readonly isPersonal: (index: number) => boolean;
}

interface Known {
  readonly field: MemberField;
  /** lower is surer */
  readonly rank: number;
  readonly language: 'it' | 'en';
}

const byKey: ReadonlyMap<string, Known> = new Map(
  memberFields.flatMap((field) =>
    (['english', 'italian'] as const).flatMap((language) =>
      memberHeadings[field][language].map((key, rank): [string, Known] => [
        key,
        { field, rank, language: language === 'italian' ? 'it' : 'en' },
      ]),
    ),
  ),
);

/** Any row that names the organisation and whatever else we know is the header; a map's headings count too. */
export function memberHeaderRule(map: ColumnMap | undefined): HeaderRule {
  const mapped = new Set(
    Object.values(map?.columns ?? {})
      .flat()
      .map(headingKey),
  );
  const namedByMap = map?.columns.legalName !== undefined;
  return {
    score: (cells) => {
      const fields = new Set(cells.flatMap((cell) => knownHeading(cell)?.field ?? []));
      const hits = cells.filter((cell) => mapped.has(headingKey(cell))).length;
      return (namedByMap && hits > 0) || fields.has('legalName') ? fields.size + 2 * hits : 0;
    },
    expected: 'the legal name (legalName, ragione sociale, denominazione)',
  };
}

/**
 * What each column is. The map comes first; else headings in English and Italian, whatever their letter case, spaces
 * and accents. Where two columns could be one field the surer heading wins and the other is kept as it is.
 *
 * Columns about persons are left out, told by their heading or by what stands in them.
 *
 * @param look what the values of a column say
 * @throws {AppError} `ingest.map-invalid`: the map names a column the file does not have, or one about persons
 */
export function memberColumns(
  file: string,
  header: readonly string[],
  map: ColumnMap | undefined,
  look: ColumnLook,
): MemberColumns {
  const mapped = mappedColumns(file, header, map);
  const leftOut = new Set(map?.leaveOut.map(headingKey));
  const withSurname = header.some((heading) => /^(cognome|surname|lastname)/.test(headingKey(heading)));
  const candidates = header.map((heading, index): Known | undefined => {
    if (mapped.has(index) || leftOut.has(headingKey(heading))) return undefined;
    const known = knownHeading(heading);
    if (known === undefined || [...mapped.values()].includes(known.field)) return undefined;
    if (withSurname && isBareName(heading)) return undefined;
    const key = headingKey(heading);
    const doubtful = doubtfulHeadings.has(key) || known.field === 'taxCode';
    return doubtful && !look.isPlausible(known.field, index) ? undefined : known;
  });
  const columns = header.map((heading, index): MemberColumn => {
    const field = mapped.get(index) ?? chosenField(candidates, index);
    const name = columnName(header, index);
    if (field !== undefined) return { index, heading: name, treatment: 'read', field };
    const personal =
      leftOut.has(headingKey(heading)) ||
      isPersonal(heading) ||
      look.isPersonal(index) ||
      isBareName(heading);
    return { index, heading: name, treatment: personal ? 'left out' : 'kept', field: null };
  });
  return { columns: [...columns, ...fixedColumns(header.length, map)], language: languageOf(candidates) };
}

/** As the file names it, told from an earlier column of the same name. */
function columnName(header: readonly string[], index: number): string {
  const heading = header[index] ?? '';
  if (heading === '') return `column ${index + 1}`;
  return header.indexOf(heading) === index ? heading : `${heading} (column ${index + 1})`;
}

/** `Name` alone: the organisation's where no other column names that, else a person's. */
function isBareName(heading: string): boolean {
  return ['nome', 'name'].includes(headingKey(heading));
}

/** What the map says of every row stands behind the columns of the file, in the order of the map. */
function fixedColumns(width: number, map: ColumnMap | undefined): MemberColumn[] {
  return Object.keys(map?.fixed ?? {}).map((key, at) => ({
    index: width + at,
    heading: `${key} of the column map`,
    treatment: 'read',
    field: memberFields.find((field) => field === key) ?? null,
  }));
}

function chosenField(candidates: readonly (Known | undefined)[], index: number): MemberField | undefined {
  const known = candidates[index];
  if (known === undefined) return undefined;
  if (joined.has(known.field)) return known.field;
  const rivals = candidates.filter((other) => other?.field === known.field);
  const surest = Math.min(...rivals.map((other) => other?.rank ?? 0));
  const first = candidates.findIndex((other) => other?.field === known.field && other.rank === surest);
  return first === index ? known.field : undefined;
}

function languageOf(candidates: readonly (Known | undefined)[]): 'it' | 'en' {
  const count = (language: 'it' | 'en'): number =>
    candidates.filter((known) => known?.language === language).length;
  return count('it') > count('en') ? 'it' : 'en';
}

/** A heading that names a person's thing in one half is about persons, but for the tax code beside the VAT number. */
function knownHeading(heading: string): Known | undefined {
  const keys = headingKeys(heading);
  const whole = byKey.get(keys[0] ?? '');
  if (whole !== undefined) return whole;
  const known = keys.map((key) => byKey.get(key)).find((candidate) => candidate !== undefined);
  return known !== undefined && known.field !== 'vatNumber' && isPersonal(heading) ? undefined : known;
}

function isPersonal(heading: string): boolean {
  return headingKeys(heading).some(isPersonalHeading);
}

function mappedColumns(
  file: string,
  header: readonly string[],
  map: ColumnMap | undefined,
): Map<number, MemberField> {
  const found = new Map<number, MemberField>();
  for (const field of memberFields) {
    for (const heading of map?.columns[field] ?? []) {
      const index = header.findIndex((name) => headingKey(name) === headingKey(heading));
      if (index === -1) {
        const there = header
          .filter((name) => name !== '')
          .map(quoted)
          .join(', ');
        throw fileRefused(
          'map-invalid',
          { file, column: heading },
          `the map reads ${field} from it, but there is no such column`,
          `there are: ${there}`,
        );
      }
      if (isPersonal(heading) && !mayNamePersons.has(field)) {
        throw fileRefused(
          'map-invalid',
          { file, column: heading },
          'it is about persons, which we do not take in',
          `leave ${field} out of the map`,
        );
      }
      found.set(index, field);
    }
  }
  return found;
}
