import type { Corpus } from '../corpus.js';
import type { PreparedCall } from '../query/prepared-call.js';

/** What makes a figure more than a guess: the one thing that would change it. */
export type TooLittle =
  /** next to nothing is known of the organisation: it should say what it does */
  | 'organisation'
  /** the question has next to no word that any evidence knows: it should say more */
  | 'question';

/** Words, pairs and concepts of all its evidence together below which nothing can be said of an organisation. */
const leastOfOrganisation = 8;

/** Words of a question that the open evidence knows, below which nothing can be said of anybody. */
const leastOfQuestion = 2;

/** Whether a figure would be a guess, and for want of what; null: enough is known. */
export function tooLittle(corpus: Corpus, call: PreparedCall, ordinal: number): TooLittle | null {
  if (knownWords(corpus, call) < leastOfQuestion) return 'question';
  return saysLittle(corpus, ordinal) ? 'organisation' : null;
}

function saysLittle(corpus: Corpus, ordinal: number): boolean {
  let terms = 0;
  for (const { document } of corpus.held(ordinal)) {
    const { segment, local } = corpus.locate(document);
    const { forwardStarts } = corpus.segments[segment]!.arrays;
    terms += forwardStarts[local + 1]! - forwardStarts[local]!;
    if (terms >= leastOfOrganisation) return false;
  }
  return true;
}

const known = new WeakMap<PreparedCall, number>();

/** Own words of the call, not pairs or concepts, that stand in the open evidence themselves or in a translation. */
function knownWords(corpus: Corpus, call: PreparedCall): number {
  const before = known.get(call);
  if (before !== undefined) return before;
  const open = corpus.segments[0];
  const numbers = open === undefined ? [] : call.termNumbers(open);
  const notions = new Set<number>();
  call.wordNotions.forEach((notion, place) => {
    if (notion >= 0 && (numbers[place] ?? -1) >= 0) notions.add(notion);
  });
  known.set(call, notions.size);
  return notions.size;
}
