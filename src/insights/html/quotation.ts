import { excerpt, stretches } from '../excerpt.js';
import { html, type Html } from './html.js';

/** A quotation in its marks, the words that both sides share set off; cut between words to `longest` characters. */
export function quotation(
  { text, terms }: { readonly text: string; readonly terms: readonly string[] },
  longest: number,
): Html {
  const parts = stretches(excerpt(text, terms, longest), terms);
  return html`“${parts.map((part) => (part.hit ? html`<b>${part.text}</b>` : part.text))}”`;
}
