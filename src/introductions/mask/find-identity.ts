/** What tells who a masked side is, in words that it wrote itself. */
export const identityKinds = ['name', 'mail', 'link', 'phone', 'patent', 'number'] as const;
export type IdentityKind = (typeof identityKinds)[number];

/** A place in a text that says who its author is. */
export interface FoundIdentity {
  readonly kind: IdentityKind;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Names are looked for as they are known; the rest by its form. Each pattern runs in time that grows with the text
 * alone: what may repeat is bounded.
 */
const patterns: readonly (readonly [IdentityKind, RegExp])[] = [
  [
    'mail',
    /[\p{L}\p{N}._%+-]{1,64}\s?(?:@|\(at\)|\[at\]|＠)\s?[\p{L}\p{N}-]{1,63}(?:\s?(?:\.|\(dot\)|\[dot\])\s?[\p{L}\p{N}-]{1,63}){1,4}/giu,
  ],
  ['link', /\b(?:https?|ftp):\/\/[^\s<>"]{1,500}/giu],
  ['link', /\bwww\.[^\s<>"]{2,300}/giu],
  [
    'link',
    /(?<![\p{L}\p{N}.@-])(?:[\p{L}\p{N}-]{1,63}\.){1,4}(?:com|org|net|eu|it|fi|pt|es|fr|de|at|be|nl|se|no|dk|pl|cz|si|gr|ch|uk|io|ai|tech|info|biz|edu|gov|example)(?![\p{L}\p{N}-])(?:\/[^\s<>"]{0,300})?/giu,
  ],
  [
    'patent',
    /\b(?:EP|WO|US|IT|DE|FR|GB|ES|CN|JP|KR|FI|PT|BE)\s?[-/]?\s?(?:\d{2,4}\s?\/\s?)?\d{5,12}(?:[\s.-]?[A-Z]\d?)?\b/gu,
  ],
  ['patent', /\b1020\d{8,14}\b/gu],
  [
    'number',
    /\b(?:PIC|VAT|P\.?\s?IVA|partita\s+IVA|C\.?F\.?|REA)\b[\s:.nNo°]{0,6}(?:[A-Z]{2}\s?-?\s?)?\d[\d\s.]{4,18}\d/giu,
  ],
  ['phone', /(?<![\p{L}\p{N}])(?:\+|00)\s?\d{1,3}(?:[\s./-]?\(?\d{1,5}\)?){2,6}(?!\p{N})/gu],
];

/** Shorter than that, a name is a word like any other. */
const shortestName = 3;

/**
 * Where a text says who wrote it.
 *
 * @param names names of the organisation, its people and its projects, as they are held
 * @returns in order of place, none inside another
 */
export function findIdentity(text: string, names: readonly string[]): FoundIdentity[] {
  const found = [...byPattern(text), ...byName(text, names)];
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  let end = 0;
  return found.filter((one) => {
    if (one.start < end) return false;
    end = one.end;
    return true;
  });
}

function byPattern(text: string): FoundIdentity[] {
  return patterns.flatMap(([kind, pattern]) =>
    [...text.matchAll(pattern)].map((match) => ({
      kind,
      start: match.index,
      end: match.index + match[0].length,
      text: match[0],
    })),
  );
}

/** Whatever letter case, accents, spaces and punctuation: `B.e.t.a-Lab` is the name `Betalab`. */
function byName(text: string, names: readonly string[]): FoundIdentity[] {
  const { letters, places } = folded(text);
  return [...new Set(names.flatMap(wordings))].flatMap((name) => {
    const hits: FoundIdentity[] = [];
    for (let at = letters.indexOf(name); at >= 0; at = letters.indexOf(name, at + 1)) {
      const start = places[at] ?? 0;
      const end = (places[at + name.length - 1] ?? start) + 1;
      if (isApart(text, start, end)) hits.push({ kind: 'name', start, end, text: text.slice(start, end) });
    }
    return hits;
  });
}

/** Not in the middle of a longer word. */
const isApart = (text: string, start: number, end: number): boolean =>
  !/[\p{L}\p{N}]$/u.test(text.slice(Math.max(0, start - 2), start)) &&
  !/^[\p{L}\p{N}]/u.test(text.slice(end));

/** What is not a name by itself: legal forms, and words that many names share. */
const legalForms =
  /\b(?:s\.?\s?r\.?\s?l\.?s?|s\.?\s?p\.?\s?a|s\.?n\.?c|s\.?a\.?s|gmbh|ag|ltd|limited|inc|oy|ab|lda|s\.?a|b\.?v|sarl|soc(?:ieta|ietà)?\.?\s+coop(?:erativa)?|scarl|societa|società)\b\.?/giu;

/** A name whole, and without its legal form. */
function wordings(name: string): string[] {
  const short = name.replace(legalForms, ' ').replace(/["“”«»]/g, ' ');
  return [name, short].map((one) => folded(one).letters).filter((one) => one.length >= shortestName);
}

/** Letters and digits alone, small and without accents, and where in the text each stands. */
function folded(text: string): { letters: string; places: number[] } {
  let letters = '';
  const places: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const plain = (text[at] ?? '')
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]/gu, '');
    letters += plain;
    for (let i = 0; i < plain.length; i += 1) places.push(at);
  }
  return { letters, places };
}
