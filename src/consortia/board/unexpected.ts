import type { PartnerSuggestion } from '../../matching/index.js';

/** A candidate, and the one innovation ecosystem that most of its own texts speak of; null: none stands out. */
export interface FieldOf {
  readonly candidate: PartnerSuggestion;
  readonly field: string | null;
}

/** One candidate from elsewhere, and where that is. */
export interface Unexpected {
  readonly candidate: PartnerSuggestion;
  /** code of an ecosystem of the strategy */
  readonly field: string;
}

/**
 * The unexpected but plausible one (B-16): the best of those below the list whose texts speak mostly of another ecosystem
 * than the need and than everybody above, and who answers the need all the same, with a sentence of the one beside a
 * sentence of the other. Members of sister clusters are never it: the field of somebody masked would tell on them.
 *
 * @param asked ecosystems that the need and its call speak of
 * @param shown the list itself @param below who comes after it, the best first
 */
export function unexpectedAmong(
  asked: ReadonlySet<string>,
  shown: readonly FieldOf[],
  below: readonly FieldOf[],
): Unexpected | null {
  const usual = new Set([...asked, ...shown.flatMap(({ field }) => field ?? [])]);
  // with nothing to compare with, nobody is from elsewhere
  if (usual.size === 0) return null;
  for (const { candidate, field } of below)
    if (field !== null && !usual.has(field) && isPlausible(candidate)) return { candidate, field };
  return null;
}

const isPlausible = ({ organisation, fit, reasons }: PartnerSuggestion): boolean =>
  organisation.masked === null &&
  fit.band !== 'unknown' &&
  reasons.some(({ callQuote, evidenceQuote }) => callQuote !== null && evidenceQuote !== null);

/** The ecosystem that more than half of the texts speak of; null: none. @param texts codes, text by text */
export function mainField(texts: readonly (readonly string[])[]): string | null {
  const counts = new Map<string, number>();
  for (const codes of texts) for (const code of new Set(codes)) counts.set(code, (counts.get(code) ?? 0) + 1);
  const [first] = [...counts].sort(([a, left], [b, right]) => right - left || Number(a > b) - Number(a < b));
  return first !== undefined && first[1] > texts.length / 2 ? first[0] : null;
}
