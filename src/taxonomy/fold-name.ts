const lettersWithoutDecomposition: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ħ: 'h',
};

/**
 * A name reduced to what people agree on, for look-up only: lower case, no accents, dots dropped (`U.K.` = `uk`),
 * every other mark a single space (`Forlì-Cesena` = `forli cesena`, `Valle d’Aosta` = `valle d aosta`).
 *
 * Never shown, never stored.
 */
export function foldName(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[ßæœøłđðþıħ]/g, (letter) => lettersWithoutDecomposition[letter] ?? letter)
    .replace(/\./g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
