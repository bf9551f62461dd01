/** A stretch of a quotation: `hit` where it is a word that both sides share. */
export interface Stretch {
  readonly text: string;
  readonly hit: boolean;
}

/** A quotation in one line, without the mark of the list it stood in. */
export function asSentence(quote: string): string {
  return quote
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^[-–•*] /, '');
}

/**
 * The part of a quotation that holds most of the shared words, cut between words; `…` marks each cut.
 *
 * @param terms   shared words as this side writes them
 * @param longest in characters, the marks included
 */
export function excerpt(quote: string, terms: readonly string[], longest: number): string {
  const text = quote
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^[-–•*] /, '');
  if (text.length <= longest) return text;
  const hits = hitsOf(text, terms);
  const windows = wordStarts(text).map((start) => windowFrom(text, start, longest));
  const best = windows.reduce((left, right) => (worth(right, hits) > worth(left, hits) ? right : left));
  return shown(text, best);
}

/** The quotation in stretches, the shared words apart, so that they can be set off. */
export function stretches(quote: string, terms: readonly string[]): Stretch[] {
  const found: Stretch[] = [];
  let at = 0;
  for (const { start, end } of hitsOf(quote, terms)) {
    if (start > at) found.push({ text: quote.slice(at, start), hit: false });
    found.push({ text: quote.slice(start, end), hit: true });
    at = end;
  }
  return at < quote.length ? [...found, { text: quote.slice(at), hit: false }] : found;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

interface Hit extends Span {
  readonly term: string;
}

/** Whole words only, in any letter case, longest terms first so that `robot cell` is not cut into `robot`. */
function hitsOf(text: string, terms: readonly string[]): Hit[] {
  const sought = [...new Set(terms.map((term) => term.trim()).filter((term) => term.length > 1))]
    .sort((a, b) => b.length - a.length)
    .map((term) => term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+'));
  if (sought.length === 0) return [];
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${sought.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
  return [...text.matchAll(pattern)].map((match) => ({
    term: match[0].toLowerCase(),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function wordStarts(text: string): number[] {
  return [0, ...[...text.matchAll(/ (?=\S)/g)].map((match) => match.index + 1)];
}

/** From one word to the last that still fits between the two marks. */
function windowFrom(text: string, start: number, longest: number): Span {
  const room = longest - (start > 0 ? 1 : 0);
  if (text.length - start <= room) return { start, end: text.length };
  const cut = text.slice(start, start + room).lastIndexOf(' ');
  return { start, end: start + (cut > 0 ? cut : room - 1) };
}

/** Different shared words count first; then the earlier window, so that a sentence keeps its start where it can. */
function worth({ start, end }: Span, hits: readonly Hit[]): number {
  const inside = hits.filter((hit) => hit.start >= start && hit.end <= end);
  return new Set(inside.map(({ term }) => term)).size;
}

function shown(text: string, { start, end }: Span): string {
  const before = start > 0 ? '…' : '';
  const after = end < text.length ? '…' : '';
  return before + text.slice(start, end).replace(/[\s,;:–-]+$/, '') + after;
}
