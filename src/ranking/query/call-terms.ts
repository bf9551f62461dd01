import type { TextLanguage } from '../corpus-document.js';
import type { QueryWeights } from '../model.js';
import type { CallSectionKind, OpportunityText } from '../opportunity-text.js';
import { isBoilerplate, sectionSentences } from '../text/boilerplate.js';
import type { SectionSentence } from '../text/boilerplate.js';
import { detectLanguage } from '../text/language.js';
import { pairKey } from '../text/tokens.js';

/** Places of the parts of a call that are not sections. */
export const titlePlace = -1;
export const keywordsPlace = -2;
export const rolePlace = -3;

/** One term as a call uses it, before its rarity is known. */
export interface CallTerm {
  readonly key: string;
  /** as the call writes it, where it counts most */
  readonly label: string;
  readonly language: TextLanguage;
  readonly pair: boolean;
  /** part of the call → weighted occurrences there */
  readonly sections: Map<number, number>;
}

interface Part {
  readonly place: number;
  readonly kind: CallSectionKind | 'title' | 'keywords' | 'role';
  readonly text: string;
  readonly language: TextLanguage | null;
}

/** The parts of a call in the order of their places; a keyword is a part of its own, so that no pair spans two. */
function partsOf(call: OpportunityText, role: string | null): Part[] {
  const text = call.sections.map((section) => section.text).join('\n');
  const language =
    call.sections.find((section) => section.language !== null)?.language ?? detectLanguage(text);
  return [
    { place: titlePlace, kind: 'title', text: withoutActionType(call.title), language },
    ...call.keywords.map((word): Part => ({ place: keywordsPlace, kind: 'keywords', text: word, language })),
    ...(role === null ? [] : [{ place: rolePlace, kind: 'role', text: role, language: null } as const]),
    ...call.sections.map((section, place): Part => ({ place, ...section })),
  ];
}

/** Titles end in `(RIA)`, `(IA)`, `(CSA)`: rare in evidence, hence heavy, and no subject. Places stay as they are. */
const withoutActionType = (title: string): string =>
  title.replace(/\((?:RIA|IA|CSA|PCP|PPI|COFUND|Cofund)\)/g, (found) => ' '.repeat(found.length));

/** The words and pairs of a call, with where they stand; sentences that calls repeat word for word are not read. */
export function callTerms(
  call: OpportunityText,
  role: string | null,
  weights: QueryWeights,
  repeated: ReadonlySet<number>,
): CallTerm[] {
  const found = new Map<string, CallTerm & { best: number }>();
  for (const part of partsOf(call, role)) {
    const weight = part.kind === 'role' ? weights.role : weights.sections[part.kind];
    const language = part.language ?? detectLanguage(part.text);
    for (const sentence of sectionSentences({ text: part.text, language })) {
      if (part.place >= 0 && isBoilerplate(sentence, repeated)) continue;
      addSentence(found, sentence, { ...part, language }, weight);
    }
  }
  return [...found.values()];
}

function addSentence(
  found: Map<string, CallTerm & { best: number }>,
  sentence: SectionSentence,
  part: Part & { language: TextLanguage },
  weight: number,
): void {
  sentence.words.forEach((word, at) => {
    add(found, word.key, word, false);
    const before = sentence.words[at - 1];
    if (word.joined && before !== undefined) {
      add(found, pairKey(before.key, word.key), { start: before.start, end: word.end }, true);
    }
  });

  function add(
    into: typeof found,
    key: string,
    { start, end }: { start: number; end: number },
    pair: boolean,
  ): void {
    let term = into.get(key);
    if (term === undefined) {
      term = { key, label: '', language: part.language, pair, sections: new Map(), best: -1 };
      into.set(key, term);
    }
    if (weight > term.best) Object.assign(term, { best: weight, label: part.text.slice(start, end) });
    term.sections.set(part.place, (term.sections.get(part.place) ?? 0) + weight);
  }
}
