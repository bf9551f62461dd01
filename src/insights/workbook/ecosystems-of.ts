import type { EvidenceText } from '../../organisations/index.js';
import type { Taxonomy } from '../../taxonomy/index.js';
import type { EcosystemTag } from './workbook-findings.js';

/** Below this, a text only brushes an ecosystem. */
const leastConfidence = 0.5;

/** Words shown for each. */
const wordsShown = 4;

/** The ecosystems an organisation's own texts speak of, the surest first, each with the words that say so. */
export function ecosystemsOf(
  texts: readonly Pick<EvidenceText, 'title' | 'text' | 'language'>[],
  taxonomy: Pick<Taxonomy, 'tagText'>,
): EcosystemTag[] {
  const found = new Map<string, { confidence: number; words: Set<string> }>();
  for (const { title, text, language } of texts) {
    const tagged = taxonomy.tagText({ text: title === null ? text : `${title}\n${text}`, language });
    for (const tag of tagged.tags) {
      if (tag.scheme !== 'ecosystem') continue;
      const known = found.get(tag.code) ?? { confidence: 0, words: new Set<string>() };
      known.confidence = Math.max(known.confidence, tag.confidence);
      for (const word of tag.words) known.words.add(word.text.toLowerCase());
      found.set(tag.code, known);
    }
  }
  return [...found]
    .filter(([, { confidence }]) => confidence >= leastConfidence)
    .sort(([a, left], [b, right]) => right.confidence - left.confidence || Number(a > b) - Number(a < b))
    .map(([code, { words }]) => ({ code, words: [...words].slice(0, wordsShown) }));
}
