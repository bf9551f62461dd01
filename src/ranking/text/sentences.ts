/** A stretch of a text: from `start` up to `end`, white space around it left out. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * The sentences of a text, in order. A line end or a bullet ends one too: calls are written in lists.
 *
 * A full stop after a single letter or a known short form (`e.g.`, `approx.`, `art.`) ends nothing.
 */
export function sentences(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const match of text.matchAll(
    // a run of white space is looked at from its beginning alone, once
    /(?<!\s)\s*\n\s*|(?:(?<!\s)\s+)?•\s*|(?<=[.!?;:])["'”’)\]]*\s+(?=["'“‘([]?[\p{Lu}\p{N}•-])/gu,
  )) {
    if (/^["'”’)\]]*[ \t\u00a0]+$/.test(match[0]) && endsInShortForm(text, match.index)) continue;
    addSpan(spans, text, start, match.index + closingLength(match[0]));
    start = match.index + match[0].length;
  }
  addSpan(spans, text, start, text.length);
  return spans;
}

/** Closing quotes and brackets belong to the sentence before. */
const closingLength = (separator: string): number => /^["'”’)\]]*/.exec(separator)?.[0].length ?? 0;

const shortForms = new Set(
  'eg ie etc al approx art fig no nr vs cf st incl max min resp ecc es pag sig dott ing'.split(' '),
);

function endsInShortForm(text: string, at: number): boolean {
  if (text[at - 1] !== '.') return false;
  const word = /([\p{L}.]+)\.$/u.exec(text.slice(Math.max(0, at - 12), at))?.[1] ?? '';
  const plain = word.replaceAll('.', '').toLowerCase();
  return plain.length === 1 || shortForms.has(plain);
}

function addSpan(spans: Span[], text: string, from: number, to: number): void {
  let start = from;
  let end = to;
  while (start < end && isSpace(text, start)) start += 1;
  while (end > start && isSpace(text, end - 1)) end -= 1;
  if (end > start) spans.push({ start, end });
}

const isSpace = (text: string, at: number): boolean => /\s/.test(text[at] ?? '');
