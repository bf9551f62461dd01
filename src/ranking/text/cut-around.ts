import type { Span } from './sentences.js';

/** Longest quotation, without the marks of a cut. */
const longest = 276;

/**
 * A piece of a sentence of at most 276 characters, cut between words, around as many of the places as fit, the first
 * of them before the later ones.
 *
 * @param places where in the text the words stand that the quotation is about; none: the start of the sentence
 */
export function cutAround(text: string, sentence: Span, places: readonly Span[]): Span {
  if (sentence.end - sentence.start <= longest) return sentence;
  let first = places[0]?.start ?? sentence.start;
  let last = places[0]?.end ?? sentence.start;
  for (const { start, end } of places.slice(1)) {
    if (Math.max(last, end) - Math.min(first, start) > longest) continue;
    first = Math.min(first, start);
    last = Math.max(last, end);
  }
  const spare = Math.max(0, longest - (last - first));
  const start = Math.max(sentence.start, Math.min(first - Math.floor(spare / 2), sentence.end - longest));
  return betweenWords(text, sentence, { start, end: Math.min(sentence.end, start + longest) });
}

function betweenWords(text: string, sentence: Span, piece: Span): Span {
  let { start, end } = piece;
  if (start > sentence.start) while (start < end && !isSpace(text, start - 1)) start += 1;
  if (end < sentence.end) while (end > start && !isSpace(text, end)) end -= 1;
  if (end === start) return piece; // one word longer than a quotation: cut through it
  return { start, end };
}

const isSpace = (text: string, at: number): boolean => /\s/.test(text[at] ?? '');
