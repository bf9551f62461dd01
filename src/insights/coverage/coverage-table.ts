import type { CsvValue } from '../../platform/http/csv.js';
import type { Language } from '../language.js';
import type { Coverage } from './read-coverage.js';

const words = {
  en: {
    headings: ['Ecosystem', 'Programme part', 'Calls of the part', 'Members that fit', 'Calls reached', 'Cover'],
    covers: { strong: 'strong', thin: 'thin', none: 'none' },
  },
  it: {
    headings: [
      'Ecosistema',
      'Parte del programma',
      'Bandi della parte',
      'Soci con affinità',
      'Bandi raggiunti',
      'Copertura',
    ],
    covers: { strong: 'forte', thin: 'scarsa', none: 'nessuna' },
  },
} as const;

/** The matrix as a table: a line for each ecosystem and part. It names nobody. */
export function coverageTable(
  { ecosystems, parts, cells }: Coverage,
  language: Language,
): { headings: readonly string[]; rows: CsvValue[][] } {
  const { headings, covers } = words[language];
  const ecosystemOf = new Map(ecosystems.map((axis) => [axis.code, axis]));
  const partOf = new Map(parts.map((axis) => [axis.code, axis]));
  return {
    headings,
    rows: cells.map(({ ecosystem, part, members, calls, cover }) => [
      ecosystemOf.get(ecosystem)?.name ?? null,
      partOf.get(part)?.name ?? null,
      partOf.get(part)?.count ?? 0,
      members.length,
      calls.length,
      covers[cover],
    ]),
  };
}
