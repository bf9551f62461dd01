import type { RuleSet, Rulebook } from '../eligibility/index.js';
import type { OpportunityCard } from '../opportunities/index.js';

/** The rules that are held: read once, by whoever starts the program. */
export abstract class HeldRules {
  abstract book(): Rulebook;
}

/** Parts whose calls have rules of their own, which the General Annexes do not govern. */
const apart = /^(ERC|EIC|EIT|MSCA|JU|EURATOM)/;

/** Id of the rule set that a call is under: its topic's, else that of its kind and type of action; null: none is held. */
export function ruleSetOf(
  book: Rulebook,
  card: Pick<OpportunityCard, 'identifier' | 'kind' | 'programme' | 'part' | 'actionTypes'>,
): string | null {
  const topic = book.topics.get(card.identifier.toLowerCase());
  if (topic) return topic.ruleSet;
  const held = (wanted: (set: RuleSet) => boolean): string | null => book.ruleSets.find(wanted)?.id ?? null;
  if (card.kind === 'cascade') return held(({ id }) => id === 'cascade');
  if (card.programme !== 'HORIZON') {
    const scheme = (card.programme ?? '').toLowerCase();
    return held(({ id, action }) => action === null && id === scheme);
  }
  if (card.part !== null && apart.test(card.part)) return null;
  const [action] = card.actionTypes;
  return action === undefined ? null : held((set) => set.action === action);
}

/** False where one organisation applies alone: nobody need look for partners. */
export function asksForPartners(
  book: Rulebook,
  card: Pick<OpportunityCard, 'identifier' | 'kind' | 'programme' | 'part' | 'actionTypes'>,
): boolean {
  const id = ruleSetOf(book, card);
  return book.ruleSets.find((set) => set.id === id)?.partnerSearch ?? true;
}
