import { foldAccents } from './fold.js';
import { stem } from './stem.js';

/**
 * Endings that English and Italian took from the same words, the longest first: `-graphy` is `-grafia`. The first that
 * fits is written anew; an ending that is not here takes the vowel that Italian words end in.
 */
const endings: readonly (readonly [english: string, italian: string])[] = [
  ['isations', 'izzazioni'],
  ['isation', 'izzazione'],
  ['izations', 'izzazioni'],
  ['ization', 'izzazione'],
  ['ications', 'icazioni'],
  ['ations', 'azioni'],
  ['ation', 'azione'],
  ['ational', 'azionale'],
  ['stions', 'stioni'],
  ['stion', 'stione'],
  ['ctions', 'zioni'],
  ['ction', 'zione'],
  ['ptions', 'zioni'],
  ['ption', 'zione'],
  ['tions', 'zioni'],
  ['tion', 'zione'],
  ['ssion', 'ssione'],
  ['sion', 'sione'],
  ['abilities', 'abilità'],
  ['ibilities', 'ibilità'],
  ['ities', 'ità'],
  ['ity', 'ità'],
  ['logical', 'logico'],
  ['logy', 'logia'],
  ['graphy', 'grafia'],
  ['metry', 'metria'],
  ['scopy', 'scopia'],
  ['therapy', 'terapia'],
  ['pathy', 'patia'],
  ['genic', 'genico'],
  ['ically', 'icamente'],
  ['ical', 'ico'],
  ['ics', 'ica'],
  ['ic', 'ico'],
  ['lysis', 'lisi'],
  ['lyses', 'lisi'],
  ['yser', 'izzatore'],
  ['yzer', 'izzatore'],
  ['osis', 'osi'],
  ['esis', 'esi'],
  ['asis', 'asi'],
  ['ising', 'izzare'],
  ['izing', 'izzare'],
  ['ised', 'izzato'],
  ['ized', 'izzato'],
  ['ise', 'izzare'],
  ['ize', 'izzare'],
  ['ators', 'atori'],
  ['ator', 'atore'],
  ['ctors', 'ttori'],
  ['ctor', 'ttore'],
  ['tors', 'tori'],
  ['tor', 'tore'],
  ['sors', 'sori'],
  ['sor', 'sore'],
  ['mers', 'meri'],
  ['mer', 'mero'],
  ['meters', 'metri'],
  ['meter', 'metro'],
  ['metres', 'metri'],
  ['metre', 'metro'],
  ['ances', 'anze'],
  ['ance', 'anza'],
  ['ences', 'enze'],
  ['ence', 'enza'],
  ['ency', 'enza'],
  ['ancy', 'anza'],
  ['ants', 'anti'],
  ['ant', 'ante'],
  ['ents', 'enti'],
  ['ent', 'ente'],
  ['ments', 'menti'],
  ['ment', 'mento'],
  ['aries', 'ari'],
  ['ary', 'ario'],
  ['ory', 'orio'],
  ['ous', 'oso'],
  ['ive', 'ivo'],
  ['ermal', 'ermico'],
  ['erial', 'erico'],
  ['obial', 'obico'],
  ['als', 'ali'],
  ['al', 'ale'],
  ['isms', 'ismi'],
  ['ism', 'ismo'],
  ['ists', 'isti'],
  ['ist', 'ista'],
  ['oxides', 'ossidi'],
  ['oxide', 'ossido'],
  ['ides', 'idi'],
  ['ide', 'ide'],
  ['ines', 'ine'],
  ['ine', 'ina'],
  ['ates', 'ati'],
  ['ate', 'ato'],
  ['ite', 'ite'],
  ['anes', 'ani'],
  ['ane', 'ano'],
  ['enes', 'eni'],
  ['ene', 'ene'],
  ['ium', 'io'],
  ['um', 'o'],
  ['us', 'o'],
  ['ures', 'ure'],
  ['ure', 'ura'],
  ['grams', 'grammi'],
  ['gram', 'gramma'],
  ['scopes', 'scopi'],
  ['scope', 'scopio'],
  ['gens', 'geni'],
  ['gen', 'geno'],
  ['ies', 'ie'],
  ['y', 'ia'],
];

/** How Italian writes what English kept from Greek and Latin; in this order. */
const letters: readonly (readonly [RegExp, string])[] = [
  [/^h/, ''],
  [/ph/g, 'f'],
  [/rh/g, 'r'],
  [/th/g, 't'],
  [/ch(?![ei])/g, 'c'],
  [/(?<=[lnxt])h/g, ''],
  [/y/g, 'i'],
  [/k/g, 'c'],
  [/(?<=[aeiou])x(?=[aeiou])/g, 'ss'],
  [/x/g, 's'],
  [/ct/g, 'tt'],
  [/pt/g, 'tt'],
  [/ae(?!r)/g, 'e'],
  [/^oe/, 'e'],
  [/chemi/g, 'chimi'],
];

const shortest = 6;

/**
 * The Italian word that an English one has become, by the rules that words of science follow in both: `polymer` →
 * `polimero`, `piezoelectric` → `piezoelettrico`. A guess: it may be no word at all, and then no text has it.
 *
 * @returns the guess as written and its key; null where the word is too short to tell, is no plain word, or has the
 *   same key in both languages
 */
export function italianCognate(word: string): { readonly key: string; readonly words: string } | null {
  const lower = foldAccents(word.toLowerCase());
  if (lower.length < shortest || !/^[a-z]+$/.test(lower) || /w|ght|ck|oo|ee|ing$|(?<!is)ed$/.test(lower))
    return null;
  const words = italianSpelling(lower);
  const key = stem(words, 'it');
  return key === '' || key.length < shortest - 2 || key === stem(word, 'en') ? null : { key, words };
}

function italianSpelling(word: string): string {
  const ending = endings.find(([english]) => word.endsWith(english) && word.length - english.length >= 3);
  const [root, end] =
    ending === undefined ? [word.replace(/e?s?$/, ''), 'o'] : [word.slice(0, -ending[0].length), ending[1]];
  return (
    letters.reduce((spelled, [pattern, replacement]) => spelled.replace(pattern, replacement), root) + end
  );
}
