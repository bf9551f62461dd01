import type { CsvRow } from '../source/csv-source.js';
import { toConceptCode } from './concept-code.js';

/** A EuroSciVoc concept: from the seed that ships with the program, or learned from imported projects. */
export interface Concept {
  readonly code: string;
  readonly label: { readonly en: string; readonly it: string | null };
}

/** A phrase in running text that speaks of a concept. */
export interface ConceptPhrase {
  readonly code: string;
  readonly language: 'en' | 'it';
  readonly phrase: string;
}

export const conceptColumns = ['code', 'en', 'it'];
export const phraseColumns = ['code', 'language', 'phrase'];

/** @throws {AppError} `taxonomy.bad-file` where a code is no path of numbers or stands twice */
export function readConcepts(rows: readonly CsvRow[]): readonly Concept[] {
  const seen = new Set<string>();
  return rows.map((row) => {
    const code = readCode(row);
    if (seen.has(code)) row.fail('code', `${code} stands twice`);
    seen.add(code);
    return { code, label: { en: row.text('en'), it: row.optional('it') } };
  });
}

/** @throws {AppError} `taxonomy.bad-file` where a concept is not in the seed, a language unknown or a line stands twice */
export function readConceptPhrases(
  rows: readonly CsvRow[],
  concepts: readonly Concept[],
): readonly ConceptPhrase[] {
  const known = new Set(concepts.map((concept) => concept.code));
  const seen = new Set<string>();
  return rows.map((row) => {
    const code = readCode(row);
    const language = row.text('language');
    const phrase = row.text('phrase');
    if (!known.has(code)) row.fail('code', `${code} is not in euroscivoc-seed.csv`);
    if (language !== 'en' && language !== 'it') return row.fail('language', 'expected en or it');
    const line = `${code} ${language} ${phrase.toLowerCase()}`;
    if (seen.has(line)) row.fail('phrase', `'${phrase}' stands twice for ${code}`);
    seen.add(line);
    return { code, language, phrase };
  });
}

/** Columns of the list of labels that are not looked for in texts. */
export const unspokenColumns = ['code', 'language', 'reason'];

/** Which label of which concept is not looked for, as `unspokenKey`. */
export function readUnspokenLabels(rows: readonly CsvRow[]): ReadonlySet<string> {
  return new Set(
    rows.map((row) => {
      const language = row.text('language');
      if (language !== 'en' && language !== 'it') return row.fail('language', 'expected en or it');
      row.text('reason');
      return unspokenKey(readCode(row), language);
    }),
  );
}

export function unspokenKey(code: string, language: 'en' | 'it'): string {
  return `${code} ${language}`;
}

function readCode(row: CsvRow): string {
  const text = row.text('code');
  const code = toConceptCode(text);
  return code === undefined || code !== text
    ? row.fail('code', `'${text}' is no code like /23/47/299`)
    : code;
}

/**
 * The seed with what was learned since: a learned English label wins, Italian ones of the seed are kept.
 *
 * @returns by code, ascending
 */
export function mergeConcepts(seed: readonly Concept[], learned: readonly Concept[]): readonly Concept[] {
  const merged = new Map(seed.map((concept) => [concept.code, concept]));
  for (const { code, label } of learned) {
    merged.set(code, { code, label: { en: label.en, it: label.it ?? merged.get(code)?.label.it ?? null } });
  }
  return [...merged.values()].sort((a, b) => Number(a.code > b.code) - Number(a.code < b.code));
}
