import { foldName } from '../fold-name.js';
import type { Term, Vocabulary } from './vocabulary.js';

/**
 * The type of action a text names: `HORIZON-JU-RIA`, `HORIZON Innovation Actions`, `Azione di ricerca e innovazione`,
 * or undefined. The longest name found wins, so an RIA is never read as an IA.
 */
export function actionTypeOf(actionTypes: Vocabulary, text: string): Term | undefined {
  const haystack = ` ${foldName(text)} `;
  return actionTypes.terms
    .flatMap((term) =>
      [term.code, term.label.en, term.label.it, ...term.aliases].map((name) => ({
        term,
        name: foldName(name),
      })),
    )
    .filter(({ name }) => haystack.includes(` ${name} `))
    .sort((a, b) => b.name.length - a.name.length)[0]?.term;
}
