/** What one phrase is worth by its number of words: longer phrases are rarely about something else. */
const strengths = [0.45, 0.7, 0.8];

/** Each further place of the same phrase leaves this share of the doubt; from the fourth on nothing more. */
const doubtLeftByRepeat = 0.85;
const mostRepeats = 3;

/** Words alone never make sure. */
export const mostConfidence = 0.95;

/**
 * How sure words make a tag, in (0, 0.95]: phrases count as independent witnesses, repeats of one as weak ones.
 *
 * @param found  the phrases found for one tag, at least one; `words` is the number of words compared
 */
export function confidenceOf(found: readonly { readonly words: number; readonly text: string }[]): number {
  const places = new Map<string, { words: number; count: number }>();
  for (const { words, text } of found) {
    const key = text.toLowerCase();
    const known = places.get(key);
    if (known === undefined) places.set(key, { words, count: 1 });
    else known.count += 1;
  }
  let doubt = 1;
  for (const { words, count } of places.values()) {
    const strength = strengths[Math.min(words, strengths.length) - 1] ?? 0;
    doubt *= (1 - strength) * doubtLeftByRepeat ** Math.min(count - 1, mostRepeats);
  }
  return Math.min(mostConfidence, 1 - doubt);
}
