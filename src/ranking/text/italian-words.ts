/** Stands before every Italian key; no stem of either language holds it, nor does a concept's code. */
export const italianMark = '~';

/** Whether a key is that of an Italian word, or of a pair that begins with one. */
export const isItalian = (key: string): boolean => key.startsWith(italianMark);

/** Stem that no other word has → the forms that belong to it. */
const forms = {
  batteri: 'batterio batteri',
  batteric: 'batterico batterica batterici batteriche',
  stampar: 'stampa stampe stampare stampato stampata stampati stampate stampiamo stampante stampanti',
  caricator: 'caricatore caricatori',
  fornir: 'fornire fornisce forniamo forniscono',
  alimentator: 'alimentatore alimentatori',
  cellulos: 'cellulosa cellulose cellulosico cellulosica',
  mercat: 'mercato mercati',
  comune: 'comune comuni',
  comunicazion: 'comunicazione comunicazioni',
  comunit: 'comunita',
  lavorazion: 'lavorazione lavorazioni',
};

/** Words that the stemmer takes for others, `batteri` (bacteria) for `batterie`: form without accents → stem. */
export const italianStems: ReadonlyMap<string, string> = new Map(
  Object.entries(forms).flatMap(([stem, words]) => words.split(' ').map((word) => [word, stem] as const)),
);

/** Italian words that end in a consonant all the same: cut forms before a noun, and a few old borrowings. */
const italianAllTheSame = new Set(
  'quel bel gran buon alcun nessun ciascun qualcun san signor professor dottor poter aver esser fin pur ancor ben mal'.split(
    ' ',
  ),
);

/**
 * Whether a word of an Italian text is an English one: it ends in a consonant, or has a letter that Italian lacks.
 * English words that end in a vowel (`software`) cannot be told; the same word of both languages finds them.
 */
export function isLoanWord(folded: string): boolean {
  return (
    folded.length >= 3 && /[bcdfghjklmnpqrstvwxz]$|[jkwxy]/.test(folded) && !italianAllTheSame.has(folded)
  );
}
